import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import { lastOver, periodAround } from '../domain/rhythm.ts'

/** The periods that are offered; any other is given by its days. */
export const WHICH = ['month', 'thisMonth', 'halfYear', 'thisHalf', 'year', 'own'] as const
export type Which = (typeof WHICH)[number]

/** The days of an offered period, seen from a day. */
export function spanOf(which: Exclude<Which, 'own'>, today: PlainDate): { from: PlainDate; to: PlainDate } {
  if (which === 'month') return lastOver('month', today)
  if (which === 'thisMonth') return periodAround('month', today)
  if (which === 'halfYear') return lastOver('halfYear', today)
  if (which === 'thisHalf') return periodAround('halfYear', today)
  return { from: `${today.slice(0, 4)}-01-01` as PlainDate, to: addDays(today, 0) }
}
