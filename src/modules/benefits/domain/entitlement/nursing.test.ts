import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { course, holding, local, nationalTables, tellLines, window, YUBEI } from './course-world.ts'
import { computeLines } from './lines.ts'

const national = nationalTables(readFileSync('data/benefits/national-tables.json', 'utf8'))

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
    expect(tellLines(course(), window('2024-08', '2024-09'), [...national, wage])).toHaveLength(1)
    expect(tellLines(course({ holdings: [holding({ isMental: true })] }), window('2024-08', '2024-09'), [...national, wage])).toEqual([
      '2024-08 pension DIS 474900',
      '2024-08 nursing DIS 208333',
    ])
  })
})
