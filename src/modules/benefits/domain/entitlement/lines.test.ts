import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Course } from './course.ts'
import { BANAN, course, day, holding, local, nationalTables, tellLines, window, YUBEI } from './course-world.ts'
import { type Asked, computeLines } from './lines.ts'
import { monthIndex, monthText } from './month.ts'

const national = nationalTables(readFileSync('data/benefits/national-tables.json', 'utf8'))
const told = (one: Course, asked: Asked, tables = national) => tellLines(one, asked, tables)
const months = (one: Course, asked: Asked, tables = national) => computeLines(one, tables, asked).lines.map(({ month }) => monthText(month))
const sum = (one: Course, asked: Asked, tables = national) =>
  computeLines(one, tables, asked).lines.reduce((total, { amountFen }) => total + amountFen, 0n)

describe('a month', () => {
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

  test('months in which another county pays are not paid, and are no arrears after them', () => {
    const away = [{ from: monthIndex('2024-09'), until: monthIndex('2024-11') }]

    expect(told(course({ away }), window('2024-08', '2024-12'))).toEqual(['2024-08 pension DIS 474900', '2024-11 pension DIS 474900'])
  })

  test('of living subsidies only the highest is paid; a pension stands beside it', () => {
    const bare = { grade: null, cause: null }
    const one = course({
      holdings: [holding(), holding({ classCode: 'WAR', ...bare }), holding({ classCode: 'RURAL60', serviceYears: 4, ...bare })],
    })

    expect(told(one, window('2024-08', '2024-09'))).toEqual(['2024-08 pension DIS 474900', '2024-08 pension WAR 65000'])
  })
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
