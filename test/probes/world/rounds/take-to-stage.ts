import type { DeskMaker } from '../../generators/probe-case.ts'
import type { Grounds } from '../grounds.ts'
import type { RoundMade, Stage } from './round-made.ts'

interface Hands {
  readonly database: Grounds['database']
  readonly done: DeskMaker['done']
}

type Take = (hands: Hands, made: RoundMade) => Promise<unknown>

/** From a draft on, in their order, and what brings a round to each of them. */
const STAGES: readonly (readonly [Exclude<Stage, 'draft'>, Take])[] = [
  ['committed', commit],
  ['drawn', ({ done }, { county, roundId }) => done('round.draw', { touches: county }, { roundId, value: '07' })],
  ['present', ({ done }, { county, roundId }) => done('round.confirmPresence', { touches: county }, { roundId })],
  ['open', ({ done }, { county, roundId }) => done('round.steer', { touches: county }, { roundId, step: { kind: 'open' } })],
  ['closed', close],
]

/** Takes a round that has been drafted to a stage by its own actions. */
export async function takeToStage(hands: Hands, made: RoundMade, to: Stage): Promise<void> {
  if (to === 'draft') return
  for (const [stage, take] of STAGES) {
    await take(hands, made)
    if (stage === to) return
  }
}

async function commit({ database, done }: Hands, { county, roundId }: RoundMade): Promise<void> {
  await done('round.commit', { touches: county }, { roundId })
  // Nobody can wait here for the day of the draw.
  const past = 'update placement.rounds set committed_on = committed_on - 9, draw_on = draw_on - 8 where id = $1'
  await database.ownerPool.query(past, [roundId])
}

/** Both pick, each the post of the own place in the order, and the record is published. */
async function close({ done }: Hands, { county, roundId, candidateIds }: RoundMade): Promise<void> {
  const touches = { touches: county }
  for (const [at, candidateId] of candidateIds.entries()) {
    const taken = { kind: 'pick', post: `P0${at + 1}`, by: 'self' }
    await done('round.turn', touches, { roundId, turn: at + 1, candidateId, taken })
  }
  await done('round.steer', touches, { roundId, step: { kind: 'close' } })
}
