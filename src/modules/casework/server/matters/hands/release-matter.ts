import { ok, refuse } from '../../../../../kernel/result.ts'
import type { ActionContext } from '../../../../../platform/actions/context.ts'
import { action } from '../../../../../platform/actions/declare.ts'
import { releaseMatter as ReleaseMatter } from '../../../contract.ts'
import { lockMatter, whereMatterIs } from '../matter-rows.ts'
import { holdsSeat } from './colleagues.ts'
import { putIntoHands } from './matter-hands.ts'

/** A colleague whose account has been disabled can give nothing back: then whoever holds the seat may. */
async function hasLeft({ tx }: ActionContext, accountId: string): Promise<boolean> {
  const { rowCount } = await tx.query("select from access.accounts where id = $1 and status = 'disabled'", [accountId])
  return rowCount === 1
}

export const releaseMatter = action(ReleaseMatter, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: { 'not-your-turn': 409, 'claimed-by-another': 409, recused: 409, 'no-such-colleague': 404, 'nobody-has-it': 409 },
  async run(context, { matterId, note }) {
    const matter = await lockMatter(context, { id: matterId, unitCode: context.unitCode })
    const { row } = matter
    if (!(await holdsSeat(context, matter))) return refuse({ code: 'not-your-turn', waitsFor: row.holder })
    if (row.claimed_by === null) return refuse({ code: 'nobody-has-it' })
    const isOwn = row.claimed_by === context.actor.accountId
    if (!isOwn && !(await hasLeft(context, row.claimed_by))) return refuse({ code: 'claimed-by-another' })
    await putIntoHands(context, row, { to: undefined, note })
    return ok({ claimedBy: null })
  },
})
