import { textColumn, uuidColumn } from '../../../platform/database/column-arrays.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/scope.ts'
import { monthsOf, type Tally } from '../domain/presence.ts'

/** One person's months at one unit, as a row of indicators.presence. */
export interface PresenceRow {
  readonly unit_code: string
  readonly measure: string
  readonly person_id: string
  readonly months: readonly number[]
  readonly nets: readonly number[]
}

export function tallyOf({ months, nets }: Pick<PresenceRow, 'months' | 'nets'>): Map<number, number> {
  const tally = new Map(months.map((month) => [month, 1]))
  for (let at = 0; at + 1 < nets.length; at += 2) tally.set(nets[at] ?? 0, nets[at + 1] ?? 0)
  return tally
}

/** A tally as its two columns: the months that count, and the nets that are not 1, ascending. */
export function columnsOf(tally: Tally): { months: number[]; nets: number[] } {
  const inOrder = new Map([...tally].toSorted(([a], [b]) => a - b))
  return { months: monthsOf(inOrder), nets: [...inOrder].flatMap(([month, net]) => (net === 1 ? [] : [month, net])) }
}

/** Pair by pair: two lists would have the server look for every person under every measure. */
const LIST_PRESENCE = prepared(
  `select p.unit_code, p.measure, p.person_id, p.months, p.nets
     from unnest($1::uuid[], $2::text[]) as r(person, measure)
     join indicators.presence p on p.person_id = r.person and p.measure = r.measure`,
)

/** All presence of some persons, each for a measure, at whatever units the transaction may see. No pair may come twice. */
export async function listPresence(tx: Tx, pairs: readonly { personId: string; measure: string }[]): Promise<PresenceRow[]> {
  if (pairs.length === 0) return []
  const columns = [uuidColumn(pairs.map(({ personId }) => personId)), textColumn(pairs.map(({ measure }) => measure))]
  const { rows } = await tx.query<{ unit_code: string; measure: string; person_id: string; months: number[]; nets: number[] }>(
    LIST_PRESENCE,
    columns,
  )
  return rows
}
