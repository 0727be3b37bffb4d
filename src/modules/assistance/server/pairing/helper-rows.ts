import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Helper, HelperKind, NeedKind } from '../../contract.ts'

export const HELPER_NAME = 'assistance.helpers.name'

export interface HelperRow {
  id: string
  unit_code: UnitCode
  kind: HelperKind
  name_masked: string
  gives: NeedKind[]
  capacity: number
  until_on: PlainDate | null
  withdrawn_on: PlainDate | null
  paired: number
}

const HELPERS = `select h.id, h.unit_code, h.kind, h.name_masked, h.gives, h.capacity, h.until_on, h.withdrawn_on,
    (select count(*) from assistance.pairings p where p.bureau_code = h.bureau_code and p.helper_id = h.id and p.ended_on is null)::int as paired
  from assistance.helpers h`

/** A helper in the transaction's range. */
export async function findHelper(tx: Tx, id: string): Promise<HelperRow | undefined> {
  const { rows } = await tx.query<HelperRow>(`${HELPERS} where h.id = $1`, [id])
  return rows[0]
}

/** The helper as they stand once nobody else pairs them: whoever changes whom they help waits here. */
export async function lockHelper(tx: Tx, id: string): Promise<HelperRow | undefined> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.helpers ' || $1, 0))", [id])
  return findHelper(tx, id)
}

/** Helpers of a range, those who take on people first; at most 300. */
export async function listHelpers(tx: Tx, { lo, hi }: CodeRange): Promise<HelperRow[]> {
  const { rows } = await tx.query<HelperRow>(
    `${HELPERS} where h.unit_code >= $1 and h.unit_code < $2 order by h.withdrawn_on is not null, h.offered_at desc, h.id limit 300`,
    [lo, hi],
  )
  return rows
}

/** Who of a person's county may take on somebody on a day, and does not help that person already. */
export async function openHelpers(tx: Tx, unitCode: UnitCode, about: { personId: string; on: PlainDate }): Promise<HelperRow[]> {
  const { rows } = await tx.query<HelperRow>(
    `${HELPERS} where h.bureau_code = $1 and h.withdrawn_on is null and (h.until_on is null or h.until_on >= $3)
       and not exists (select from assistance.pairings p
         where p.bureau_code = h.bureau_code and p.helper_id = h.id and p.person_id = $2 and p.ended_on is null)`,
    [bureauOf(unitCode), about.personId, about.on],
  )
  return rows
}

export const toHelper = (row: HelperRow): Helper => ({
  id: row.id,
  unitCode: row.unit_code,
  kind: row.kind,
  nameMasked: row.name_masked,
  gives: row.gives,
  capacity: row.capacity,
  paired: row.paired,
  untilOn: row.until_on,
  withdrawnOn: row.withdrawn_on,
})
