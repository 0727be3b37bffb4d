import type { Role } from '../../../platform/access/roles.ts'

/** What an administrator is about to do to an account. */
export type AccountStep =
  | { readonly kind: 'disable' | 'enable' | 'resetPassword' | 'resetSecondFactor' | 'unbindSignOn' | 'signOut' | 'grantRole' }
  | { readonly kind: 'endRole'; readonly role: Role }
