import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { diffTable } from './diff-tables.ts'
import type { KnownTable, RateKey, RateRow } from './rate-table.ts'

const key = (period: RateKey['period']): RateKey => ({ classCode: 'DEMOB', grade: null, cause: null, period })
const row = (period: RateKey['period'], yuan: bigint): RateRow => ({ ...key(period), unit: 'year', amountFen: yuan * 100n })
const table = (version: string, from: string, rows: readonly RateRow[]): KnownTable =>
  ({
    version,
    layer: 'local',
    place: '500112000000' as RegionCode,
    effectiveFrom: from as PlainDate,
    effectiveTo: null,
    knownOn: from as PlainDate,
    rows,
  }) as KnownTable

const counted = [
  { key: key('resistance'), people: 2, times: 2 },
  { key: key('liberation'), people: 3, times: 3 },
  { key: key(null), people: 1, times: 1 },
]
const before = table('old', '2025-01-01', [row('resistance', 30_000n), row('liberation', 20_000n)])

test('a table by period costs its raise over the people of each period, and nobody whose period no file says', () => {
  const { rows, costFen } = diffTable(
    table('new', '2026-01-01', [row('resistance', 31_000n), row('liberation', 22_000n)]),
    [before],
    counted,
  )

  expect(rows.map(({ people, costFen: fen }) => [people, fen])).toEqual([
    [2, 200_000n],
    [3, 600_000n],
  ])
  expect(costFen).toBe(800_000n)
})

test('a row for all of them raises each from what they had: who had more costs nothing, who had none all of it', () => {
  const { rows } = diffTable(table('new', '2026-01-01', [row(null, 25_000n)]), [before], counted)

  expect(rows).toMatchObject([{ people: 6, costFen: 3n * 500_000n + 2_500_000n }])
})
