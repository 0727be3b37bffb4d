import { describe, expect, test } from 'vitest'
import { course, day, holding, late, local, months, national, sum, told, window, YUBEI } from '../../../../../test/benefit-lines.ts'
import { backPay } from './back-pay.ts'
import { computeLines } from './lines.ts'
import { deathSum } from './lump-sum.ts'
import { monthIndex, monthShare, monthText } from './month.ts'

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
