import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { NATION, type RegionCode } from '../../../../kernel/region-code.ts'
import { nationalTables } from '../entitlement/course-world.ts'
import { findTableFaults } from './check-table.ts'
import { DISABILITY_KEYS, type KnownTable, type RateRow, type RateTable } from './rate-table.ts'

const YUBEI = '500112000000' as RegionCode
const day = (text: string) => text as PlainDate

const national = nationalTables(readFileSync('data/benefits/national-tables.json', 'utf8'))
const floor2024 = national.filter(({ version }) => version === 'cn-dis-2024-08')

/** The table of 2024 for a place, some amounts otherwise. */
function local(change: (row: RateRow) => RateRow | undefined, more: Partial<RateTable> = {}): RateTable {
  const rows = (floor2024[0]?.rows ?? []).flatMap((row) => change(row) ?? [])
  return { version: 'yb', layer: 'local', place: YUBEI, effectiveFrom: day('2025-08-01'), effectiveTo: null, ...more, rows }
}
const raised = (percent: bigint) => (row: RateRow) => ({ ...row, amountFen: (row.amountFen * (100n + percent)) / 100n })
const codes = (table: RateTable, others: readonly KnownTable[] = national) => findTableFaults(table, others).map(({ code }) => code)

describe('the shipped tables', () => {
  test.each(national)('$version breaks no rule', (table) => {
    const others = national.filter(({ version }) => version !== table.version)

    const faults = findTableFaults(table, others)

    expect(faults).toEqual([])
  })

  test('are the 26 amounts of four years, and those of the kin, the Red Army and the subsidies', () => {
    expect(national.filter(({ version }) => version.startsWith('cn-dis')).map(({ rows }) => rows.length)).toEqual([26, 26, 26, 26])
    expect(national.flatMap(({ rows }) => rows)).toHaveLength(135)
  })
})

describe('a notice that may take effect', () => {
  test('pays more than the floor, in all 26 amounts', () => {
    expect(codes(local(raised(3n)))).toEqual([])
  })

  test('pays exactly the floor', () => {
    expect(codes(local((row) => row))).toEqual([])
  })
})

describe('a notice is refused', () => {
  test('where illness stands above duty: the grade and both causes are named', () => {
    const faults = findTableFaults(
      local((row) => (row.grade === 3 && row.cause === 'illness' ? { ...row, amountFen: row.amountFen * 2n } : raised(3n)(row))),
      national,
    )

    expect(faults).toContainEqual({ code: 'cause-order', grade: 3, higher: 'illness', lower: 'duty' })
    expect(faults).toContainEqual({ code: 'grade-order', cause: 'illness', grade: 2 })
  })

  test('where illness has a grade above 6', () => {
    const table = local(raised(3n))
    const rows: RateRow[] = [
      ...table.rows,
      { classCode: 'DIS', grade: 7, cause: 'illness', period: null, unit: 'year', amountFen: 3_000_000n },
    ]

    expect(findTableFaults({ ...table, rows }, national)).toEqual([{ code: 'illness-grade', grade: 7 }])
  })

  test('where an amount lies a fen below the floor, with both amounts', () => {
    const faults = findTableFaults(
      local((row) => (row.grade === 1 && row.cause === 'war' ? { ...row, amountFen: row.amountFen - 1n } : row)),
      national,
    )

    expect(faults).toEqual([
      {
        code: 'below-floor',
        key: { classCode: 'DIS', grade: 1, cause: 'war', period: null },
        amountFen: 13_187_999n,
        floorFen: 13_188_000n,
      },
    ])
  })

  test('where one of the 26 is left out, or stands there twice', () => {
    expect(codes(local((row) => (row.grade === 9 && row.cause === 'duty' ? undefined : raised(3n)(row))))).toEqual(['missing'])
    const table = local(raised(3n))
    expect(codes({ ...table, rows: [...table.rows, ...table.rows.slice(0, 1)] })).toEqual(['twice'])
  })

  test.each([
    ['month-as-year', (row: RateRow) => ({ ...row, amountFen: row.amountFen / 12n })],
    ['year-as-month', (row: RateRow) => ({ ...row, unit: 'month' as const })],
    ['yuan-as-fen', (row: RateRow) => ({ ...row, amountFen: row.amountFen / 100n })],
    ['fen-as-yuan', (row: RateRow) => ({ ...row, amountFen: row.amountFen * 100n })],
  ] as const)('where the unit is wrong: %s', (guess, change) => {
    expect(findTableFaults(local(change), national)).toEqual([{ code: 'wrong-unit', guess, count: 26 }])
  })

  test('where its days overlap with a table in force, or leave a gap to it', () => {
    const inForce: KnownTable = {
      ...local(raised(1n)),
      version: 'yb-old',
      effectiveFrom: day('2024-08-01'),
      effectiveTo: day('2025-07-31'),
      knownOn: day('2024-09-01'),
    }

    expect(codes(local(raised(3n)), [...national, inForce])).toEqual([])
    expect(codes(local(raised(3n), { effectiveFrom: day('2025-07-01') }), [...national, inForce])).toEqual(['overlap'])
    expect(codes(local(raised(3n), { effectiveFrom: day('2024-08-01') }), [...national, inForce])).toEqual(['overlap'])
    expect(codes(local(raised(3n), { effectiveFrom: day('2025-09-01') }), [...national, inForce])).toEqual(['gap'])
  })

  test('where it begins in the middle of a month, or says nothing or less', () => {
    expect(codes(local(raised(3n), { effectiveFrom: day('2025-08-15') }))).toEqual(['not-first-of-month'])
    expect(codes(local((row) => (row.grade === 10 && row.cause === 'duty' ? { ...row, amountFen: 0n } : raised(3n)(row))))).toEqual([
      'not-positive',
      'below-floor',
    ])
  })
})

describe('the false “2025 table” that goes around (rules.md C4)', () => {
  // Its own amounts are not at hand: this one has what is known of it, illness above war and illness to grade 10.
  const rows = Array.from({ length: 10 }, (_, at) => at + 1).flatMap((grade) =>
    (['war', 'duty', 'illness'] as const).map(
      (cause, at): RateRow => ({
        classCode: 'DIS',
        grade,
        cause,
        period: null,
        unit: 'year',
        amountFen: BigInt(14_000_000 - grade * 1_000_000 + at * 50_000),
      }),
    ),
  )
  const faults = findTableFaults(
    { version: 'false-2025', layer: 'national', place: NATION, effectiveFrom: day('2025-08-01'), effectiveTo: null, rows },
    national,
  )

  test('is refused with each broken rule by name: illness above war in ten grades, illness in grades 7 to 10', () => {
    const inverted = faults.filter((fault) => fault.code === 'cause-order' && fault.higher === 'illness' && fault.lower === 'war')

    expect(inverted).toHaveLength(10)
    expect(faults.filter(({ code }) => code === 'illness-grade')).toEqual([7, 8, 9, 10].map((grade) => ({ code: 'illness-grade', grade })))
  })
})

test('the 26 amounts are ten grades of war and of duty and six of illness', () => {
  expect(DISABILITY_KEYS).toHaveLength(26)
})
