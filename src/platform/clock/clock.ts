import { dayInChina } from '../../kernel/china-time.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'

/** Where time comes from. Only tests and the demo give another one. */
export interface Clock {
  /** This instant, ISO 8601 in UTC. */
  now(): string
  /** Today in China (UTC+8 the whole year), the day that forms, clocks and articles of law mean. */
  today(): PlainDate
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => dayInChina(Date.now()),
}

/** A clock that stands still: for tests and for the demo. */
export const clockAt = (instant: string): Clock => ({
  now: () => new Date(instant).toISOString(),
  today: () => dayInChina(Date.parse(instant)),
})
