import type { z } from 'zod'
import type * as contract from '../../../platform/access/contract.ts'
import type { Role } from '../../../platform/access/roles.ts'
import type { PasswordRefusal, SessionRefusal } from '../../../platform/access/session-contract.ts'
import type { AccessText } from './messages.ts'

type RefusalOf<C> = C extends { refusal: infer R extends z.ZodType } ? z.output<R> : never

type Contracts = typeof contract

/** Everything that an action on accounts may refuse. */
export type AccountRefusal = RefusalOf<
  Contracts[
    | 'openAccount'
    | 'disableAccount'
    | 'enableAccount'
    | 'resetPassword'
    | 'resetSecondFactor'
    | 'unbindSignOn'
    | 'grantRole'
    | 'endRole'
    | 'signOutEverywhere']
>

/** One plain sentence for each: a new code without a sentence does not compile. */
export function accountRefusal(refusal: AccountRefusal, text: AccessText, roleName: (role: Role) => string): string {
  if (refusal.code === 'password-weak') return weakness(refusal, text)
  if (refusal.code === 'roles-apart') return text('access.refusal.roles-apart', { role: roleName(refusal.against) })
  return text(`access.refusal.${refusal.code}`)
}

/** The same for what one does to one's own account. */
export function ownRefusal(refusal: SessionRefusal, text: AccessText): string {
  if (refusal.code === 'password-weak') return weakness(refusal, text)
  return text(`access.own.refusal.${refusal.code}`, refusal.code === 'too-many-tries' ? { count: refusal.waitSeconds } : {})
}

const weakness = ({ why, minimumLength }: PasswordRefusal, text: AccessText): string =>
  text('access.refusal.password-weak', { why: text(`access.weak.${why}`, { count: minimumLength }) })
