import { bureauOf } from '../../kernel/region-code.ts'
import { refuse } from '../../kernel/result.ts'
import { type Action, action } from '../actions/declare.ts'
import { afterChange, whereAccountIs } from './account-actions.ts'
import { lockAccount } from './account-queries.ts'
import { insertRole } from './accounts.ts'
import * as contract from './contract.ts'
import { findRoleAgainst, isRoleOfTier } from './roles-together.ts'

/**
 * Nobody grants to himself; a role fits the tier of the unit; administrators of the three kinds are separate accounts
 * and no users of the business (GB/T 22239-2019 8.1.4.2). The database holds the first and the last of these as well.
 */
const grantRole = action(contract.grantRole, {
  grant: 'role.assign',
  where: whereAccountIs,
  refusals: { 'own-account': 409, 'account-disabled': 409, 'role-held': 409, 'role-not-of-tier': 422, 'roles-apart': 409 },
  async run(context, asked) {
    const { tx, actor, unitCode, now, note } = context
    if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
    if (!isRoleOfTier(asked.role, unitCode)) return refuse({ code: 'role-not-of-tier' })
    const account = await lockAccount(tx, { ...asked, unitCode })
    if (account.status === 'disabled') return refuse({ code: 'account-disabled' })
    if (account.roles.includes(asked.role)) return refuse({ code: 'role-held' })
    const against = findRoleAgainst(account.roles, asked.role)
    if (against) return refuse({ code: 'roles-apart', against })
    await insertRole(tx, { ...asked, unitCode, grantedBy: actor.accountId, now: new Date(now) })
    note({ role: asked.role })
    return afterChange(context, asked, 'role-changed')
  },
})

const endRole = action(contract.endRole, {
  grant: 'role.assign',
  where: whereAccountIs,
  refusals: { 'own-account': 409, 'role-not-held': 409 },
  async run(context, asked) {
    const { tx, actor, unitCode, now, note } = context
    if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
    await lockAccount(tx, { ...asked, unitCode })
    const { rowCount } = await tx.query(
      `update access.account_roles set ended_at = greatest($4::timestamptz, granted_at), ended_by = $5
       where bureau_code = $1 and account_id = $2 and role = $3 and ended_at is null`,
      [bureauOf(unitCode), asked.accountId, asked.role, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'role-not-held' })
    note({ role: asked.role })
    return afterChange(context, asked, 'role-changed')
  },
})

export const roleActions: readonly Action[] = [grantRole, endRole]
