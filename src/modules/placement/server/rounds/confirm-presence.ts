import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-rounds.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { lockRound, whereRoundIs } from './round-rows.ts'

/** Said by the supervisor's own account and by nobody for them; whoever committed or drew does not supervise it. */
export const confirmPresence = action(contract.confirmPresence, {
  grant: 'round.supervise',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run({ tx, unitCode, actor, now, today, ...context }, { roundId }) {
    const round = await lockRound(tx, { roundId, unitCode })
    if (round.state !== 'drawn') return refuse({ code: 'wrong-state', state: round.state })
    if ([round.committed_by, round.drawn_by].includes(actor.accountId)) return refuse({ code: 'same-hand' })
    await tx.query(
      'update placement.rounds set present_name = $3, present_by = $4, present_at = $5 where bureau_code = left($2, 6) and id = $1',
      [roundId, unitCode, actor.name, actor.accountId, now],
    )
    context.note({ round: roundId })
    context.fact({ kind: 'placement.round', on: today, dimensions: { step: 'present', way: round.way } })
    return ok({ roundId })
  },
})
