import { daysBetween } from '../../../kernel/plain-date.ts'
import { monthsIn } from './compared.ts'
import { firstDay, lastDay, monthNumber, type Window } from './months.ts'

const daysIn = ({ from, to }: Window): number => daysBetween(from, to) + 1

/** Months of a window: a whole one counts one, a begun one the part of its days. */
function monthsCounted(window: Window): number {
  return monthsIn(window).reduce((sum, part) => {
    const month = monthNumber(part.from)
    return sum + daysIn(part) / daysIn({ from: firstDay(month), to: lastDay(month) })
  }, 0)
}

/** How long a window is, in months or in weeks of seven days. */
export const lengthOf = (window: Window, unit: 'month' | 'week'): number => (unit === 'month' ? monthsCounted(window) : daysIn(window) / 7)
