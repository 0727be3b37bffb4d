import { z } from 'zod'
import { actionContract, NoRefusal, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { AccountId } from '../../kernel/id.ts'
import { Tier, UnitCode } from '../../kernel/region-code.ts'
import { Role } from './roles.ts'
import { PasswordRefusal } from './session-contract.ts'

export const AccountStatus = z.enum(['active', 'disabled'])
export type AccountStatus = z.infer<typeof AccountStatus>

/** An account as an administrator sees it: never a hash, a secret or a code. */
export const Account = z.object({
  id: AccountId,
  login: z.string(),
  name: z.string(),
  unitCode: UnitCode,
  tier: Tier,
  status: AccountStatus,
  roles: z.array(Role),
  hasTotp: z.boolean(),
  /** A sign-on of the provider opens it, beside its password. */
  hasSignOn: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSignedInAt: z.iso.datetime().nullable(),
})
export type Account = z.infer<typeof Account>

/** A role held once: by whom granted, and until when. */
const RoleHeld = z.object({
  role: Role,
  grantedBy: AccountId.nullable(),
  grantedAt: z.iso.datetime(),
  endedBy: AccountId.nullable(),
  endedAt: z.iso.datetime().nullable(),
})

/** What the reader may do with an account; the web never works it out by itself. */
const AccountCan = z.object({ manage: z.boolean(), assignRoles: z.boolean(), grantable: z.array(Role) })

const Login = z
  .string()
  .max(100)
  .transform((text) => text.trim().normalize('NFKC').toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, { message: 'not-a-login' }))
const Name = z
  .string()
  .trim()
  .min(1, { message: 'name-missing' })
  .max(60, { message: 'name-too-long' })
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, { message: 'name-has-control-signs' })
const InitialPassword = z.string().min(1).max(200)
const One = z.object({ accountId: AccountId })
const OneRole = One.extend({ role: Role })

const refusal = <const Code extends string>(code: Code) => z.object({ code: z.literal(code) })
const OwnAccount = refusal('own-account')
const Disabled = refusal('account-disabled')

export const openAccount = actionContract({
  name: 'account.open',
  summary: 'Opens an account, without roles, at a unit in one’s own range. Its first password must be changed at the first sign-in.',
  input: z.object({ login: Login, name: Name, unitCode: UnitCode, initialPassword: InitialPassword }),
  output: Account,
  refusal: z.discriminatedUnion('code', [refusal('login-taken'), refusal('unit-unknown'), PasswordRefusal]),
})

export const disableAccount = actionContract({
  name: 'account.disable',
  summary: 'Disables an account and ends its sessions.',
  input: One,
  output: Account,
  refusal: z.discriminatedUnion('code', [OwnAccount, Disabled]),
})

export const enableAccount = actionContract({
  name: 'account.enable',
  summary: 'Lets a disabled account sign in again, with the roles it held; its password must be changed.',
  input: One,
  output: Account,
  refusal: z.discriminatedUnion('code', [OwnAccount, refusal('account-active')]),
})

export const resetPassword = actionContract({
  name: 'account.resetPassword',
  summary: 'Sets a password that must be changed at the next sign-in, unbinds single sign-on, forgets known devices and ends all sessions.',
  input: One.extend({ initialPassword: InitialPassword }),
  output: Account,
  refusal: z.discriminatedUnion('code', [OwnAccount, Disabled, PasswordRefusal]),
})

export const resetSecondFactor = actionContract({
  name: 'account.resetSecondFactor',
  summary: 'Removes a lost second factor, to be enrolled anew, and ends all sessions. Not for who may reset passwords.',
  input: One,
  output: Account,
  refusal: z.discriminatedUnion('code', [OwnAccount, Disabled]),
})

export const unbindSignOn = actionContract({
  name: 'account.unbindSignOn',
  summary: 'Unbinds single sign-on from an account, if it was bound, and ends all sessions; its owner may bind it again.',
  input: One,
  output: Account,
  refusal: z.discriminatedUnion('code', [OwnAccount]),
})

export const grantRole = actionContract({
  name: 'account.grantRole',
  summary: 'Grants a role that fits the unit’s tier to somebody else’s account; its sessions end.',
  input: OneRole,
  output: Account,
  refusal: z.discriminatedUnion('code', [
    OwnAccount,
    Disabled,
    refusal('role-held'),
    refusal('role-not-of-tier'),
    z.object({ code: z.literal('roles-apart'), against: Role }),
  ]),
})

export const endRole = actionContract({
  name: 'account.endRole',
  summary: 'Ends a role of somebody else’s account; its sessions end.',
  input: OneRole,
  output: Account,
  refusal: z.discriminatedUnion('code', [OwnAccount, refusal('role-not-held')]),
})

export const signOutEverywhere = actionContract({
  name: 'account.signOutEverywhere',
  summary: 'Ends all sessions of an account.',
  input: One,
  output: Account,
  refusal: NoRefusal,
})

export const listAccounts = viewContract({
  name: 'account.list',
  summary: 'The accounts at a place and below it, by unit and login.',
  input: Paging.extend({ unitCode: UnitCode, status: AccountStatus.optional() }),
  output: paged(Account),
})

export const getAccount = viewContract({
  name: 'account.get',
  summary: 'One account with the roles it holds and has held.',
  input: One,
  output: z.object({ account: Account, history: z.array(RoleHeld), can: AccountCan }),
})
