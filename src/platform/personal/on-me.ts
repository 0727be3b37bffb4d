import { rangeOf, tierOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Actor, ActsFor } from '../access/actor.ts'
import { PERSONAL_GRANTS } from '../access/roles.ts'

interface OpenFile {
  readonly accountId: Actor['accountId']
  /** The unit that keeps the file. */
  readonly unitCode: UnitCode
  readonly person: ActsFor
}

/** Whoever has a file open on /me: the person, or somebody who acts for them. */
export const onMe = ({ accountId, unitCode, person }: OpenFile): Actor => ({
  accountId,
  name: person.agent ? '代办人' : '本人',
  unitCode,
  tier: tierOf(unitCode),
  roles: [],
  grants: new Set(PERSONAL_GRANTS),
  scope: rangeOf(unitCode),
  person,
})
