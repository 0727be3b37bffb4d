import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-employers.ts'
import { ROUND_REFUSALS } from '../rounds/round-refusals.ts'
import { lockRound, whereRoundIs } from '../rounds/round-rows.ts'

/** A link that went astray is taken back without a new one. The round is held: a ranking that is on its way stands, the next finds no door. */
export const shutDoor = action(contract.shutDoor, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, uscc }) {
    const { tx, unitCode, now } = context
    await lockRound(tx, { roundId, unitCode })
    const { rows } = await tx.query<{ id: string }>(
      `update placement.employer_doors set shut_at = $4
        where bureau_code = left($2, 6) and round_id = $1 and uscc = $3 and shut_at is null returning id`,
      [roundId, unitCode, uscc, now],
    )
    const [door] = rows
    if (!door) return refuse({ code: 'no-door' })
    context.note({ round: roundId, employer: uscc, door: door.id })
    return ok({ roundId })
  },
})
