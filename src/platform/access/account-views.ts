import { rangeOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Actor } from '../access/actor.ts'
import { type View, view } from '../actions/declare.ts'
import { whereAccountIs } from './account-actions.ts'
import { type AccountPage, findAccount, listAccountRows, listRolesHeld } from './account-queries.ts'
import { rolesOf } from './accounts.ts'
import * as contract from './contract.ts'
import { ROLES } from './roles.ts'
import { findRoleAgainst, isRoleOfTier } from './roles-together.ts'

const encodeCursor = ({ unitCode, login }: contract.Account): string => Buffer.from(`${unitCode} ${login}`).toString('base64url')

/** A cursor that is not ours begins at the beginning. */
function decodeCursor(cursor: string | undefined): AccountPage['after'] {
  const match = /^([\d-]{12,15}) ([a-z0-9._-]{3,40})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString())
  return match?.[1] && match[2] ? { unitCode: match[1], login: match[2] } : undefined
}

const listAccounts = view(contract.listAccounts, {
  grant: 'account.read',
  where: ({ unitCode }) => unitCode,
  async run({ tx }, { unitCode, status, cursor, limit }) {
    const found = await listAccountRows(tx, { range: rangeOf(unitCode), status, after: decodeCursor(cursor), limit })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return found.length > limit && last ? { rows, next: encodeCursor(last) } : { rows }
  },
})

/** What the reader may do; the actions themselves decide again. */
function canOf(actor: Actor, account: contract.Account) {
  const isOther = account.id !== actor.accountId
  const assignRoles = isOther && actor.grants.has('role.assign')
  const fits = (role: keyof typeof ROLES) =>
    isRoleOfTier(role, account.unitCode as UnitCode) && !account.roles.includes(role) && !findRoleAgainst(account.roles, role)
  const grantable = assignRoles && account.status === 'active' ? rolesOf(Object.keys(ROLES)).filter(fits) : []
  return { manage: isOther && actor.grants.has('account.manage'), assignRoles, grantable }
}

const getAccount = view(contract.getAccount, {
  grant: 'account.read',
  where: whereAccountIs,
  async run({ tx, actor }, { accountId }) {
    const account = await findAccount(tx, accountId)
    if (!account) return undefined
    const held = await listRolesHeld(tx, { accountId, unitCode: account.unitCode })
    const history = held.flatMap((row) =>
      rolesOf([row.role]).map((role) => ({
        role,
        grantedBy: row.granted_by,
        grantedAt: row.granted_at,
        endedBy: row.ended_by,
        endedAt: row.ended_at,
      })),
    )
    return { account, history, can: canOf(actor, account) }
  },
})

export const accountViews: readonly View[] = [listAccounts, getAccount]
