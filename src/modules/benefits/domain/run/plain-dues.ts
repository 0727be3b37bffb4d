import type { Course } from '../entitlement/course.ts'
import type { Line } from '../entitlement/lines.ts'
import { computeLines } from '../entitlement/lines.ts'
import { endMonth, firstMonth } from '../entitlement/standing.ts'
import type { KnownTable } from '../rates/rate-table.ts'
import { failuresOf, type MonthAsked } from './month-lines.ts'
import type { Failure } from './run-line.ts'

/** What is due in the month of a run to somebody of one class to whom nothing has happened. */
export interface PlainDue {
  readonly due: readonly Line[]
  readonly failures: readonly Failure[]
}

const NOTHING: PlainDue = { due: [], failures: [] }

/** Whether nothing but the class decides: one holding, no event, a file that is open. */
export const isPlain = ({ holdings: [one, ...more], suspensions, moves, diedOn, away = [] }: Course): boolean =>
  one !== undefined &&
  more.length === 0 &&
  suspensions.length === 0 &&
  moves.length === 0 &&
  diedOn === null &&
  away.length === 0 &&
  one.regrades.length === 0 &&
  !one.isMental

/**
 * The rules, asked once for each class, grade, cause, years and place of a run: of a million people most differ in
 * nothing else. Only for who `isPlain`; the answers are those of `computeLines`.
 */
export function plainDues(tables: readonly KnownTable[], asked: Pick<MonthAsked, 'month' | 'knownOn'>): (course: Course) => PlainDue {
  const known = new Map<string, PlainDue>()
  return (course) => {
    const holding = course.holdings[0]
    if (!holding || asked.month < firstMonth(course, holding) || asked.month >= endMonth(course, holding)) return NOTHING
    const name = `${holding.classCode} ${holding.grade} ${holding.cause} ${holding.serviceYears} ${course.place}`
    const before = known.get(name)
    if (before) return before
    const { lines: due } = computeLines(course, tables, { from: asked.month, until: asked.month + 1, knownOn: asked.knownOn })
    const found = { due, failures: failuresOf(course, tables, asked) }
    known.set(name, found)
    return found
  }
}
