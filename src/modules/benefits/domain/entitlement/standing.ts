import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { benefitClass, type HeldClass } from './classes.ts'
import type { Course, Holding, SuspensionReason } from './course.ts'
import { monthIndex, nextJanuary } from './month.ts'

/** First month of pay: of the approval, not before the age of the class, of the disabled not before the army has paid its year. */
export function firstMonth(course: Course, holding: Holding): number {
  const found = benefitClass(holding.classCode)
  const ofAge = found?.fromAge ? monthIndex(addMonths(course.bornOn, found.fromAge * 12)) : 0
  const afterArmy = holding.leftArmyOn !== null && found?.rate === 'DIS' ? nextJanuary(holding.leftArmyOn) : 0
  return Math.max(monthIndex(holding.approvedOn), ofAge, afterArmy)
}

/** The month after the last that is paid; a month that was begun is paid. */
export function endMonth(course: Course, holding: Holding): number {
  const days: PlainDate[] = []
  if (course.diedOn) days.push(course.diedOn)
  if (holding.endedOn) days.push(holding.endedOn)
  if (holding.isMinor) {
    const grown = addMonths(course.bornOn, 18 * 12)
    days.push(holding.exemptUntil && holding.exemptUntil > grown ? holding.exemptUntil : grown)
  }
  return Math.min(...days.map((day) => monthIndex(day) + 1), Number.MAX_SAFE_INTEGER)
}

/** Grade and cause in a month: the last that was approved by then. */
export function heldIn({ classCode, grade, cause, period, regrades }: Holding, month: number): HeldClass {
  const later = regrades.filter(({ on }) => monthIndex(on) <= month).at(-1)
  return { classCode, period, grade: later?.grade ?? grade, cause: later?.cause ?? cause }
}

/** The county that pays in a month. */
export const placeIn = ({ place, moves }: Course, month: number): RegionCode =>
  moves.filter(({ on }) => nextJanuary(on) <= month).at(-1)?.to ?? place

/** Whether another county pays a month. */
export const isAway = ({ away = [] }: Course, month: number): boolean => away.some(({ from, until }) => month >= from && month < until)

/** Why nothing is paid in a month; undefined where it is. */
export const heldBackIn = ({ suspensions }: Course, month: number): SuspensionReason | undefined =>
  suspensions.find(({ from, to }) => month > monthIndex(from) && (to === null || month < monthIndex(to)))?.reason

/** The month in which what a suspension held back is made good: that of its last day. Undefined while it lasts. */
export const resumedIn = ({ suspensions }: Course, month: number): number | undefined => {
  const to = suspensions.find((one) => month > monthIndex(one.from) && one.to !== null && month < monthIndex(one.to))?.to
  return to ? monthIndex(to) : undefined
}
