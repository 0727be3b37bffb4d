import { permissionFor, ROLES, type RoleName } from './permission-table.ts'
import { liesBelow } from './places.ts'

/** Whoever asks, as the oracle knows them. */
export interface Asker {
  readonly role: RoleName
  readonly at: string
}

/** What must come of a call. `hidden`: it may be made, and shows nothing of what it is about. */
export type Verdict = 'signed-out' | 'not-permitted' | 'not-found' | 'hidden' | 'may'

export interface Question {
  readonly route: string
  /** The place it touches; left out where it touches none. */
  readonly touches?: string | undefined
  /** Where the row lies that the message names beside its place, or looks for. */
  readonly about?: string | undefined
}

/** First who, then whether they may at all, then where: in this order nobody learns that something exists. */
export function judge(asker: Asker | undefined, { route, touches, about }: Question): Verdict {
  if (!asker) return 'signed-out'
  const permission = permissionFor(route)
  if (!(ROLES[asker.role].may as readonly string[]).includes(permission)) return 'not-permitted'
  if (touches !== undefined && !liesBelow(touches, asker.at)) return 'not-found'
  if (about !== undefined && !liesBelow(about, asker.at)) return 'hidden'
  return 'may'
}
