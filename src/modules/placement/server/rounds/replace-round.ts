import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-rounds.ts'
import { isTooLate } from '../computed/windows.ts'
import { keepDraft } from './draft-round.ts'
import { moveCandidates } from './move-candidates.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { listRoundPeople, lockRound, type RoundRow, whereRoundIs } from './round-rows.ts'

export const replaceRound = action(contract.replaceRound, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, reason }) {
    const { tx, unitCode, actionId } = context
    const round = await lockRound(tx, { roundId, unitCode })
    // Once the lot is known nobody gives a round up for another lot, but where it can place nobody any more.
    if (round.state !== 'committed' && !isTooLate(round, context.now)) return refuse({ code: 'wrong-state', state: round.state })
    await tx.query(`update placement.rounds set state = 'replaced', replaced_why = $3 where bureau_code = left($2, 6) and id = $1`, [
      roundId,
      unitCode,
      reason,
    ])
    await releasePeople(context, round)
    const { rows } = await tx.query<{ post_id: string }>(
      'select post_id from placement.round_posts where bureau_code = left($2, 6) and round_id = $1',
      [roundId, unitCode],
    )
    const { cohort_id, title, way, settings, draw_source, draw_on } = round
    await keepDraft(context, {
      id: actionId,
      cohortId: cohort_id,
      title,
      way,
      settings,
      draw: { source: draw_source, on: draw_on },
      postIds: rows.map(({ post_id }) => post_id),
      replacesId: roundId,
    })
    await copyLists(context, { from: roundId, to: actionId })
    return ok({ roundId: actionId })
  },
})

async function releasePeople(context: ActionContext, round: RoundRow): Promise<void> {
  const people = await listRoundPeople(context.tx, round)
  await moveCandidates(context, {
    ids: people.map(({ candidate_id }) => candidate_id),
    step: 'leaveRound',
    from: 'selecting',
    to: 'ranked',
  })
}

/** Who handed in a list need not bring it again. */
async function copyLists({ tx, unitCode }: ActionContext, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query(
    `insert into placement.round_people (bureau_code, round_id, candidate_id, unit_code, person_id, number, masked_name, title, proxy, proxy_by)
     select bureau_code, $2, candidate_id, unit_code, person_id, number, masked_name, title, proxy, proxy_by
       from placement.round_people where bureau_code = left($3, 6) and round_id = $1 and proxy is not null`,
    [from, to, unitCode],
  )
}
