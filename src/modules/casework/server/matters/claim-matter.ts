import { AccountId } from '../../../../kernel/id.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { claimMatter as ClaimMatter } from '../../contract.ts'
import { lockMatter, whereMatterIs } from './matter-rows.ts'
import { findSeatPlaces, seatsAt } from './seats.ts'

/** A colleague: an account that is in force at the same unit. */
async function isColleague({ tx, actor }: ActionContext, accountId: string): Promise<boolean> {
  const { rowCount } = await tx.query("select from access.accounts where id = $1 and unit_code = $2 and status = 'active'", [
    accountId,
    actor.unitCode,
  ])
  return rowCount === 1
}

export const claimMatter = action(ClaimMatter, {
  grant: 'matter.work',
  where: whereMatterIs,
  refusals: { 'not-your-turn': 409, 'claimed-by-another': 409, 'no-such-colleague': 404 },
  async run(context, { matterId, accountId }) {
    const { row } = await lockMatter(context, { id: matterId, unitCode: context.unitCode })
    const seats = seatsAt(context.actor, await findSeatPlaces(context.tx, row.unit_code))
    if (row.holder === null || row.holder === 'applicant' || !seats.includes(row.holder))
      return refuse({ code: 'not-your-turn', waitsFor: row.holder })
    if (row.claimed_by !== null && row.claimed_by !== context.actor.accountId) return refuse({ code: 'claimed-by-another' })
    const claimedBy = AccountId.parse(accountId ?? context.actor.accountId)
    if (claimedBy !== context.actor.accountId && !(await isColleague(context, claimedBy))) return refuse({ code: 'no-such-colleague' })
    await context.tx.query('update casework.matters set claimed_by = $3 where bureau_code = left($2, 6) and id = $1', [
      row.id,
      row.unit_code,
      claimedBy,
    ])
    context.note({ matter: row.id, to: claimedBy })
    return ok({ claimedBy })
  },
})
