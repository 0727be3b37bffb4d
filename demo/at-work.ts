import type { AccountId } from '../src/kernel/id.ts'
import { rangeOf, tierOf, type UnitCode } from '../src/kernel/region-code.ts'
import type { Actor } from '../src/platform/access/actor.ts'
import { grantsOf, type Role } from '../src/platform/access/roles.ts'

interface Seat {
  readonly accountId: AccountId
  readonly name: string
  readonly unitCode: UnitCode
  readonly role: Role
}

/** Somebody at work in the one role they have, who reaches the places of the own unit. */
export const atWork = ({ accountId, name, unitCode, role }: Seat): Actor => ({
  accountId,
  name,
  unitCode,
  tier: tierOf(unitCode),
  roles: [role],
  grants: grantsOf([role]),
  scope: rangeOf(unitCode),
})
