import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Course } from '../entitlement/course.ts'
import { course, day, holding, nationalTables } from '../entitlement/course-world.ts'
import { firstDay, monthIndex, monthText } from '../entitlement/month.ts'
import type { KnownTable } from '../rates/rate-table.ts'
import { linesOf, type Paid } from './month-lines.ts'
import type { RunLine } from './run-line.ts'

const national = nationalTables(readFileSync('data/benefits/national-tables.json', 'utf8'))
/** The tables of 2024 arrive at the county on 22 January 2025, as in Lanzhou New Area. */
const late = national.map((table) => (table.effectiveFrom === '2024-08-01' ? { ...table, knownOn: day('2025-01-22') } : table))

const AUGUST = monthIndex('2024-08')
const JANUARY = monthIndex('2025-01')

/** What the runs from August to December paid, each by what was known in its month. */
function paidUntilJanuary(one: Course, tables: readonly KnownTable[]): Paid[] {
  const paid: Paid[] = []
  for (let month = AUGUST; month < JANUARY; month += 1) {
    const knownOn = day(firstDay(month).replace(/01$/, '25'))
    paid.push(...linesOf(one, tables, { from: month, month, knownOn, paid }))
  }
  return paid
}

/** The run of January, which looks at all months since August again. */
const january = (one: Course, tables: readonly KnownTable[], paid: readonly Paid[], knownOn = '2025-01-25'): RunLine[] =>
  linesOf(one, tables, { from: AUGUST, month: JANUARY, knownOn: day(knownOn), paid })

const isEarlier = ({ month }: RunLine): boolean => month < JANUARY

describe('a notice that is known five months late', () => {
  // Made by hand, in yuan: rate of 2022 by twelve, of 2024 by twelve, what is missing each month, and together.
  const SHEET = [
    ['1', 'war', '9689.17 9689.17 9689.16 9689.17 9689.17', '10990.00', '1300.83 1300.83 1300.84 1300.83 1300.83', '6504.16'],
    ['5', 'duty', '4266.67 4266.67 4266.66 4266.67 4266.67', '4749.00', '482.33 482.33 482.34 482.33 482.33', '2411.66'],
    ['6', 'illness', '3019.17 3019.17 3019.16 3019.17 3019.17', '3297.00', '277.83 277.83 277.84 277.83 277.83', '1389.16'],
    ['10', 'duty', '904.17 904.17 904.16 904.17 904.17', '997.00', '92.83 92.83 92.84 92.83 92.83', '464.16'],
  ] as const
  const fen = (yuan: string) => BigInt(yuan.replace('.', ''))

  test.each(SHEET)('yields a line a month, to the fen: grade %s, %s', (...given) => {
    const [grade, cause, before, after, missing, together] = given
    const one = course({ holdings: [holding({ grade: Number(grade), cause })] })

    const lines = january(one, late, paidUntilJanuary(one, late))

    const owed = lines.filter(isEarlier)
    expect(owed.map(({ month }) => monthText(month))).toEqual(['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'])
    expect(owed.map(({ paidFen }) => paidFen)).toEqual(before.split(' ').map(fen))
    expect(owed.every(({ why, rate }) => why === 'backPay' && rate?.version === 'cn-dis-2024-08')).toBe(true)
    expect(owed.map(({ amountFen }) => amountFen)).toEqual(missing.split(' ').map(fen))
    expect(owed.reduce((all, { amountFen }) => all + amountFen, 0n)).toBe(fen(together))
    expect(lines.filter((line) => !isEarlier(line))).toMatchObject([{ why: 'rate', amountFen: fen(after) }])
  })

  test('yields nothing for earlier months while it is not known, nor where it was known in time', () => {
    expect(january(course(), late, paidUntilJanuary(course(), late), '2025-01-21').filter(isEarlier)).toEqual([])
    expect(january(course(), national, paidUntilJanuary(course(), national)).filter(isEarlier)).toEqual([])
  })
})

test('a death of October that is reported in January takes two months back and gives twelve', () => {
  const paid = paidUntilJanuary(course(), national)

  const lines = january(course({ diedOn: day('2024-10-09') }), national, paid)

  expect(lines.map(({ month, kind, why, amountFen }) => `${monthText(month)} ${kind} ${why} ${amountFen}`).toSorted()).toEqual([
    '2024-11 deathGrant backPay 5698800',
    '2024-11 pension recovery -474900',
    '2024-12 pension recovery -474900',
    '2025-01 pension died 0',
  ])
})
