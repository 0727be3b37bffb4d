import { tierOf, type UnitCode } from '../../kernel/region-code.ts'
import { ROLES, type Role } from './roles.ts'

const ADMINISTRATORS: ReadonlySet<Role> = new Set(['systemAdministrator', 'securityAdministrator', 'auditAdministrator'])

/** Whether an account at a unit may hold a role: a role is held at certain tiers only. */
export const isRoleOfTier = (role: Role, unitCode: UnitCode): boolean => ROLES[role].tiers.some((tier) => tier === tierOf(unitCode))

/**
 * The first role held that a further role cannot stand beside. An administrator of one of the three kinds is nothing
 * else on the same account: no other administrator and no user of the business (GB/T 22239-2019 8.1.4.2).
 */
export const findRoleAgainst = (held: readonly Role[], further: Role): Role | undefined =>
  held.find((role) => role !== further && (ADMINISTRATORS.has(role) || ADMINISTRATORS.has(further)))

/** Officers and administrators show a second factor (GB/T 22239-2019 8.1.4.1 d). */
export const needsSecondFactor = (roles: readonly Role[]): boolean => roles.some((role) => ROLES[role].secondFactor)
