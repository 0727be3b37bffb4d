import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange, UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { HelperKind, NeedKind, Pairing, PairingEnd } from '../../contract.ts'

export interface PairingRow {
  id: string
  unit_code: UnitCode
  person_id: string
  helper_id: string
  helper_unit: UnitCode
  helper_masked: string
  helper_kind: HelperKind
  kinds: NeedKind[]
  began_on: PlainDate
  until_on: PlainDate
  answers_name: string
  renews_id: string | null
  ended_on: PlainDate | null
  ended_for: PairingEnd | null
  visits: number
  last_visit_on: PlainDate | null
  last_result: Pairing['lastResult']
}

const PAIRINGS = `select p.id, p.unit_code, p.person_id, p.helper_id, h.unit_code as helper_unit, h.name_masked as helper_masked,
    h.kind as helper_kind, p.kinds, p.began_on, p.until_on, p.answers_name, p.renews_id, p.ended_on, p.ended_for,
    coalesce(v.visits, 0)::int as visits, v.last_visit_on, v.last_result
  from assistance.pairings p
  join assistance.helpers h on h.bureau_code = p.bureau_code and h.id = p.helper_id
  left join lateral (select count(*) as visits, max(visited_on) as last_visit_on,
      (array_agg(result order by visited_on desc, recorded_at desc))[1] as last_result
    from assistance.pairing_visits v where v.bureau_code = p.bureau_code and v.pairing_id = p.id) v on true`

/** An agreement in the transaction's range. */
export async function findPairing(tx: Tx, id: string): Promise<PairingRow | undefined> {
  const { rows } = await tx.query<PairingRow>(`${PAIRINGS} where p.id = $1`, [id])
  return rows[0]
}

/** Agreements of a range: those that stand first, by the day on which they run out; at most 300. */
export async function listPairings(tx: Tx, { lo, hi }: CodeRange): Promise<PairingRow[]> {
  const { rows } = await tx.query<PairingRow>(
    `${PAIRINGS} where p.unit_code >= $1 and p.unit_code < $2 order by p.ended_on is not null, p.until_on, p.id limit 300`,
    [lo, hi],
  )
  return rows
}

/** All agreements of a person, under every file that is theirs. */
export async function pairingsOfPerson(tx: Tx, fileIds: readonly string[]): Promise<PairingRow[]> {
  const { rows } = await tx.query<PairingRow>(
    `${PAIRINGS} where p.person_id = any($1::uuid[]) order by p.ended_on is not null, p.began_on desc, p.id limit 100`,
    [fileIds],
  )
  return rows
}

/** What stands at a place, counted in full where a list is cut. */
export async function countPairing(
  tx: Tx,
  { lo, hi }: CodeRange,
  today: PlainDate,
): Promise<{ openNeeds: number; unpaired: number; helpers: number; standing: number; people: number; over: number }> {
  const { rows } = await tx.query<{ open: number; unpaired: number; helpers: number; standing: number; people: number; over: number }>(
    `select
       (select count(*) from assistance.needs n where n.unit_code >= $1 and n.unit_code < $2 and n.closed_on is null)::int as open,
       (select count(*) from assistance.needs n where n.unit_code >= $1 and n.unit_code < $2 and n.closed_on is null and not exists (
          select from assistance.pairings p where p.bureau_code = n.bureau_code and p.person_id = n.person_id and p.ended_on is null
            and n.kind = any(p.kinds)))::int as unpaired,
       (select count(*) from assistance.helpers h where h.unit_code >= $1 and h.unit_code < $2 and h.withdrawn_on is null
          and (h.until_on is null or h.until_on >= $3))::int as helpers,
       count(*)::int as standing, count(distinct p.person_id)::int as people, (count(*) filter (where p.until_on < $3))::int as over
     from assistance.pairings p where p.unit_code >= $1 and p.unit_code < $2 and p.ended_on is null`,
    [lo, hi, today],
  )
  const [row] = rows
  if (!row) throw new Error('a count answers with one row')
  const { open, ...others } = row
  return { openNeeds: open, ...others }
}

export const toPairing = (row: PairingRow, { nameMasked, today }: { nameMasked: string | null; today: PlainDate }): Pairing => ({
  id: row.id,
  personId: row.person_id,
  nameMasked,
  helperMasked: row.helper_masked,
  helperKind: row.helper_kind,
  kinds: row.kinds,
  beganOn: row.began_on,
  untilOn: row.until_on,
  answersName: row.answers_name,
  isRenewal: row.renews_id !== null,
  endedOn: row.ended_on,
  endedFor: row.ended_for,
  isOver: row.ended_on === null && row.until_on < today,
  visits: row.visits,
  lastVisitOn: row.last_visit_on,
  lastResult: row.last_result,
})
