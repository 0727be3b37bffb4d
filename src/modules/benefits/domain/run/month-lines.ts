import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { benefitClass, rateKeyOf } from '../entitlement/classes.ts'
import type { Course, Holding } from '../entitlement/course.ts'
import { computeLines, type Line } from '../entitlement/lines.ts'
import { firstDay } from '../entitlement/month.ts'
import { endMonth, firstMonth, heldBackIn, heldIn, isAway, placeIn } from '../entitlement/standing.ts'
import { rateOn } from '../rates/rate-on.ts'
import type { KnownTable } from '../rates/rate-table.ts'
import { type Failure, type LineReason, type RunLine, type RunRate, rateOf, reasonOf } from './run-line.ts'

/** What approved runs paid for a month, all their lines together. */
export interface Paid {
  readonly classCode: string
  readonly kind: Line['kind']
  readonly month: number
  readonly amountFen: bigint
  /** The rate of the month's own line in the run before this one; null where the line is older or had none. */
  readonly rate: RunRate | null
}

export interface MonthAsked {
  /** The first month looked at: that of the run where nothing has changed for earlier ones. */
  readonly from: number
  /** The month of the run. */
  readonly month: number
  readonly knownOn: PlainDate
  readonly paid: readonly Paid[]
}

const nameOf = ({ classCode, kind, month }: Pick<Line, 'classCode' | 'kind' | 'month'>): string => `${classCode} ${kind} ${month}`

/**
 * What a run pays somebody: the month's own lines, and for each earlier month of the window what is due by all that is
 * known less what was paid. Who was paid last month and is not now has a line of nought that says why.
 */
export function linesOf(course: Course, tables: readonly KnownTable[], asked: MonthAsked): RunLine[] {
  const { lines } = computeLines(course, tables, { from: asked.from, until: asked.month + 1, knownOn: asked.knownOn })
  const due = lines.filter(({ paidIn }) => paidIn <= asked.month)
  return [...linesOfDue(due, asked), ...noughts(course, due, asked)]
}

/** Due months against paid ones: the run's own month as it is, earlier ones by their difference. */
export function linesOfDue(due: readonly Line[], { from, month, paid }: MonthAsked): RunLine[] {
  const was = new Map(paid.map((one) => [nameOf(one), one]))
  const is = new Map(due.map((line) => [nameOf(line), line]))
  const owed = due.flatMap((line): RunLine[] => {
    const paidFen = was.get(nameOf(line))?.amountFen ?? 0n
    const amountFen = line.amountFen - paidFen
    const rate = rateOf(line)
    const { classCode, kind } = line
    if (line.month === month && paidFen === 0n) {
      const last = was.get(nameOf({ classCode, kind, month: month - 1 }))
      const wasPaid = last !== undefined && last.amountFen > 0n
      const why = kind === 'deathGrant' ? 'died' : reasonOf(wasPaid ? (last.rate ?? rate) : null, rate)
      return [{ classCode, kind, month, amountFen, paidFen, rate, why }]
    }
    if (amountFen === 0n) return []
    return [{ classCode, kind, month: line.month, amountFen, paidFen, rate, why: amountFen > 0n ? 'backPay' : 'recovery' }]
  })
  const undue = paid.flatMap((one): RunLine[] => {
    if (one.month < from || one.month > month || one.amountFen === 0n || is.has(nameOf(one))) return []
    const { classCode, kind, amountFen, rate } = one
    return [{ classCode, kind, month: one.month, amountFen: -amountFen, paidFen: amountFen, rate, why: 'recovery' }]
  })
  return [...owed, ...undue]
}

/** Why a class that could be paid is not paid in a month. */
function stopOf(course: Course, holding: Holding, month: number): LineReason {
  const held = heldBackIn(course, month)
  if (held && month < endMonth(course, holding)) return held
  if (course.diedOn && firstDay(month) > course.diedOn) return 'died'
  if (isAway(course, month)) return 'moved'
  return month >= endMonth(course, holding) ? 'ended' : 'other'
}

function noughts(course: Course, due: readonly Line[], { month, paid }: MonthAsked): RunLine[] {
  const isPaid = (code: string): boolean => due.some((line) => line.classCode === code && line.month === month && line.kind === 'pension')
  return course.holdings.flatMap((holding): RunLine[] => {
    const { classCode } = holding
    const was = paid.find((one) => one.classCode === classCode && one.kind === 'pension' && one.month === month - 1 && one.amountFen > 0n)
    const isOpen = month >= firstMonth(course, holding) && month < endMonth(course, holding)
    const isStopped = was !== undefined || (isOpen && heldBackIn(course, month) !== undefined)
    if (!isStopped || isPaid(classCode)) return []
    return [{ classCode, kind: 'pension', month, amountFen: 0n, paidFen: 0n, why: stopOf(course, holding, month), rate: null }]
  })
}

/** Classes that cannot be computed in a month, each with what is missing: the others are paid. */
export function failuresOf(
  course: Course,
  tables: readonly KnownTable[],
  { month, knownOn }: Pick<MonthAsked, 'month' | 'knownOn'>,
): Failure[] {
  return course.holdings.flatMap((holding): Failure[] => {
    const { classCode } = holding
    if (!benefitClass(classCode)) return [{ classCode, why: 'unknown-class' }]
    if (month < firstMonth(course, holding) || month >= endMonth(course, holding) || isAway(course, month)) return []
    const key = rateKeyOf(heldIn(holding, month))
    if (!key) return [{ classCode, why: 'no-grade' }]
    return rateOn(tables, { key, place: placeIn(course, month), on: firstDay(month), knownOn }) ? [] : [{ classCode, why: 'no-rate' }]
  })
}
