import type { AccountId } from '../../kernel/id.ts'
import type { CodeRange, Tier, UnitCode } from '../../kernel/region-code.ts'
import type { Grant } from './grants.ts'
import type { Role } from './roles.ts'

/** Who acts: an account at a unit, what its roles allow, and the range of codes it reaches. */
export interface Actor {
  readonly accountId: AccountId
  readonly name: string
  readonly unitCode: UnitCode
  readonly tier: Tier
  readonly roles: readonly Role[]
  readonly grants: ReadonlySet<Grant>
  readonly scope: CodeRange
}
