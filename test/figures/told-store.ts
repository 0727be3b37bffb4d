import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../src/kernel/region-code.ts'
import { foldOnce, inOneSnapshot, readFigure, rebuild } from '../../src/modules/indicators/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import { openTestDatabase } from '../database/clone.ts'
import { type FiledIndicator, naiveFigure } from './naive-figure.ts'
import { type ToldFact, tellFacts, wholeNation } from './told-facts.ts'
import { early, late, periods, places } from './told-history.ts'
import { waitUntilSettled } from './wait-until-settled.ts'

const folder = new URL('../../data/indicators/', import.meta.url)
export const indicators: FiledIndicator[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { indicators: FiledIndicator[] }).indicators)
const FORMS = ['sum', 'turnouts', 'distinct', 'stock', 'ratio']
const derived = new Set(indicators.filter(({ formula }) => !FORMS.includes(formula.form)).map(({ code }) => code))
/** What is added up; of the others, and of shares of them, `derived.test.ts` speaks. */
export const added = indicators.filter(
  ({ code, formula }) => ![code, formula.over ?? '', formula.under ?? ''].some((one) => derived.has(one)),
)
export const codes = added.map(({ code }) => code)

interface Asked {
  readonly place: string
  readonly period: { from: PlainDate; to: PlainDate }
  readonly by: 'none' | 'children' | 'month'
}

/** The numbers of an answer by code and key. */
export const byCode = (rows: readonly { code: string; key: string; value: number | null }[]) =>
  new Map(rows.map((row) => [`${row.code} ${row.key}`, row.value]))

/** A database of a test file's own, in which facts are told, folded, and counted by hand beside. */
export async function openToldStore() {
  const database = await openTestDatabase()
  await loadDivisions(database.ownerPool, { regions: ['440103'] })

  /** Empties the store and the facts: each history begins with nothing. */
  const forget = () =>
    withScope(database.ownerPool, wholeNation, 'write', (tx) =>
      tx.query(`truncate spine.facts; truncate indicators.cells, indicators.presence, indicators.links`),
    )

  async function foldAll(): Promise<unknown> {
    await waitUntilSettled(database.appPool)
    return await foldOnce(database.appPool)
  }

  /** As a reader of that very place asks. */
  const ask = ({ place, period, by }: Asked) =>
    withScope(database.appPool, rangeOf(place as RegionCode), 'read', async (tx) => {
      await inOneSnapshot(tx)
      return readFigure(tx, { codes, place: place as RegionCode, period, by, compare: false })
    })

  /** Every indicator at every tier and period as the store says it equals what is counted by hand. */
  async function expectAgreement(facts: readonly ToldFact[]): Promise<void> {
    for (const place of places) {
      for (const period of periods) {
        const said = byCode(await ask({ place, period, by: 'none' }))
        const counted = new Map(codes.map((code) => [`${code} `, naiveFigure(facts, indicators, { code, place, ...period })]))
        expect({ place, period, said }).toEqual({ place, period, said: counted })
      }
    }
  }

  /** The first half folded, the second told since. */
  async function beginHistory(): Promise<void> {
    await forget()
    await rebuild(database.appPool)
    await tellFacts(database.appPool, early)
    await foldAll()
    await tellFacts(database.appPool, late)
  }

  return { database, forget, foldAll, ask, expectAgreement, beginHistory }
}
