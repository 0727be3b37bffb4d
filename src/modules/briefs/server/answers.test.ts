import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { tellFacts } from '../../../../test/figures/told-facts.ts'
import { BANAN, divisions, FENGMING, YUBEI } from '../../../../test/world.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { answerKey, readAnswers } from './read-answers.ts'

const database = await openTestDatabase()
afterAll(database.close)

const period = { from: '2026-05-01', to: '2026-05-31' }
const earlier = { from: '2026-04-01', to: '2026-04-30' }

interface Visit {
  readonly unit?: string
  readonly on: string
  readonly reason: string
  readonly quantity: number
}

const visit = ({ unit = FENGMING as string, on, reason, quantity }: Visit) => ({
  kind: 'visit.done',
  unit,
  on,
  quantity,
  persons: ['0198a000-0000-7000-8000-000000000001'],
  dimensions: { reason, way: 'home' },
})

beforeAll(async () => {
  await divisions(database)
  await tellFacts(database.appPool, [
    visit({ on: '2026-05-03', reason: 'routine', quantity: 7 }),
    visit({ on: '2026-05-04', reason: 'festival', quantity: 5 }),
    visit({ on: '2026-04-04', reason: 'festival', quantity: 2 }),
    visit({ unit: BANAN, on: '2026-05-04', reason: 'routine', quantity: 9 }),
  ])
})

/** What a brief of 渝北区 is told, now or as of the end of a day. */
async function said(asOf: PlainDate | undefined) {
  const visits = { code: 'visits', place: YUBEI, period }
  const asked = [
    visits,
    { ...visits, word: 'festival' },
    { ...visits, word: 'hardship' },
    { ...visits, period: earlier },
    { ...visits, place: FENGMING, word: 'routine' },
    { ...visits, place: BANAN },
  ]
  const scope = rangeOf(YUBEI as string as RegionCode)
  const answers = await withScope(database.appPool, scope, 'read', (tx) => readAnswers(tx, asked, { asOf, scope }))
  return asked.map((one) => answers.get(answerKey(one))?.value)
}

test('a number of a word, of a place below and of another period is answered; beyond the range nothing is said, not 0', async () => {
  expect(await said(undefined)).toEqual([12, 5, 0, 2, 7, null])
})

test('the same as of a day: the facts that had been recorded by its end', async () => {
  expect(await said('2099-01-01' as PlainDate)).toEqual([12, 5, 0, 2, 7, null])
  expect(await said('2020-01-01' as PlainDate)).toEqual([0, 0, 0, 0, 0, null])
})
