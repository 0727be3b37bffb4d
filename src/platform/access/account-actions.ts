import type { AccountId } from '../../kernel/id.ts'
import { bureauOf, type UnitCode } from '../../kernel/region-code.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { ActionContext, ViewContext } from '../actions/context.ts'
import { type Action, action } from '../actions/declare.ts'
import type { Tx } from '../database/tx.ts'
import { findUnitOf, getAccountRow, lockAccount } from './account-queries.ts'
import { insertAccount } from './accounts.ts'
import * as contract from './contract.ts'
import { endSignOn } from './oidc/sign-ons.ts'
import { findPasswordFault, hashPassword } from './password.ts'
import type { PasswordRefusal } from './session-contract.ts'
import { type EndReason, endSessions } from './sessions.ts'
import type { PasswordProfile } from './settings.ts'

export interface AccountActionsOptions {
  readonly passwords: PasswordProfile
  /** Whether a unit is open: the module that keeps the units knows. */
  readonly isUnit: (tx: Tx, unitCode: UnitCode) => Promise<boolean>
}

type One = { readonly accountId: AccountId }

/** An account is where its unit is; out of range there is none. */
export const whereAccountIs = ({ accountId }: One, { tx }: ViewContext) => findUnitOf(tx, accountId)

/** Ends what an account has open after a change to it, and answers with the account as it now is. */
export async function afterChange({ tx, now, unitCode, subject }: ActionContext, { accountId }: One, reason: EndReason) {
  await endSessions(tx, { accountId, unitCode }, { reason, now: new Date(now) })
  subject(accountId)
  return ok(await getAccountRow(tx, accountId))
}

function weakness(passwords: PasswordProfile, account: { password: string; login: string; name: string }): PasswordRefusal | undefined {
  const why = findPasswordFault(passwords, account)
  return why && { code: 'password-weak', why, minimumLength: passwords.minimumLength }
}

const openAccount = ({ passwords, isUnit }: AccountActionsOptions): Action =>
  action(contract.openAccount, {
    grant: 'account.manage',
    where: ({ unitCode }) => unitCode,
    refusals: { 'login-taken': 409, 'unit-unknown': 422, 'password-weak': 422 },
    async run({ tx, actor, now, subject }, { initialPassword, ...asked }) {
      const weak = weakness(passwords, { ...asked, password: initialPassword })
      if (weak) return refuse(weak)
      if (!(await isUnit(tx, asked.unitCode))) return refuse({ code: 'unit-unknown' })
      const accountId = await insertAccount(tx, {
        ...asked,
        password: initialPassword,
        mustChangePassword: true,
        createdBy: actor.accountId,
        now: new Date(now),
      })
      if (!accountId) return refuse({ code: 'login-taken' })
      subject(accountId)
      return ok(await getAccountRow(tx, accountId))
    },
  })

const disableAccount = action(contract.disableAccount, {
  grant: 'account.manage',
  where: whereAccountIs,
  refusals: { 'own-account': 409, 'account-disabled': 409 },
  async run(context, asked) {
    const { tx, actor, unitCode } = context
    if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
    const account = await lockAccount(tx, { ...asked, unitCode })
    if (account.status === 'disabled') return refuse({ code: 'account-disabled' })
    await tx.query("update access.accounts set status = 'disabled' where bureau_code = $1 and id = $2", [
      bureauOf(unitCode),
      asked.accountId,
    ])
    return afterChange(context, asked, 'disabled')
  },
})

const enableAccount = action(contract.enableAccount, {
  grant: 'account.manage',
  where: whereAccountIs,
  refusals: { 'own-account': 409, 'account-active': 409 },
  async run(context, asked) {
    const { tx, actor, unitCode, subject } = context
    if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
    const account = await lockAccount(tx, { ...asked, unitCode })
    if (account.status === 'active') return refuse({ code: 'account-active' })
    await tx.query("update access.accounts set status = 'active', must_change_password = true where bureau_code = $1 and id = $2", [
      bureauOf(unitCode),
      asked.accountId,
    ])
    subject(asked.accountId)
    return ok(await getAccountRow(tx, asked.accountId))
  },
})

const resetPassword = ({ passwords }: AccountActionsOptions): Action =>
  action(contract.resetPassword, {
    grant: 'account.manage',
    where: whereAccountIs,
    refusals: { 'own-account': 409, 'account-disabled': 409, 'password-weak': 422 },
    async run(context, asked) {
      const { tx, actor, unitCode, now } = context
      if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
      const account = await lockAccount(tx, { ...asked, unitCode })
      if (account.status === 'disabled') return refuse({ code: 'account-disabled' })
      const weak = weakness(passwords, { ...account, password: asked.initialPassword })
      if (weak) return refuse(weak)
      const key = [bureauOf(unitCode), asked.accountId]
      await tx.query(
        `update access.accounts set password_hash = $3, password_changed_at = $4, must_change_password = true
         where bureau_code = $1 and id = $2`,
        [...key, await hashPassword(asked.initialPassword), now],
      )
      await endSignOn(tx, { ...asked, unitCode })
      await tx.query('delete from access.known_devices where bureau_code = $1 and account_id = $2', key)
      return afterChange(context, asked, 'password-changed')
    },
  })

const resetSecondFactor = action(contract.resetSecondFactor, {
  grant: 'role.assign',
  where: whereAccountIs,
  refusals: { 'own-account': 409, 'account-disabled': 409 },
  async run(context, asked) {
    const { tx, actor, unitCode } = context
    if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
    const account = await lockAccount(tx, { ...asked, unitCode })
    if (account.status === 'disabled') return refuse({ code: 'account-disabled' })
    const key = [bureauOf(unitCode), asked.accountId]
    await tx.query(
      'update access.accounts set totp_secret = null, totp_pending = null, totp_confirmed_at = null where bureau_code = $1 and id = $2',
      key,
    )
    await tx.query('delete from access.recovery_codes where bureau_code = $1 and account_id = $2', key)
    return afterChange(context, asked, 'second-factor-changed')
  },
})

const unbindSignOn = action(contract.unbindSignOn, {
  grant: 'account.manage',
  where: whereAccountIs,
  refusals: { 'own-account': 409 },
  async run(context, asked) {
    const { tx, actor, unitCode } = context
    if (asked.accountId === actor.accountId) return refuse({ code: 'own-account' })
    await lockAccount(tx, { ...asked, unitCode })
    await endSignOn(tx, { ...asked, unitCode })
    return afterChange(context, asked, 'sign-on-changed')
  },
})

const signOutEverywhere = action(contract.signOutEverywhere, {
  grant: 'account.manage',
  where: whereAccountIs,
  refusals: {},
  run: (context, asked) => afterChange(context, asked, 'signed-out-everywhere'),
})

/** The actions on accounts that do not touch roles. */
export const keepingActions = (options: AccountActionsOptions): readonly Action[] => [
  openAccount(options),
  disableAccount,
  enableAccount,
  resetPassword(options),
  resetSecondFactor,
  unbindSignOn,
  signOutEverywhere,
]
