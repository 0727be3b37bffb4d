import { addMonths } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { bookIncome } from '../books.ts'
import { lockClaim } from './claim-rows.ts'
import { moveClaim, whereClaimIs } from './move-claim.ts'

export const clawBack = action(contract.clawBack, {
  grant: 'ledger.write',
  where: whereClaimIs,
  refusals: { 'not-paid': 409, stayed: 409, 'days-backwards': 422 },
  async run(context, { claimId, leftOn }) {
    const { tx, today, actor, unitCode } = context
    const claim = await lockClaim(tx, unitCode, claimId)
    if (claim.state !== 'paid') return refuse({ code: 'not-paid' })
    if (leftOn > today || leftOn < claim.began_on) return refuse({ code: 'days-backwards' })
    const untilOn = addMonths(claim.began_on, claim.stay_months)
    if (leftOn >= untilOn) return refuse({ code: 'stayed', untilOn })
    await moveClaim(context, claim, { state: 'owedBack', left_on: leftOn, claimed_by: actor.accountId })
    return ok({ id: claimId })
  },
})

export const receiveBack = action(contract.receiveBack, {
  grant: 'ledger.approve',
  where: whereClaimIs,
  refusals: { 'not-owed': 409, 'own-claim': 409, 'payments-stopped': 409, 'period-closed': 409 },
  async run(context, { claimId, voucher }) {
    const { tx, today, actor, unitCode, actionId } = context
    const claim = await lockClaim(tx, unitCode, claimId)
    const { fund_id: fundId, claimed_by: madeBy } = claim
    if (claim.state !== 'owedBack' || fundId === null || madeBy === null) return refuse({ code: 'not-owed' })
    if (madeBy === actor.accountId) return refuse({ code: 'own-claim' })
    const amountFen = BigInt(claim.amount_fen)
    const booked = await bookIncome(context, { fundId, donationId: actionId, amountFen, receiptNumber: voucher, madeBy })
    if (!booked.ok) return booked
    await moveClaim(context, claim, { state: 'clawedBack', back_on: today, back_by: actor.accountId })
    const told = { on: today, unitCode: claim.unit_code, dimensions: { claim: claim.kind } }
    context.fact({ kind: 'claim.back', ...told })
    context.fact({ kind: 'claim.fen', quantity: -amountFen, ...told })
    context.note({ bureau: bureauOf(unitCode) })
    return ok({ id: claimId })
  },
})
