import { uuidv7 } from 'uuidv7'
import type { Answer } from './read-answer.ts'

/** The id of an action that has not been answered for certain yet (header `idempotency-key`). */
export type ActionKey = string

export const newActionKey = (): ActionKey => uuidv7()

/**
 * Is it certain what became of the action? Done, refused, or turned away at the door: then the next attempt is a new
 * action and gets a new key. After a lost answer, a fault, a missing sign-in or "still running" it may have happened:
 * the key stays, so that the same thing is never done twice, not even when the form was changed in between.
 */
export function isSettled(answer: Answer<unknown, unknown>): boolean {
  if (answer.kind !== 'problem') return true
  switch (answer.problem.code) {
    case 'invalid-input':
    case 'not-permitted':
    case 'not-found':
      return true
    case 'not-signed-in':
    case 'still-running':
    case 'key-reused':
    case 'fault':
    case 'disk-full':
    case 'unreachable':
    case 'unreadable':
      return false
  }
}

/** The key for the next attempt. */
export function keyAfter(key: ActionKey, answer: Answer<unknown, unknown>, make: () => ActionKey = newActionKey): ActionKey {
  return isSettled(answer) ? make() : key
}
