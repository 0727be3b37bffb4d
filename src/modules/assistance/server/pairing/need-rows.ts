import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Need, NeedKind, Urgency } from '../../contract.ts'

export interface NeedRow {
  id: string
  unit_code: UnitCode
  person_id: string
  kind: NeedKind
  urgency: Urgency
  recorded_on: PlainDate
  closed_on: PlainDate | null
  closed_for: Need['closedFor']
  is_paired: boolean
}

const NEEDS = `select n.id, n.unit_code, n.person_id, n.kind, n.urgency, n.recorded_on, n.closed_on, n.closed_for,
    exists (select from assistance.pairings p where p.bureau_code = n.bureau_code and p.person_id = n.person_id and p.ended_on is null
      and n.kind = any(p.kinds)) as is_paired
  from assistance.needs n`

/** A need in the transaction's range. */
export async function findNeed(tx: Tx, id: string): Promise<NeedRow | undefined> {
  const { rows } = await tx.query<NeedRow>(`${NEEDS} where n.id = $1`, [id])
  return rows[0]
}

/** Open needs of a range, what is wanted at once first, then the oldest; at most 300. */
export async function listOpenNeeds(tx: Tx, { lo, hi }: CodeRange): Promise<NeedRow[]> {
  const { rows } = await tx.query<NeedRow>(
    `${NEEDS} where n.unit_code >= $1 and n.unit_code < $2 and n.closed_on is null
      order by array_position(array['now', 'soon', 'ordinary'], n.urgency), n.recorded_on, n.id limit 300`,
    [lo, hi],
  )
  return rows
}

/** What a person needs, open needs first: under every file that is theirs. */
export async function needsOfPerson(tx: Tx, fileIds: readonly string[]): Promise<NeedRow[]> {
  const { rows } = await tx.query<NeedRow>(
    `${NEEDS} where n.person_id = any($1::uuid[]) order by n.closed_on is not null, n.recorded_on desc, n.id limit 100`,
    [fileIds],
  )
  return rows
}

/** Closes the open needs of some kinds of a person, and says which they were; none before the day on which it was entered. */
export async function closeNeeds(
  tx: Tx,
  { unitCode, personId, kinds }: { unitCode: UnitCode; personId: string; kinds: readonly NeedKind[] },
  { on, by }: { on: PlainDate; by: string },
): Promise<{ kind: NeedKind; unit_code: UnitCode; closed_on: PlainDate }[]> {
  const { rows } = await tx.query<{ kind: NeedKind; unit_code: UnitCode; closed_on: PlainDate }>(
    `update assistance.needs set closed_on = greatest($4::date, recorded_on), closed_by = $5, closed_for = 'met'
      where bureau_code = $1 and person_id = $2 and kind = any($3::text[]) and closed_on is null returning kind, unit_code, closed_on`,
    [bureauOf(unitCode), personId, kinds, on, by],
  )
  return rows
}

export const toNeed = (row: NeedRow, nameMasked: string | null): Need => ({
  id: row.id,
  personId: row.person_id,
  unitCode: row.unit_code,
  nameMasked,
  kind: row.kind,
  urgency: row.urgency,
  recordedOn: row.recorded_on,
  closedOn: row.closed_on,
  closedFor: row.closed_for,
  isPaired: row.closed_on === null && row.is_paired,
})
