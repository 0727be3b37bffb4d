import { createStore } from '../state/store.ts'

type Outcome = 'signed-in' | 'given-up'

/**
 * When a call is told that nobody is signed in, it waits here. The dialog opens above the page, whatever was typed stays
 * where it is, and once somebody has signed in every waiting call goes out again.
 */
export const gate = createStore<{ open: boolean }>({ open: false })

let waiting: ((outcome: Outcome) => void)[] = []

export function untilSignedIn(): Promise<Outcome> {
  gate.set({ open: true })
  return new Promise((resolve) => waiting.push(resolve))
}

/** Lets everyone go on (or not). Used by the dialog alone. */
export function openGate(outcome: Outcome): void {
  const going = waiting
  waiting = []
  gate.set({ open: false })
  for (const go of going) go(outcome)
}
