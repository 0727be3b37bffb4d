import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import { directiveBody, draftBody, twoWayBody } from './draft-bodies.ts'
import { rankingOn } from './rank-people.ts'
import type { Own, Ranked, RoundMade, Stage } from './round-made.ts'
import { takeToStage } from './take-to-stage.ts'

type Desk = Pick<DeskMaker, 'done' | 'person' | 'remember' | 'rememberOwn'>

/** Rows that the score room leaves behind, then the round's own actions up to a stage. */
export function roundsOn({ database }: Pick<Grounds, 'database'>, desk: Desk) {
  const rank = rankingOn({ database }, desk)
  const hands = { database, done: desk.done }

  async function draft(route: string, made: Ranked, { body, own }: { body: object; own: Own | undefined }): Promise<RoundMade> {
    const { roundId = '' } = await desk.done(route, { touches: made.county }, body)
    // Of a round that somebody on /me takes part in, the id is theirs to know.
    if (!own) desk.remember(roundId, made.county)
    return { ...made, roundId }
  }

  async function round(county: string, stage: Stage, own?: Own): Promise<RoundMade> {
    const ranked = await rank(county, own)
    const made = await draft('round.draft', ranked, { body: draftBody(ranked), own })
    await takeToStage(hands, made, stage)
    return made
  }

  /** A closed round whose letters were issued so many days ago. */
  async function lettered(county: string, daysAgo: number): Promise<RoundMade> {
    const made = await round(county, 'closed')
    await desk.done('letter.issue', { touches: county }, { roundId: made.roundId })
    const issued = 'update placement.letters set issued_on = issued_on - $2::int where round_id = $1'
    const told = 'update placement.candidates set letter_on = letter_on - $2::int, start_by = start_by - $2::int where id = any($1)'
    await database.ownerPool.query(issued, [made.roundId, daysAgo])
    await database.ownerPool.query(told, [made.candidateIds, daysAgo])
    return made
  }

  /** A two-way or directive round that has been opened. */
  async function computed(county: string, way: 'two-way' | 'directive', own?: Own): Promise<RoundMade> {
    const ranked = await rank(county, own)
    const made =
      way === 'two-way'
        ? await draft('round.draftTwoWay', ranked, { body: twoWayBody(ranked), own })
        : await draft('round.draftDirective', ranked, { body: directiveBody(ranked), own })
    await takeToStage(hands, made, 'open')
    return made
  }

  return { rank, round, lettered, draftBody, computed, twoWayBody, directiveBody }
}
