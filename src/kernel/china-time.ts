import type { PlainDate } from './plain-date.ts'

/** By how much the clocks of China are ahead of UTC, milliseconds: the same all year and in all of it. */
const AHEAD_MS = 8 * 3_600_000

/** `2026-06-10T10:05:40.000`: the clock of China at an instant, whatever the zone of this machine is. */
const clockAt = (instant: string | number): string =>
  new Date((typeof instant === 'number' ? instant : Date.parse(instant)) + AHEAD_MS).toISOString()

/** The legal day in China at an instant: text of ISO 8601, or milliseconds since 1970. @throws RangeError where it is none */
export const dayInChina = (instant: string | number): PlainDate => clockAt(instant).slice(0, 10) as PlainDate

/** `2026-06-10 10:05`, to the minute, as it stands in a table. @throws RangeError where it is no instant */
export const minuteInChina = (instant: string | number): string => clockAt(instant).slice(0, 16).replace('T', ' ')

/** `2026-06-10 10:05:40`, to the second. @throws RangeError where it is no instant */
export const secondInChina = (instant: string | number): string => clockAt(instant).slice(0, 19).replace('T', ' ')
