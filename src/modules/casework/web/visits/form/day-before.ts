import { addDays, PlainDate } from '../../../../../kernel/plain-date.ts'

/** The day before a legal day. */
export const dayBefore = (day: string): PlainDate => addDays(PlainDate.parse(day), -1)
