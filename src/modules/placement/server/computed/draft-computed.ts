import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-computed.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import { keepDraft, type NewRound } from '../rounds/draft-round.ts'
import { findCohort } from '../rounds/read-people.ts'
import { countOffered } from '../rounds/read-posts.ts'
import { ROUND_REFUSALS } from '../rounds/round-refusals.ts'
import { areWindowsTurned } from './windows.ts'

const whereCohortLies = async ({ cohortId }: { cohortId: string }, context: Parameters<typeof findCohort>[0]) =>
  (await findCohort(context, cohortId))?.unit_code

/** Keeps a draft whose posts may all be chosen. */
async function draft(context: ActionContext, round: Omit<NewRound, 'id'>): Promise<Result<{ roundId: string }, RoundRefusal>> {
  const postIds = [...new Set(round.postIds)]
  const offered = await countOffered(context.tx, { postIds, unitCode: context.unitCode })
  if (offered < postIds.length) return refuse({ code: 'posts-not-offered', count: postIds.length - offered })
  if (round.draw.on <= context.today) return refuse({ code: 'draw-not-later' })
  await keepDraft(context, { ...round, id: context.actionId, postIds })
  return ok({ roundId: context.actionId })
}

/** Lists end on the day of the draw or later, rankings after them: all three days are frozen with the commitment. */
export const draftTwoWay = action(contract.draftTwoWay, {
  grant: 'round.run',
  where: whereCohortLies,
  refusals: ROUND_REFUSALS,
  async run(context, { twoWay, ...round }) {
    if (areWindowsTurned(twoWay, round.draw.on)) return refuse({ code: 'windows-turned' })
    return await draft(context, { ...round, way: 'two-way', settings: { twoWay } })
  },
})

/** Whoever of the cohort stands ranked takes part: after another round that is who was left over. */
export const draftDirective = action(contract.draftDirective, {
  grant: 'round.run',
  where: whereCohortLies,
  refusals: ROUND_REFUSALS,
  run: async (context, { cost, ladder, ...round }) =>
    await draft(context, { ...round, way: 'directive', settings: { directive: { cost, ladder } } }),
})
