import type { PlainDate } from '../../../kernel/plain-date.ts'

/**
 * Overdue contacts are a stock: a plan counts +1 from its due day on, and −1 from the day it was closed. Closed before
 * it was due, both fall on the due day and cancel, so the sum up to any day is the number overdue on that day.
 */
export const closingDay = (dueOn: PlainDate, closedOn: PlainDate): PlainDate => (closedOn > dueOn ? closedOn : dueOn)
