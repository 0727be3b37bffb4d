import { type Clock, clockAt } from '../../src/platform/clock/clock.ts'

/** A clock that goes on by itself and can be put forward: days pass between two steps of a journey. */
export interface MovingClock extends Clock {
  /** Puts it forward by so many days. Whoever was signed in is not any more. */
  pass(days: number): void
}

export function movingClock(from: string): MovingClock {
  const began = Date.now()
  let days = 0
  const instant = (): string => new Date(Date.parse(from) + (Date.now() - began) + days * 86_400_000).toISOString()
  return {
    now: instant,
    today: () => clockAt(instant()).today(),
    pass: (more) => {
      days += more
    },
  }
}
