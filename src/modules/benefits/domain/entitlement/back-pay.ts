import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { KnownTable } from '../rates/rate-table.ts'
import type { Course } from './course.ts'
import { computeLines, type Line } from './lines.ts'
import { firstDay } from './month.ts'

/** What a month was paid too little (or, negative, too much), and why: the table that was not known then. */
export interface BackPay {
  readonly month: number
  readonly kind: Line['kind']
  readonly classCode: string
  readonly paidFen: bigint
  readonly dueFen: bigint
  readonly differenceFen: bigint
  readonly version: string
}

export interface Lateness {
  /** The months that were paid already: `until` is the first that is not. */
  readonly from: number
  readonly until: number
  readonly knownOn: PlainDate
  /** What was known of the person when a month was paid; the same as now where only a notice is late. */
  readonly courseThen?: Course
}

const nameOf = ({ month, kind, classCode }: Line): string => `${month} ${kind} ${classCode}`

/**
 * A notice that came late, or a death that was reported late: each month as it would be paid by what is known now, less as it
 * was paid by what was known in it. A line a month; nothing where nothing changes.
 */
export function backPay(course: Course, tables: readonly KnownTable[], { from, until, knownOn, courseThen = course }: Lateness): BackPay[] {
  const due = computeLines(course, tables, { from, until, knownOn }).lines
  const paid: Line[] = []
  for (let month = from; month < until; month += 1) {
    // A month was computed in it, by what had taken force before its end.
    paid.push(...computeLines(courseThen, tables, { from: month, until: month + 1, knownOn: lastMoment(month) }).lines)
  }
  return differences(due, paid)
}

const lastMoment = (month: number): PlainDate => firstDay(month).replace(/01$/, '31') as PlainDate

function differences(due: readonly Line[], paid: readonly Line[]): BackPay[] {
  const [now, then] = [new Map(due.map((line) => [nameOf(line), line])), new Map(paid.map((line) => [nameOf(line), line]))]
  return [...new Set([...now.keys(), ...then.keys()])]
    .flatMap((name): BackPay[] => {
      const [right, was] = [now.get(name), then.get(name)]
      const line = right ?? was
      const [dueFen, paidFen] = [right?.amountFen ?? 0n, was?.amountFen ?? 0n]
      if (!line || dueFen === paidFen) return []
      const { month, kind, classCode, version } = line
      return [{ month, kind, classCode, version, paidFen, dueFen, differenceFen: dueFen - paidFen }]
    })
    .toSorted((a, b) => a.month - b.month)
}
