import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { NATION, type RegionCode } from '../../../../kernel/region-code.ts'
import type { KnownTable, RateRow } from '../rates/rate-table.ts'
import { backPay } from './back-pay.ts'
import type { Course, Holding } from './course.ts'
import { type Asked, computeLines } from './lines.ts'
import { deathSum } from './lump-sum.ts'
import { monthIndex, monthShare, monthText } from './month.ts'

const YUBEI = '500112000000' as RegionCode
const BANAN = '500113000000' as RegionCode
const day = (text: string) => text as PlainDate

const shipped = (
  JSON.parse(readFileSync('data/benefits/national-tables.json', 'utf8')) as {
    tables: { version: string; effectiveFrom: string; rows: (Partial<RateRow> & { amountFen: string })[] }[]
  }
).tables
const rowOf = (row: Partial<RateRow> & { amountFen: string | bigint }): RateRow =>
  ({ grade: null, cause: null, period: null, unit: 'year', ...row, amountFen: BigInt(row.amountFen) }) as RateRow
const national: KnownTable[] = shipped.map(({ version, effectiveFrom, rows }) => ({
  version,
  layer: 'national',
  place: NATION,
  effectiveFrom: day(effectiveFrom),
  effectiveTo: null,
  knownOn: day(effectiveFrom),
  rows: rows.map(rowOf),
}))
/** The tables of 2024 arrive at the county on 22 January 2025, as in Lanzhou New Area. */
const late = national.map((table) => (table.effectiveFrom === '2024-08-01' ? { ...table, knownOn: day('2025-01-22') } : table))
const local = (version: string, place: RegionCode, row: Partial<RateRow> & { amountFen: bigint }): KnownTable => ({
  version,
  layer: 'local',
  place,
  effectiveFrom: day('2024-01-01'),
  effectiveTo: null,
  knownOn: day('2024-01-01'),
  rows: [rowOf(row)],
})

const holding = (given: Partial<Holding> = {}): Holding => ({
  classCode: 'DIS',
  grade: 5,
  cause: 'duty',
  period: null,
  approvedOn: day('2015-03-20'),
  endedOn: null,
  regrades: [],
  serviceYears: 0,
  leftArmyOn: null,
  isMinor: false,
  exemptUntil: null,
  isMental: false,
  ...given,
})
const course = (given: Partial<Course> = {}): Course => ({
  bornOn: day('1962-08-01'),
  diedOn: null,
  place: YUBEI,
  moves: [],
  holdings: [holding()],
  suspensions: [],
  ...given,
})
const window = (from: string, until: string): Asked => ({ from: monthIndex(from), until: monthIndex(until) })
const told = (one: Course, asked: Asked, tables = national) =>
  computeLines(one, tables, asked).lines.map(
    ({ month, kind, classCode, amountFen }) => `${monthText(month)} ${kind} ${classCode} ${amountFen}`,
  )
const months = (one: Course, asked: Asked, tables = national) => computeLines(one, tables, asked).lines.map(({ month }) => monthText(month))
const sum = (one: Course, asked: Asked, tables = national) =>
  computeLines(one, tables, asked).lines.reduce((total, { amountFen }) => total + amountFen, 0n)

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

    const lines = backPay(one, late, { from: monthIndex('2024-08'), until: monthIndex('2025-01'), knownOn: day('2025-01-25') })

    expect(lines.map(({ month }) => monthText(month))).toEqual(['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'])
    expect(lines.map(({ paidFen }) => paidFen)).toEqual(before.split(' ').map(fen))
    expect(lines.every(({ dueFen, version }) => dueFen === fen(after) && version === 'cn-dis-2024-08')).toBe(true)
    expect(lines.map(({ differenceFen }) => differenceFen)).toEqual(missing.split(' ').map(fen))
    expect(lines.reduce((all, { differenceFen }) => all + differenceFen, 0n)).toBe(fen(together))
  })

  test('yields nothing while it is not known, nor where it was known in time', () => {
    const span = { from: monthIndex('2024-08'), until: monthIndex('2025-01') }

    expect(backPay(course(), late, { ...span, knownOn: day('2025-01-21') })).toEqual([])
    expect(backPay(course(), national, { ...span, knownOn: day('2025-01-25') })).toEqual([])
  })

  test('a death of October that is reported in January takes two months back and gives twelve', () => {
    const lines = backPay(course({ diedOn: day('2024-10-09') }), national, {
      from: monthIndex('2024-08'),
      until: monthIndex('2025-01'),
      knownOn: day('2025-01-25'),
      courseThen: course(),
    })

    expect(lines.map(({ month, kind, differenceFen }) => `${monthText(month)} ${kind} ${differenceFen}`).toSorted()).toEqual([
      '2024-11 deathGrant 5698800',
      '2024-11 pension -474900',
      '2024-12 pension -474900',
    ])
  })
})

describe('a month', () => {
  test('of a year that does not divide by twelve: twelve of them are the year', () => {
    const year = Array.from({ length: 12 }, (_, at) => monthShare(7_285_000n, monthIndex('2018-01') + at))

    expect(year.reduce((all, one) => all + one, 0n)).toBe(7_285_000n)
    expect(new Set(year)).toEqual(new Set([607_083n, 607_084n]))
  })

  test('names the rate, the table and the article it comes from', () => {
    expect(computeLines(course(), national, window('2024-09', '2024-10')).lines).toEqual([
      expect.objectContaining({
        amountFen: 474_900n,
        annualFen: 5_698_800n,
        version: 'cn-dis-2024-08',
        layer: 'national',
        article: '《军人抚恤优待条例》第二十五、二十七条',
      }),
    ])
  })

  test('is paid by the place where that pays more than the floor, and by the floor where the place fell behind', () => {
    const key = { classCode: 'DIS', grade: 5, cause: 'duty' } as const
    const more = local('yb', YUBEI, { ...key, amountFen: 6_000_000n })
    const less = local('yb', YUBEI, { ...key, amountFen: 5_400_000n })

    expect(told(course(), window('2024-07', '2024-08'), [...national, more])).toEqual(['2024-07 pension DIS 500000'])
    expect(told(course(), window('2024-07', '2024-08'), [...national, less])).toEqual(['2024-07 pension DIS 450000'])
    expect(told(course(), window('2024-08', '2024-09'), [...national, less])).toEqual(['2024-08 pension DIS 474900'])
  })
})

describe('what begins and ends', () => {
  test('is paid from the month of approval', () => {
    const one = course({ holdings: [holding({ approvedOn: day('2024-09-30') })] })

    expect(months(one, window('2024-08', '2024-12'))).toEqual(['2024-09', '2024-10', '2024-11'])
  })

  test('is paid by the county from the year after leaving the army', () => {
    const one = course({ holdings: [holding({ approvedOn: day('2023-05-01'), leftArmyOn: day('2023-09-01') })] })

    expect(months(one, window('2023-11', '2024-03'))).toEqual(['2024-01', '2024-02'])
  })

  test('a new grade is paid from the month of its approval', () => {
    const one = course({ holdings: [holding({ grade: 6, regrades: [{ on: day('2024-11-15'), grade: 5, cause: 'duty' }] })] })

    expect(told(one, window('2024-10', '2024-12'))).toEqual(['2024-10 pension DIS 401500', '2024-11 pension DIS 474900'])
  })

  test('illness above grade 6 is paid nothing, and a class that is only collected neither', () => {
    expect(told(course({ holdings: [holding({ grade: 7, cause: 'illness' })] }), window('2024-08', '2024-10'))).toEqual([])
    expect(told(course({ holdings: [holding({ classCode: 'DISCHARGED' })] }), window('2024-08', '2024-10'))).toEqual([])
  })

  test('the army’s old soldier of the village is paid from the month of 60, for each year served', () => {
    const rural = holding({ classCode: 'RURAL60', grade: null, cause: null, serviceYears: 3, approvedOn: day('2022-01-10') })

    expect(told(course({ holdings: [rural] }), window('2022-07', '2022-09'))).toEqual(['2022-08 pension RURAL60 12000'])
  })

  test('a child is paid to the month of 18, one who studies to the end of it', () => {
    const child = holding({ classCode: 'KIN-M', grade: null, cause: null, isMinor: true })
    const one = course({ bornOn: day('2006-10-04'), holdings: [child] })

    expect(months(one, window('2024-09', '2024-12'))).toEqual(['2024-09', '2024-10'])
    expect(months({ ...one, holdings: [{ ...child, exemptUntil: day('2024-11-30') }] }, window('2024-09', '2025-02'))).toEqual([
      '2024-09',
      '2024-10',
      '2024-11',
    ])
  })
})

describe('after a death', () => {
  test.each([
    ['DIS', 5, 'duty', 5_698_800n, '第三十二条'],
    ['KIN-M', null, null, 1_693_000n, '第二十二条'],
    ['WAR', null, null, 390_000n, '第六十二条'],
  ] as const)('%s: the month of death is paid, then six or twelve months once', (...given) => {
    const [classCode, grade, cause, grant, article] = given
    const one = course({ diedOn: day('2024-09-02'), holdings: [holding({ classCode, grade, cause })] })

    const { lines } = computeLines(one, national, window('2024-09', '2025-12'))

    expect(lines.map(({ month, kind }) => `${monthText(month)} ${kind}`)).toEqual(['2024-09 pension', '2024-10 deathGrant'])
    expect(lines[1]?.amountFen).toBe(grant)
    expect(lines[1]?.article).toContain(article)
  })

  test('a subsidy of which the regulation says nothing ends', () => {
    const one = course({ diedOn: day('2024-09-02'), holdings: [holding({ classCode: 'SICK-HOME', grade: null, cause: null })] })

    expect(months(one, window('2024-09', '2025-12'))).toEqual(['2024-09'])
  })
})

describe('a suspension', () => {
  const inPrison = course({ suspensions: [{ reason: 'prison', from: day('2024-08-20'), to: day('2024-11-05') }] })

  test('of prison holds back the months between, for good', () => {
    const { lines, heldBack } = computeLines(inPrison, national, window('2024-08', '2024-12'))

    expect(lines.map(({ month }) => monthText(month))).toEqual(['2024-08', '2024-11'])
    expect(heldBack.map(({ month, reason, paidIn }) => [monthText(month), reason, paidIn])).toEqual([
      ['2024-09', 'prison', null],
      ['2024-10', 'prison', null],
    ])
  })

  test('for want of the yearly confirmation is made good in the month of the confirmation, a line a month', () => {
    const one = course({ suspensions: [{ reason: 'unconfirmed', from: day('2024-08-20'), to: day('2024-11-05') }] })

    const paid = computeLines(one, national, window('2024-08', '2024-12')).lines

    expect(paid.map(({ month, paidIn }) => `${monthText(month)} in ${monthText(paidIn)}`)).toEqual([
      '2024-08 in 2024-08',
      '2024-09 in 2024-11',
      '2024-10 in 2024-11',
      '2024-11 in 2024-11',
    ])
    expect(months(one, { ...window('2024-08', '2024-12'), settings: { arrears: [] } })).toEqual(['2024-08', '2024-11'])
  })

  test('that lasts pays nothing', () => {
    expect(
      months(course({ suspensions: [{ reason: 'wanted', from: day('2024-08-20'), to: null }] }), window('2024-08', '2025-08')),
    ).toEqual(['2024-08'])
  })
})

describe('two counties and two classes', () => {
  test('the old county pays the year, the new one from January', () => {
    const key = { classCode: 'DIS', grade: 5, cause: 'duty' } as const
    const tables = [
      ...national,
      local('yb', YUBEI, { ...key, amountFen: 6_000_000n }),
      local('bn', BANAN, { ...key, amountFen: 7_200_000n }),
    ]
    const one = course({ moves: [{ on: day('2024-10-08'), to: BANAN }] })

    expect(computeLines(one, tables, window('2024-11', '2025-02')).lines.map(({ place, amountFen }) => [place, amountFen])).toEqual([
      [YUBEI, 500_000n],
      [YUBEI, 500_000n],
      [BANAN, 600_000n],
    ])
  })

  test('of living subsidies only the highest is paid; a pension stands beside it', () => {
    const bare = { grade: null, cause: null }
    const one = course({
      holdings: [holding(), holding({ classCode: 'WAR', ...bare }), holding({ classCode: 'RURAL60', serviceYears: 4, ...bare })],
    })

    expect(told(one, window('2024-08', '2024-09'))).toEqual(['2024-08 pension DIS 474900', '2024-08 pension WAR 65000'])
  })
})

describe('the nursing fee', () => {
  const wage = local('wage', YUBEI, { classCode: 'WAGE', amountFen: 10_000_000n })

  test.each([
    [1, 'war', 50, 416_666n],
    [3, 'duty', 40, 333_333n],
    [4, 'illness', 30, 250_000n],
  ] as const)('grade %i of %s: %i % of the wage of the place', (grade, cause, percent, january) => {
    const one = course({ holdings: [holding({ grade, cause })] })

    const nursing = computeLines(one, [...national, wage], window('2024-01', '2025-01')).lines.filter(({ kind }) => kind === 'nursing')

    expect(nursing[0]).toMatchObject({ amountFen: january, times: percent, annualFen: 10_000_000n })
    expect(nursing.reduce((all, { amountFen }) => all + amountFen, 0n)).toBe(100_000n * BigInt(percent))
  })

  test('is for grade 5 and 6 only of mental disorder', () => {
    expect(told(course(), window('2024-08', '2024-09'), [...national, wage])).toHaveLength(1)
    expect(told(course({ holdings: [holding({ isMental: true })] }), window('2024-08', '2024-09'), [...national, wage])).toEqual([
      '2024-08 pension DIS 474900',
      '2024-08 nursing DIS 208333',
    ])
  })
})

test('a martyr’s survivors are given 30 and 20 incomes, 40 months of pay, and the highest honour’s share', () => {
  const lines = deathSum({
    kind: 'martyr',
    incomeFen: 5_000_000n,
    payFen: 400_000n,
    lieutenantPayFen: 500_000n,
    honours: ['thirdClassMerit', 'firstClassMerit'],
  })

  expect(lines.map(({ what, amountFen }) => [what, amountFen])).toEqual([
    ['award', 150_000_000n],
    ['income', 100_000_000n],
    ['pay', 20_000_000n],
    ['honour', 36_000_000n],
  ])
})

test('a whole year is the same, asked for in one window or month by month', () => {
  const one = course({
    holdings: [holding({ grade: 3, cause: 'war', regrades: [{ on: day('2024-03-08'), grade: 2, cause: 'war' }] })],
    suspensions: [{ reason: 'prison', from: day('2024-04-20'), to: day('2024-06-05') }],
  })
  const whole = sum(one, window('2024-01', '2025-01'))

  const parts = Array.from({ length: 12 }, (_, at) => {
    const from = monthIndex('2024-01') + at
    return sum(one, { from, until: from + 1 })
  })

  expect(parts.reduce((all, part) => all + part, 0n)).toBe(whole)
})
