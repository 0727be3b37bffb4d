import type { Tx } from '../../../../platform/database/tx.ts'
import { takeStep } from '../../domain/engine/turns/take-step.ts'
import { openTurns, type Turns } from '../../domain/engine/turns/turns.ts'
import { Happening, type Link } from '../../domain/record/events.ts'
import { Opening } from '../../domain/record/opening.ts'
import { listRoundPeople, type RoundPersonRow, type RoundRow } from './round-rows.ts'

export interface StoredLink extends Link {
  readonly byName: string
}

/** A round as far as it has gone, worked out from what was committed to and every link since. */
export interface LiveRound {
  readonly row: RoundRow
  readonly people: readonly RoundPersonRow[]
  readonly byPseudonym: ReadonlyMap<string, RoundPersonRow>
  readonly links: readonly StoredLink[]
  readonly turns: Turns
}

interface EventRow {
  seq: number
  at_ms: bigint
  what: unknown
  hash: string
  by_name: string
}

export async function listLinks(tx: Tx, { id, unit_code }: RoundRow): Promise<StoredLink[]> {
  const { rows } = await tx.query<EventRow>(
    'select seq, at_ms, what, hash, by_name from placement.round_events where bureau_code = left($2, 6) and round_id = $1 order by seq',
    [id, unit_code],
  )
  return rows.map(({ seq, at_ms, what, hash, by_name }) => ({ seq, at: Number(at_ms), what: Happening.parse(what), hash, byName: by_name }))
}

/** What was committed to. @throws where nothing was */
export function openingOf({ opening }: Pick<RoundRow, 'opening'>): Opening {
  if (opening === null) throw new Error('nothing has been committed to')
  return Opening.parse(JSON.parse(opening))
}

/** Pseudonyms in the order of the round; none before the draw. */
export const orderOf = (people: readonly RoundPersonRow[]): string[] =>
  people.flatMap(({ pseudonym, position }) => (pseudonym !== null && position !== null ? [pseudonym] : []))

export const namesOf = (people: readonly RoundPersonRow[]): ReadonlyMap<string, RoundPersonRow> =>
  new Map(people.flatMap((one) => (one.pseudonym === null ? [] : [[one.pseudonym, one] as const])))

/** Plays a round again. @throws where a stored link does not follow from those before it: then nothing more is said in it */
export async function loadLive(tx: Tx, row: RoundRow): Promise<LiveRound> {
  const [people, links] = await Promise.all([listRoundPeople(tx, row), listLinks(tx, row)])
  const turns = openTurns(openingOf(row), orderOf(people))
  for (const { seq, at, what } of links) {
    const taken = takeStep(turns, { at, what })
    if (!taken.ok) throw new Error(`round ${row.id}: link ${seq} does not follow: ${taken.refusal}`)
  }
  return { row, people, byPseudonym: namesOf(people), links, turns }
}
