import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Trial, Tried } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { wishesOf } from '../../domain/engine/assume-wishes.ts'
import { tryRules } from '../../domain/engine/what-if.ts'
import { findCohort } from '../rounds/read-people.ts'
import { isComputed, lockRound, whereRoundIs } from '../rounds/round-rows.ts'
import { openingFor, readGround, type TrialGround } from './trial-opening.ts'

/** A cohort of a county is some hundred; an assignment of more would keep the server busy for seconds. */
const MOST_PEOPLE = 400

/** How a trial turns out. Its lots are those of the trial pseudonyms in their order: never of the round's own draw. */
function tried(ground: TrialGround, trial: Trial): Tried {
  const { opening, posts } = openingFor(ground, trial)
  const lots = opening.candidates.map(({ pseudonym }) => pseudonym).toSorted()
  const effects = tryRules(opening, lots, wishesOf(opening, posts))
  const seats = opening.posts.reduce((sum, post) => sum + post.seats, 0)
  return { people: opening.candidates.length, seats, effects: effects ? { ...effects, byWish: [...effects.byWish] } : null }
}

/**
 * What would come of other rules, for choosing one. Never after the commitment: whoever knows the outcome of a rule must not
 * be able to choose it any more. That somebody tried, and how many rules, stays in the journal.
 */
export const tryRound = action(contract.tryRound, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: { 'round-committed': 409, 'not-ranked': 409, 'nobody-to-place': 409, 'too-many': 409 },
  async run(context, { roundId, trials }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (round.state !== 'draft') return refuse({ code: 'round-committed', state: round.state })
    const cohort = await findCohort(context, round.cohort_id)
    if (!cohort || cohort.ranked_on === null) return refuse({ code: 'not-ranked' })
    const ground = await readGround(context, round, cohort)
    if (ground.people.length === 0) return refuse({ code: 'nobody-to-place' })
    if (ground.people.length > MOST_PEOPLE) return refuse({ code: 'too-many', most: MOST_PEOPLE })
    const stated = [...ground.lists].filter(([id, list]) => list.length > 0 && ground.people.some(({ candidateId }) => candidateId === id))
    context.note({ round: roundId, tried: trials.map(({ way, posts }) => `${way} ${posts}`) })
    return ok({
      stated: stated.length,
      assumed: ground.people.length - stated.length,
      // Exams and direct trains go turn by turn as points do: they differ in weights and posts, which the draft has.
      draft: tried(ground, { way: isComputed(round) ? (round.way as Trial['way']) : 'points-ranked', posts: 'round' }),
      trials: trials.map((trial) => tried(ground, trial)),
    })
  },
})
