import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { finishHandOver } from './finish-hand-over.ts'
import { findTransferUnit, lockTransfer, settle } from './transfer-rows.ts'

export const decideTransfer = action(contract.decideTransfer, {
  grant: 'person.transfer',
  where: ({ transferId }, { tx }) => findTransferUnit(tx, transferId),
  refusals: { 'already-settled': 409, 'not-to-decide': 409, 'person-gone': 409 },
  async run(context, { transferId, accept, answer }) {
    const row = await lockTransfer(context, transferId)
    if (row.direction !== 'toDecide') return refuse({ code: 'not-to-decide' })
    if (row.status !== 'open') return refuse({ code: 'already-settled', status: row.status })
    const outcome = await settle(context, row, { status: accept ? 'accepted' : 'declined', answer: answer?.trim() || null })
    if (outcome === 'person-gone') return refuse({ code: 'person-gone' })
    if (row.person_id) context.subject(row.person_id)
    if (outcome === 'accepted' && row.person_id && row.counterpart) {
      const [here, there] = [row.unit_code, row.counterpart]
      const [from, to] = row.kind === 'pull' ? [here, there] : [there, here]
      await finishHandOver(context, { personId: row.person_id, from, to, requestId: row.request_id })
    }
    return ok({ transferId, status: outcome })
  },
})

export const withdrawTransfer = action(contract.withdrawTransfer, {
  grant: 'person.transfer',
  where: ({ transferId }, { tx }) => findTransferUnit(tx, transferId),
  refusals: { 'already-settled': 409, 'not-asked-here': 409 },
  async run(context, { transferId, reason }) {
    const row = await lockTransfer(context, transferId)
    if (row.direction !== 'asked') return refuse({ code: 'not-asked-here' })
    if (row.status !== 'open') return refuse({ code: 'already-settled', status: row.status })
    await settle(context, row, { status: 'withdrawn', answer: reason })
    return ok({ transferId, status: 'withdrawn' as const })
  },
})
