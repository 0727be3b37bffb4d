import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { backPay } from './back-pay.ts'
import { course, day, holding, nationalTables } from './course-world.ts'
import { monthIndex, monthText } from './month.ts'

const national = nationalTables(readFileSync('data/benefits/national-tables.json', 'utf8'))
/** The tables of 2024 arrive at the county on 22 January 2025, as in Lanzhou New Area. */
const late = national.map((table) => (table.effectiveFrom === '2024-08-01' ? { ...table, knownOn: day('2025-01-22') } : table))

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
