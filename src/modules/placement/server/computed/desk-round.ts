import type { Tx } from '../../../../platform/database/tx.ts'
import { type Desk, openDesk } from '../../domain/engine/desk/desk.ts'
import { takeDeskStep } from '../../domain/engine/desk/take-desk-step.ts'
import { listLinks, namesOf, openingOf, orderOf, type StoredLink } from '../rounds/live-round.ts'
import { listRoundPeople, type RoundPersonRow, type RoundRow } from '../rounds/round-rows.ts'

/** A round that is computed at once as far as it has gone, worked out from what was committed to and every link since. */
export interface DeskRound {
  readonly row: RoundRow
  readonly people: readonly RoundPersonRow[]
  readonly byPseudonym: ReadonlyMap<string, RoundPersonRow>
  readonly links: readonly StoredLink[]
  readonly desk: Desk
}

/** Plays a round again. @throws where a stored link does not follow from those before it: then nothing more is said in it */
export async function loadDesk(tx: Tx, row: RoundRow): Promise<DeskRound> {
  const [people, links] = await Promise.all([listRoundPeople(tx, row), listLinks(tx, row)])
  const desk = openDesk(openingOf(row), orderOf(people))
  for (const { seq, at, what } of links) {
    const taken = takeDeskStep(desk, { at, what })
    if (!taken.ok) throw new Error(`round ${row.id}: link ${seq} does not follow: ${taken.refusal}`)
  }
  return { row, people, byPseudonym: namesOf(people), links, desk }
}
