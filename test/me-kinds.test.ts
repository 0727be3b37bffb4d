import { afterAll, expect, test } from 'vitest'
import type { PlainDate } from '../src/kernel/plain-date.ts'
import { openFor, seats } from './matter-world.ts'
import { openMeWorld, see } from './me-world.ts'
import { value } from './world.ts'

const world = await openMeWorld()
const { on, bound } = world
afterAll(world.close)

const servedUntil = (dischargedOn: string) => ({
  service: [{ enlistedOn: '1990-12-01' as PlainDate, dischargedOn: dischargedOn as PlainDate, rankGroup: 'conscript' as const }],
})

const kindsOn = async ({ phone }: Pick<Awaited<ReturnType<typeof bound>>, 'phone'>): Promise<string[]> =>
  (await see(phone, 'mine.kinds')).json().value.kinds.map(({ kind }: { kind: { code: string } }) => kind.code)

test('reporting in is offered to who has just come home, or of whom nobody knows, and not decades after', async () => {
  const [recent, unknown, old] = [await bound(servedUntil('2026-03-01')), await bound(), await bound(servedUntil('1994-12-01'))]

  expect(await kindsOn(recent)).toContain('reportIn')
  expect(await kindsOn(unknown)).toContain('reportIn')
  expect(await kindsOn(old)).not.toContain('reportIn')
  expect(await kindsOn(old)).toContain('preferenceCard')
})

test('what a station has begun is found among the kinds all the same', async () => {
  const old = await bound(servedUntil('1994-12-01'))
  const answers = { dischargedOn: '1994-12-01', items: ['registry'], phone: '10012345678' }
  value(await openFor(on, seats.village, { personId: old.someone.id, typeCode: 'reportIn', answers }))

  expect(await kindsOn(old)).toContain('reportIn')
})
