import { rangeOf, tierOf } from '../../kernel/region-code.ts'
import type { Actor } from './actor.ts'
import { grantsOf } from './roles.ts'

/** Somebody at work at a unit: may what the roles held there allow, in the places of that unit. */
export const atWork = ({ accountId, name, unitCode, roles }: Pick<Actor, 'accountId' | 'name' | 'unitCode' | 'roles'>): Actor => ({
  accountId,
  name,
  unitCode,
  tier: tierOf(unitCode),
  roles,
  grants: grantsOf(roles),
  scope: rangeOf(unitCode),
})
