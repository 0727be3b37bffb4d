import { ok, refuse } from '../../../../../kernel/result.ts'
import type { ActionContext } from '../../../../../platform/actions/context.ts'
import { action } from '../../../../../platform/actions/declare.ts'
import { claimMatter as ClaimMatter, type HandRefusal } from '../../../contract.ts'
import { type LoadedMatter, lockMatter, whereMatterIs } from '../matter-rows.ts'
import { findSuccessors, holdsSeat } from './colleagues.ts'
import { putIntoHands } from './matter-hands.ts'

/** Why somebody may not take a matter into their hands, nor give it away. */
async function whyNot(context: ActionContext, matter: LoadedMatter): Promise<HandRefusal | undefined> {
  const { row } = matter
  const { accountId } = context.actor
  if (!(await holdsSeat(context, matter))) return { code: 'not-your-turn', waitsFor: row.holder }
  if (row.claimed_by !== null && row.claimed_by !== accountId) return { code: 'claimed-by-another' }
  return undefined
}

export const claimMatter = action(ClaimMatter, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: { 'not-your-turn': 409, 'claimed-by-another': 409, recused: 409, 'no-such-colleague': 404, 'nobody-has-it': 409 },
  async run(context, { matterId, accountId, note }) {
    const matter = await lockMatter(context, { id: matterId, unitCode: context.unitCode })
    const refusal = await whyNot(context, matter)
    if (refusal) return refuse(refusal)
    const { actor } = context
    const isOwn = accountId === undefined || accountId === actor.accountId
    // Whoever has stepped aside takes nothing into their hands, and may still hand it to a colleague.
    if (isOwn && matter.state.recused.includes(actor.accountId)) return refuse({ code: 'recused' })
    const to = isOwn ? actor : (await findSuccessors(context, matter)).find((colleague) => colleague.accountId === accountId)
    if (!to) return refuse({ code: 'no-such-colleague' })
    await putIntoHands(context, matter.row, { to, note })
    return ok({ claimedBy: to.accountId })
  },
})
