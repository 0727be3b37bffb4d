import { permissionFor } from './permission-table.ts'
import { liesBelow } from './places.ts'
import { isOwn, PERSON, ROLES, type RoleName } from './roles.ts'

/** An account of an office, as the oracle knows it. */
export interface Clerk {
  readonly role: RoleName
  readonly at: string
  readonly accountId?: string
}

/** A telephone on /me that is bound to a file, and where the file lies. */
export interface Person {
  readonly role: 'person'
  readonly at: string
  readonly personId: string
  /** The name that the person reads in full; an agent reads none. */
  readonly name?: string
  /** Somebody else acts, by an authority for these kinds of matters. */
  readonly kinds?: readonly string[]
}

/** Whoever asks. */
export type Asker = Clerk | Person

/**
 * What must come of a call. `hidden`: it may be made, and shows nothing of what it is about. `outside-authority`: an agent
 * begins what the authority does not cover.
 */
export type Verdict = 'signed-out' | 'not-permitted' | 'not-found' | 'hidden' | 'outside-authority' | 'may'

export interface Question {
  readonly route: string
  /** The place it touches; left out where it touches none. */
  readonly touches?: string | undefined
  /** Where the row lies that the message names beside its place, or looks for. */
  readonly about?: string | undefined
  /** The account or person whose own thing it is: to everybody else it is not there. */
  readonly belongsTo?: string | undefined
  /** The account or person whose own row the message names besides: to everybody else it names nothing. */
  readonly namesRowOf?: string | undefined
  /** Roles that serve kinds of their own, for whom this one is not there. */
  readonly notFor?: readonly string[] | undefined
  /** The kind of matter in which something is done on /me. */
  readonly kind?: string | undefined
}

/** First who, then whether they may at all, then where: in this order nobody learns that something exists. */
export function judge(asker: Asker | undefined, question: Question): Verdict {
  // A person on /me is nobody at a desk, and a clerk is nobody on /me.
  if (!asker || (asker.role === 'person') !== isOwn(permissionFor(question.route))) return 'signed-out'
  return asker.role === 'person' ? judgePerson(asker, question) : judgeClerk(asker, question)
}

function judgePerson({ personId, kinds }: Person, { route, belongsTo, namesRowOf, kind }: Question): Verdict {
  if (!(PERSON as readonly string[]).includes(permissionFor(route))) return 'not-permitted'
  if (belongsTo !== undefined && belongsTo !== personId) return 'not-found'
  if (namesRowOf !== undefined && namesRowOf !== personId) return 'hidden'
  if (kind === undefined || kinds === undefined || kinds.includes(kind)) return 'may'
  // A matter of a kind that the authority does not cover is not there; only beginning one is refused in words.
  return belongsTo === undefined ? 'outside-authority' : 'not-found'
}

function judgeClerk(asker: Clerk, { route, touches, about, belongsTo, namesRowOf, notFor }: Question): Verdict {
  const permission = permissionFor(route)
  if (!(ROLES[asker.role].may as readonly string[]).includes(permission)) return 'not-permitted'
  if (touches !== undefined && !liesBelow(touches, asker.at)) return 'not-found'
  if (notFor?.includes(asker.role)) return 'not-found'
  if (belongsTo !== undefined && belongsTo !== asker.accountId) return 'not-found'
  if (namesRowOf !== undefined && namesRowOf !== asker.accountId) return 'hidden'
  if (about !== undefined && !liesBelow(about, asker.at)) return 'hidden'
  return 'may'
}
