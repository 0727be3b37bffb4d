import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { naiveFigure } from '../../../../test/figures/naive-figure.ts'
import { tellFacts } from '../../../../test/figures/told-facts.ts'
import { county, fact, history, places, whole } from '../../../../test/figures/told-history.ts'
import { added, byCode, indicators, openToldStore } from '../../../../test/figures/told-store.ts'
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { listFigureRows } from './figure-rows.ts'
import { inOneSnapshot } from './figures.ts'
import { rebuild } from './rebuild.ts'

const { database, forget, foldAll, ask, expectAgreement, beginHistory } = await openToldStore()
afterAll(() => database.close())

/** The same history at every stage of its folding. */
const STAGES: readonly [string, () => Promise<unknown>][] = [
  ['half folded', async () => undefined],
  ['folded', () => foldAll()],
  ['made anew by the server', () => rebuild(database.appPool)],
  ['made anew by the owner', () => rebuild(database.ownerPool)],
]

describe('figures', () => {
  test('agree with a count by hand for any history: unfolded, half folded, folded, made anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { minLength: 1, maxLength: 40 }),
        fc.array(fact, { minLength: 1, maxLength: 20 }),
        async (first, then) => {
          await forget()
          await rebuild(database.appPool)

          await tellFacts(database.appPool, first)
          await expectAgreement(first)
          await foldAll()
          await tellFacts(database.appPool, then)
          await expectAgreement([...first, ...then])
          await foldAll()
          await expectAgreement([...first, ...then])
          await rebuild(database.appPool)
          await expectAgreement([...first, ...then])
        },
      ),
      { numRuns: 5 },
    )
  }, 120_000)

  test.each(STAGES)('%s: tile, list and pivot agree for every indicator at every tier', async (_stage, reach) => {
    await beginHistory()
    await reach()

    for (const place of places.slice(0, 6)) {
      const tile = byCode(await ask({ place, period: whole, by: 'none' }))
      const pivot = await ask({ place, period: whole, by: 'children' })
      for (const { code, formula } of added.filter(({ formula }) => formula.form !== 'ratio')) {
        const rows = await allRows(place, code)
        expect({ place, code, sum: add(rows.map(({ counts }) => counts)) }).toEqual({ place, code, sum: tile.get(`${code} `) })
        const parts = add(pivot.filter((row) => row.code === code).map(({ value }) => value ?? 0))
        if (formula.form !== 'distinct') expect({ place, code, parts }).toEqual({ place, code, parts: tile.get(`${code} `) })
      }
      for (const { code, key, value } of pivot.filter((row) => row.key !== 'own')) {
        expect({ code, key, value }).toEqual({ code, key, value: naiveFigure(history, indicators, { code, place: key, ...whole }) })
      }
    }
  })

  test('by month they are what each month is alone', async () => {
    await beginHistory()

    const months = await ask({ place: county, period: whole, by: 'month' })

    for (const { code, key, value } of months) {
      const month = {
        from: `${key}-01`,
        to: key === '2026-02' ? '2026-02-28' : `${key}-${['04', '06', '09', '11'].includes(key.slice(5)) ? 30 : 31}`,
      }
      expect({ code, key, value }).toEqual({ code, key, value: naiveFigure(history, indicators, { code, place: county, ...month }) })
    }
  })
})

const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Every row behind a figure, page by page. */
async function allRows(place: string, code: string) {
  const rows = []
  let cursor: string | undefined
  do {
    const page = await withScope(database.appPool, rangeOf(place as RegionCode), 'read', async (tx) => {
      await inOneSnapshot(tx)
      return listFigureRows(tx, { code, place: place as RegionCode, period: whole, part: 'numerator', cursor, limit: 7 })
    })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}
