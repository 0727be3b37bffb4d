import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDefinitions } from '../src/modules/indicators/index.ts'
import type { WorkKind } from '../src/modules/worklog/contract.ts'
import { houseKinds } from '../src/modules/worklog/index.ts'
import type { Ground } from '../src/platform/actions/run-action.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { openTestDatabase, type TestDatabase } from './database/clone.ts'
import { doWork } from './work-world.ts'
import { actor, CHONGQING, divisions, FENGMING, ground, STREET, TODAY, value, YUBEI } from './world.ts'

let database: TestDatabase
let on: Ground
beforeAll(async () => {
  database = await openTestDatabase()
  on = ground(database)
  await divisions(database)
})
afterAll(() => database.close())

const PLACES = { village: FENGMING, township: STREET, county: YUBEI, province: CHONGQING } as const
const officer = actor({ unitCode: CHONGQING, role: 'provinceOfficer' })

const placeOf = ({ tiers }: WorkKind) => {
  const place = (Object.keys(PLACES) as (keyof typeof PLACES)[]).find((tier) => tiers.includes(tier))
  if (!place) throw new Error('nobody records it')
  return PLACES[place]
}

/** An answer to every field: the first choice, three of what is counted, 500 yuan, today, a word. */
const answersTo = ({ fields }: WorkKind): Record<string, string> =>
  Object.fromEntries(
    fields.map(({ code, type, choices }) => {
      const answers = { number: '3', money: '50000', date: TODAY, choice: choices?.[0]?.code ?? '', text: '甲', note: '乙' }
      return [code, answers[type]]
    }),
  )

const entryOf = (kind: WorkKind) => ({
  kind: kind.code,
  unitCode: placeOf(kind),
  on: TODAY,
  values: answersTo(kind),
  ...(kind.organisation === 'none' ? {} : { organisation: { name: '某单位' } }),
})

/** Kinds of facts that a record told. */
async function factsOf(id: string): Promise<{ kind: string; quantity: string }[]> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ facts: { kind: string; quantity: string }[] }>('select facts from worklog.records where id = $1', [id]),
  )
  return rows[0]?.facts ?? []
}

const counted = new Set(readDefinitions().flatMap(({ formula }) => ('kind' in formula ? [formula.kind] : [])))

/** Quantities in units that no indicator has a measure word for yet. */
const UNCOUNTED = new Set(['学时', '小时'])

describe('every kind of the house is recorded', () => {
  test.each(houseKinds.map((kind) => [kind.zh, kind] as const))(
    '%s: by its form, with a fact for itself and for each of its numbers',
    async (_, kind) => {
      const { id } = value<{ id: string }>(await doWork(on, officer, { name: 'work.record', input: entryOf(kind) }))
      const facts = await factsOf(id)

      const numbers = kind.fields.filter(({ type }) => type === 'number' || type === 'money')
      expect(facts).toHaveLength(1 + numbers.length + (kind.state ? 0 : 1))
      expect(facts[0]).toMatchObject({ kind: `work.${kind.code}`, quantity: '1' })
    },
  )

  test.each(houseKinds.map((kind) => [kind.zh, kind] as const))('%s feeds an indicator with all that it counts', async (_, kind) => {
    const numbers = kind.fields.filter(({ type, unit }) => type === 'money' || (type === 'number' && !UNCOUNTED.has(unit ?? '')))
    const told = ['', ...numbers.map(({ code }) => code.charAt(0).toUpperCase() + code.slice(1))].map((tail) => `work.${kind.code}${tail}`)

    expect(told.filter((one) => !counted.has(one))).toEqual([])
  })
})

test('what is done counts for a function of the station; what stands does not', async () => {
  const told = await Promise.all(
    houseKinds.slice(0, 20).map(async (kind) => {
      const { id } = value<{ id: string }>(await doWork(on, officer, { name: 'work.record', input: entryOf(kind) }))
      return { kind, forFunction: (await factsOf(id)).some((fact) => fact.kind === 'work.done') }
    }),
  )

  expect(told.filter(({ kind, forFunction }) => kind.state === forFunction)).toEqual([])
})
