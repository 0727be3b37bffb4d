import { addDays, PlainDate } from '../../../kernel/plain-date.ts'
import { rightNow } from '../../../ui/outbox/right-now.ts'

/** The day before a legal day. */
export const dayBefore = (day: string): PlainDate => addDays(PlainDate.parse(day), -1)

/** Today in China, where every station is, whatever the zone of this machine is, and its clock by the last word of the server. */
export const todayInChina = (): string => new Date(rightNow() + 8 * 3_600_000).toISOString().slice(0, 10)
