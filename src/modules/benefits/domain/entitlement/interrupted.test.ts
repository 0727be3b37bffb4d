import { describe, expect, test } from 'vitest'
import { BANAN, course, day, holding, local, months, national, told, window, YUBEI } from '../../../../../test/benefit-lines.ts'
import { computeLines } from './lines.ts'
import { monthText } from './month.ts'

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
