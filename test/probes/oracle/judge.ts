import { permissionFor, ROLES, type RoleName } from './permission-table.ts'
import { liesBelow } from './places.ts'

/** Whoever asks, as the oracle knows them. */
export interface Asker {
  readonly role: RoleName
  readonly at: string
  readonly accountId?: string
}

/** What must come of a call. `hidden`: it may be made, and shows nothing of what it is about. */
export type Verdict = 'signed-out' | 'not-permitted' | 'not-found' | 'hidden' | 'may'

export interface Question {
  readonly route: string
  /** The place it touches; left out where it touches none. */
  readonly touches?: string | undefined
  /** Where the row lies that the message names beside its place, or looks for. */
  readonly about?: string | undefined
  /** The account whose own thing it is: to everybody else it is not there. */
  readonly belongsTo?: string | undefined
  /** The account whose own row the message names besides: to everybody else it names nothing. */
  readonly namesRowOf?: string | undefined
  /** Roles that serve kinds of their own, for whom this one is not there. */
  readonly notFor?: readonly string[] | undefined
}

/** First who, then whether they may at all, then where: in this order nobody learns that something exists. */
export function judge(asker: Asker | undefined, { route, touches, about, belongsTo, namesRowOf, notFor }: Question): Verdict {
  if (!asker) return 'signed-out'
  const permission = permissionFor(route)
  if (!(ROLES[asker.role].may as readonly string[]).includes(permission)) return 'not-permitted'
  if (touches !== undefined && !liesBelow(touches, asker.at)) return 'not-found'
  if (notFor?.includes(asker.role)) return 'not-found'
  if (belongsTo !== undefined && belongsTo !== asker.accountId) return 'not-found'
  if (namesRowOf !== undefined && namesRowOf !== asker.accountId) return 'hidden'
  if (about !== undefined && !liesBelow(about, asker.at)) return 'hidden'
  return 'may'
}
