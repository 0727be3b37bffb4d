import { addDays, addMonths, daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'

const START_WITHIN_DAYS = 30
const FOLLOW_UP_AFTER_MONTHS = 6
const PLACE_WITHIN_MONTHS = 6

/** The last day on which an employer lets somebody start in time: thirty days after the letter (安置条例 75). */
export const startBy = (letterOn: PlainDate): PlainDate => addDays(letterOn, START_WITHIN_DAYS)

/** The first day on which one is asked how the work goes, half a year after the start (a norm of the network, unverified). */
export const followUpFrom = (startedOn: PlainDate): PlainDate => addMonths(startedOn, FOLLOW_UP_AFTER_MONTHS)

/** The last day on which somebody received on a day is placed in time: within six months (安置条例 31). */
export const placeBy = (receivedOn: PlainDate): PlainDate => addMonths(receivedOn, PLACE_WITHIN_MONTHS)

/** Through whom a start is late. Where it is not the person, the employer owes pay from the month of the letter (安置条例 75). */
export const LATE_CAUSES = ['employer', 'person', 'other'] as const
export type LateCause = (typeof LATE_CAUSES)[number]

export interface Started {
  readonly letterOn: PlainDate
  readonly startBy: PlainDate
  readonly startedOn: PlainDate | null
  readonly cause: LateCause | null
}

/** Days since the last day for a start; 0 while there is time, and once somebody has started. */
export const daysOverdue = ({ startBy: by, startedOn }: Pick<Started, 'startBy' | 'startedOn'>, today: PlainDate): number =>
  startedOn === null && today > by ? daysBetween(by, today) : 0

/**
 * The months for which the employer owes at least eighty per cent of the average pay of its like (安置条例 75): from the
 * month of the letter, until the month before the start, as soon as the start is late and not through the person.
 * How a part of the first month counts the article does not say: whole months are listed, unverified.
 */
export function owedMonths(one: Started, today: PlainDate): string[] {
  const late = (one.startedOn ?? today) > one.startBy
  if (!late || one.cause === 'person') return []
  return monthsFrom(one.letterOn, one.startedOn ?? addMonths(today, 1))
}

/** Calendar months, `2026-03`, from the one of a day up to but without the one of another. */
export function monthsFrom(from: PlainDate, before: PlainDate): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01` as PlainDate; day.slice(0, 7) < before.slice(0, 7); day = addMonths(day, 1)) {
    months.push(day.slice(0, 7))
  }
  return months
}
