/** An instant by the clock of China, to the minute: 2026-06-10 10:05. */
export const minuteInChina = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Whole hours until an instant, upwards; none once it has passed. */
export const hoursLeft = (until: string, now: string): number => Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 3_600_000))
