import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { actor, BANAN, divisions, FENGMING, ground, person, value, YUBEI } from '../../../../../../test/world.ts'
import type { Actor } from '../../../../../platform/access/actor.ts'
import { clockAt } from '../../../../../platform/clock/clock.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import { startWatching } from '../watch/watch-matters.ts'
import { reconcile } from './reconcile.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const groundAt = (hour: string) => ({ pool: database.appPool, secrets: on.secrets, clock: clockAt(`2026-06-10T${hour}:00:00.000Z`) })
const asOwner = (sql: string, values: readonly unknown[] = []) =>
  withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', (tx) => tx.query(sql, [...values]))
const seen = (who: Actor, place: string) => seeMatter(on, who, { name: 'matter.astray', input: { place } })
const findings = () =>
  rowsOf<{
    type_code: string
    submitted: number
    accepted: number
    refused: number
    pending: number
    handed_over: number
    found_at: string
  }>(
    database,
    'select type_code, submitted, accepted, refused, pending, handed_over, found_at from casework.reconciliations where unit_code = $1 order by 1',
    [FENGMING],
  )

async function applied(): Promise<string> {
  return value<OpenedMatter>(await openFor(on, seats.village, { personId: (await person(on)).id })).id
}

test('what was begun is accepted, refused or pending, by unit and kind; an hour in which nothing happened writes no row anew', async () => {
  const [withdrawn] = [await applied(), await applied()]
  value(await step(on, seats.village, { matterId: withdrawn, step: 'giveUp' }))

  expect(await reconcile(groundAt('03'))).toEqual([])
  expect(await reconcile(groundAt('04'))).toEqual([])

  expect(await findings()).toMatchObject([
    {
      type_code: 'preferenceCard',
      submitted: 2,
      accepted: 0,
      refused: 1,
      pending: 1,
      handed_over: 0,
      found_at: '2026-06-10T03:00:00.000Z',
    },
  ])
  expect(await seen(seats.county, YUBEI)).toMatchObject({ value: { checkedAt: '2026-06-10T04:00:00.000Z', rows: [] } })
})

test('a lost row is an alarm that names it: on the page, in the log, and once in the journal', async () => {
  const id = await applied()
  await asOwner('alter table casework.matter_steps drop constraint matter_steps_matter_fkey')
  await asOwner('delete from casework.matters where id = $1', [id])
  const lines: string[] = []

  expect(await reconcile(groundAt('05'))).toEqual([{ unitCode: FENGMING, typeCode: 'preferenceCard', matterIds: [id] }])
  const watching = startWatching({ ...groundAt('06'), log: (line) => lines.push(line) })
  await expect.poll(() => lines.join('\n')).toContain(`ALARM: preferenceCard at ${FENGMING} cannot be accounted for: ${id}`)
  watching.stop()

  expect(await seen(seats.county, YUBEI)).toMatchObject({
    value: { rows: [{ unitCode: FENGMING, typeCode: 'preferenceCard', typeName: { zh: '优待证' }, matterIds: [id] }] },
  })
  expect(await seeMatter(on, seats.county, { name: 'matter.balance', input: { place: YUBEI } })).toMatchObject({
    value: { isWhole: false },
  })
  expect(await rowsOf(database, "select from spine.leaves where action_name = 'matter.astray'")).toHaveLength(1)
  expect(await seen(actor({ unitCode: BANAN, role: 'countyOfficer' }), BANAN)).toMatchObject({ value: { rows: [] } })
  expect(await seen(actor({ unitCode: BANAN, role: 'countyOfficer' }), YUBEI)).toMatchObject({ problem: { code: 'not-found' } })
})

test('a matter without its first step, and one that lies in nobody’s inbox, are astray too', async () => {
  const [never, nobodys] = [await applied(), await applied()]
  await asOwner('delete from casework.matter_steps where matter_id = $1', [never])
  await asOwner('update casework.matters set holder_place = null where id = $1', [nobodys])

  const [found] = await reconcile(groundAt('07'))

  expect(found?.matterIds).toEqual(expect.arrayContaining([never, nobodys]))
})

test('two reconcilers at once agree', async () => {
  const both = await Promise.all([reconcile(groundAt('08')), reconcile(groundAt('08'))])

  expect(both[0]).toEqual(both[1])
})
