import { addDays, PlainDate } from '../../../kernel/plain-date.ts'

/** The day before a legal day. */
export const dayBefore = (day: string): PlainDate => addDays(PlainDate.parse(day), -1)

/** Today in China, where every station is, whatever the clock of this machine's zone says. */
export const todayInChina = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
