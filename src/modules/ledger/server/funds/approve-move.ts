import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { type Posted, type PostRefusal, post } from '../post.ts'
import { type ReverseRefusal, reverse } from '../reverse.ts'
import { systemAccount } from '../system-accounts.ts'
import { isKeptElsewhere } from './kept-accounts.ts'
import { findProposal, lockProposal, type Proposal } from './proposal-rows.ts'

export const approveMove = action(contract.approveMove, {
  grant: 'ledger.approve',
  where: async ({ proposalId }, { tx }) => (await findProposal(tx, proposalId))?.unitCode,
  refusals: { 'already-settled': 409, 'posting-unknown': 404, 'not-reversible': 422, 'kept-elsewhere': 409, ...contract.MONEY_STATUS },
  async run(context, { proposalId }) {
    const { tx, actor, now, actionId, unitCode, subject, note } = context
    const proposal = await lockProposal(tx, bureauOf(unitCode), proposalId)
    if (proposal.state !== 'waiting') return refuse({ code: 'already-settled' })
    if (proposal.madeBy === actor.accountId) return refuse({ code: 'same-hands' })
    const { from, to, reverses } = proposal
    if (await isKeptElsewhere(tx, proposal.bureau, { accountIds: [from, to], postingId: reverses }))
      return refuse({ code: 'kept-elsewhere' })
    const made = await make(context, proposal)
    if (!made.ok) return made
    await tx.query(
      `update ledger.proposals set state = 'approved', checked_by = $3, checked_at = $4, posting_id = $5 where bureau_code = $1 and id = $2`,
      [proposal.bureau, proposalId, actor.accountId, now, actionId],
    )
    subject(proposalId)
    note({ kind: proposal.kind, fen: String(proposal.amountFen), posting: actionId })
    return ok({ postingId: actionId })
  },
})

async function make(context: ActionContext, proposal: Proposal): Promise<Result<Posted, PostRefusal | ReverseRefusal>> {
  const { tx, actor, now, today, actionId } = context
  const { bureau, madeBy, memo, purpose, amountFen } = proposal
  const common = { id: actionId, bureau, memo, madeBy, checkedBy: actor.accountId, paidBy: null, on: today, at: now }
  if (proposal.reverses !== null) return await reverse(tx, { ...common, postingId: proposal.reverses })
  const open = (kind: 'source' | 'transit') => systemAccount(tx, { bureau, kind, by: actor.accountId, at: now })
  const [from, to] = [proposal.from ?? (await open('source')), proposal.to ?? (await open('transit'))]
  const moves = [
    { accountId: from, amountFen: -amountFen },
    { accountId: to, amountFen },
  ]
  const posted = await post(tx, { ...common, kind: proposal.kind === 'reversal' ? 'shift' : proposal.kind, moves, purpose })
  if (posted.ok && proposal.toUnitCode !== null) await sendDown(context, proposal)
  return posted
}

/** The letter that goes with the money: whoever is below finds it and takes it in. */
async function sendDown({ tx, now, actionId }: ActionContext, { bureau, id, unitCode, toUnitCode, amountFen, purpose, memo }: Proposal) {
  await tx.query(
    `insert into ledger.allocations (bureau_code, id, unit_code, to_unit_code, amount_fen, purpose, memo, posting_id, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [bureau, id, unitCode, toUnitCode, String(amountFen), purpose, memo, actionId, now],
  )
}
