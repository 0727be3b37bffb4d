import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, doBrief, seeBrief } from '../../../../test/briefs-world.ts'
import { close, closers } from '../../../../test/closing-world.ts'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { tellFacts } from '../../../../test/figures/told-facts.ts'
import { CHONGQING, divisions, FENGMING, ground, value, YUBEI } from '../../../../test/world.ts'
import type { Brief } from '../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)

const MONTHS = ['2026-04', '2026-05'] as const
const PERIOD = { from: '2026-04-01', to: '2026-05-31' }

const visits = (day: string, quantity: number) =>
  tellFacts(database.appPool, [
    {
      kind: 'visit.done',
      unit: FENGMING,
      on: day,
      quantity,
      persons: ['0198a000-0000-7000-8000-000000000001'],
      dimensions: { reason: 'routine', way: 'home' },
    },
  ])

/** A month goes up to the province, which locks it. Nobody has a unit here, so no place below is waited for. */
async function lock(month: string, more: object = {}): Promise<void> {
  value(await close(on, closers.county, 'confirm', { place: YUBEI, month, ...more }))
  value(await close(on, closers.clerk, 'accept', { place: YUBEI, month }))
  value(await close(on, closers.clerk, 'confirm', { place: CHONGQING, month, ...more }))
  value(await close(on, closers.province, 'lock', { place: CHONGQING, month }))
}

async function written(template: string, period: object = PERIOD): Promise<Brief> {
  const { id } = value<{ id: string }>(await doBrief(on, desk.writer, 'brief.write', { place: YUBEI, template, period }))
  return await read(id)
}

const read = async (id: string) => value<Brief>(await seeBrief(on, desk.writer, 'brief.get', { id }))
const review = ({ id, version }: Brief, markUnlocked: boolean) => doBrief(on, desk.reviewer, 'brief.review', { id, version, markUnlocked })

beforeAll(async () => {
  await divisions(database)
  await visits('2026-04-10', 100)
  await visits('2026-05-10', 20)
})

test('a half-year report is written from locked months: it is refused month by month until each is locked and it says what was locked', async () => {
  const draft = await written('halfYearReport')
  const open = (state: string, months: readonly string[]) => months.map((month) => expect.objectContaining({ place: YUBEI, month, state }))
  expect(draft).toMatchObject({ needsLocked: true, openMonths: open('none', MONTHS) })

  expect(await review(draft, true)).toMatchObject({
    refusal: { code: 'months-open', months: expect.arrayContaining([expect.objectContaining({ placeName: '渝北区', month: '2026-04' })]) },
  })
  await lock('2026-04')
  expect((await read(draft.id)).openMonths).toMatchObject([{ month: '2026-05', state: 'none' }])

  // What came in before the second lock is locked, and not in the draft.
  await visits('2026-05-11', 3)
  await lock('2026-05')
  expect(await review(draft, true)).toMatchObject({ refusal: { code: 'not-as-locked', labels: expect.arrayContaining(['走访']) } })

  // What comes after it is not locked: the month is corrected first.
  await visits('2026-05-12', 4)
  expect((await read(draft.id)).openMonths).toMatchObject([{ month: '2026-05', state: 'moved' }])
  await lock('2026-05', { why: '补登五月十二日走访' })
  value(await doBrief(on, desk.writer, 'brief.refresh', { id: draft.id, version: draft.version }))

  const again = await read(draft.id)
  expect(again.openMonths).toEqual([])
  value(await review(again, false))
  expect(await read(draft.id)).toMatchObject({ state: 'reviewed', isUnlocked: false })
})

test('a period that takes a part of a month cannot be locked; a template that does not ask for it passes with the mark', async () => {
  const half = await written('halfYearReport', { from: '2026-05-01', to: '2026-05-20' })
  expect(await review(half, true)).toMatchObject({ refusal: { code: 'months-open', months: [{ month: '2026-05', state: 'cut' }] } })

  const month = await written('monthBrief', { from: '2026-03-01', to: '2026-03-31' })
  expect(month).toMatchObject({ needsLocked: false })
  expect(await review(month, false)).toMatchObject({ refusal: { code: 'unlocked-figures', count: month.unlockedCount } })
  expect(month.unlockedCount).toBeLessThan(month.figureCount)
  value(await review(month, true))
})
