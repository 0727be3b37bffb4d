import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../../test/database/clone.ts'
import { boundsOf, equationsOf, fixedCells } from '../../../../../test/figures/attack.ts'
import { type ToldFact, tellFacts } from '../../../../../test/figures/told-facts.ts'
import { type Chance, chance } from '../../../../../test/outbox/chance.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { loadDivisions } from '../../../network/index.ts'
import type { OpenTable } from '../../contract-open.ts'
import { OPEN } from './open-settings.ts'
import { readOpenTables } from './read-open-figures.ts'

const PROVINCE = '450000000000' as RegionCode
const window = { from: '2026-04-01' as PlainDate, to: '2026-06-30' as PlainDate }

let database: TestDatabase
let tables: readonly OpenTable[]

const PERSON = '0198a000-0000-7000-8000-000000000001'

const SUBJECTS = [
  ['person.registered', 'sex', ['male', 'female']],
  ['visit.done', 'reason', ['routine', 'armyDay', 'springFestival', 'illness']],
  ['delivery.made', 'delivery', ['policy', 'job', 'help']],
  ['matter.opened', 'type', ['petition', 'legalAid', 'hardship']],
] as const

/** None, a few, or many. */
function someOf(dice: Chance): number {
  if (dice.of(0.35)) return 0
  return 1 + dice.below(dice.of(0.5) ? 9 : 400)
}

/** Thin facts all over a province, so that every table has small numbers at every tier; some bear no word at all. */
async function tellThinFacts(): Promise<void> {
  const dice = chance(20_261_129)
  const { rows } = await database.ownerPool.query<{ code: string }>(
    `select code from network.divisions where code ^@ '45' and not is_pseudo and tier in ('province', 'city', 'county') order by code`,
  )
  const subjects = SUBJECTS.flatMap(([kind, dimension, words]) => [
    { kind, dimensions: {} },
    ...words.map((word) => ({ kind, dimensions: { [dimension]: word } })),
  ])
  const facts = rows.flatMap(({ code }) =>
    subjects.map((subject): ToldFact => ({ ...subject, unit: code, on: '2026-05-10', quantity: someOf(dice), persons: [PERSON] })),
  )
  await tellFacts(
    database.appPool,
    facts.filter(({ quantity }) => quantity > 0),
  )
}

beforeAll(async () => {
  database = await openTestDatabase()
  await loadDivisions(database.ownerPool, { regions: ['45'] })
  await tellThinFacts()
  const read = await withScope(database.appPool, rangeOf(PROVINCE), 'read', (tx) => readOpenTables(tx, { place: PROVINCE, window }))
  tables = read?.tables ?? []
}, 120_000)

afterAll(() => database.close())

const hiddenOf = (table: OpenTable): number => table.rows.flatMap(({ cells }) => cells).filter((cell) => cell === null).length

describe('public tables of a province', () => {
  test('show no small number, hide some, and show most', () => {
    for (const table of tables) {
      const cells = table.rows.flatMap((row) => row.cells)
      expect(cells.filter((cell) => cell !== null && cell !== 0 && cell < OPEN.smallest)).toEqual([])
      expect(hiddenOf(table)).toBeGreaterThan(20)
      expect(hiddenOf(table)).toBeLessThan(cells.length * 0.8)
    }
    expect(tables.map(({ code }) => code)).toEqual(OPEN.codes)
  })

  test('fix no hidden cell, by exact elimination over all sums that anybody can write down', () => {
    for (const table of tables) expect({ code: table.code, fixed: fixedCells(equationsOf(table)) }).toEqual({ code: table.code, fixed: [] })
  })

  test('leave every hidden cell more than one whole number, whatever else is worked out from nothing being below zero', async () => {
    for (const table of tables) {
      const equations = equationsOf(table)
      const cells = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))]
      expect(cells.length).toBe(hiddenOf(table))
      const chosen = cells.filter((_, at) => at % Math.ceil(cells.length / 25) === 0)
      const told = [...(await boundsOf(equations, chosen))].filter(([, { lo, hi }]) => Math.floor(hi + 1e-6) <= Math.ceil(lo - 1e-6))
      expect({ code: table.code, told }).toEqual({ code: table.code, told: [] })
    }
  }, 120_000)

  test('that hid small numbers alone would be solved: the attack is one', () => {
    const [table] = tables
    if (!table) throw new Error('there is no table')
    const key = (row: OpenTable['rows'][number]): boolean => !row.isOwn && row.tier === 'county'
    const [row] = table.rows.filter((one) => key(one) && one.cells.every((cell) => cell !== null))
    const bare = {
      ...table,
      rows: table.rows.map((one) => (one === row ? { ...one, cells: one.cells.map((cell, at) => (at === 1 ? null : cell)) } : one)),
    }

    expect(fixedCells(equationsOf(bare))).toContain(`${row?.code}c1`)
  })

  test('of what is no province are not there', async () => {
    const read = (place: string) =>
      withScope(database.appPool, rangeOf(PROVINCE), 'read', (tx) => readOpenTables(tx, { place: place as RegionCode, window }))

    expect(await read('450100000000')).toBeUndefined()
    expect(await read('990000000000')).toBeUndefined()
  })
})
