import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { CodeRange, Tier, UnitCode } from '../../kernel/region-code.ts'
import type { Scope } from '../database/scope.ts'
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
  /** On /me: the one file of the range that may be reached, and with what authority. Absent: an office acts. */
  readonly person?: ActsFor
}

/** Whose file a personal account has open. */
export interface ActsFor {
  readonly id: PersonId
  /** Somebody else acts, by an authority that covers these kinds of matters (null: all). Absent: the person. */
  readonly agent?: { readonly kinds: readonly string[] | null }
}

/** The scope of an actor's transactions. */
export const scopeOf = ({ scope, accountId, person }: Pick<Actor, 'scope' | 'accountId' | 'person'>): Scope => ({
  ...scope,
  accountId,
  ...(person ? { personId: person.id } : {}),
})
