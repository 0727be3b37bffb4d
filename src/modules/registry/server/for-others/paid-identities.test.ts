import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import { rangeOf } from '../../../../kernel/region-code.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { listClosedFiles, listPaidIdentities, listReturnedFiles } from './paid-identities.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const here = world.actor()
const there = world.actor({ unitCode: world.ELSEWHERE })
const reason = '户口已迁入本社区'

/** Half past seven in the morning in China, when Greenwich still has the day before. */
const [NEW_YEAR, NEXT_MONTH] = ['2026-12-31T23:30:00.000Z', '2027-01-31T23:30:00.000Z']

/** Offers the file to the other bureau, which takes it over at an instant. */
async function handOver(personId: string, from: typeof here, to: typeof here, at: string): Promise<void> {
  const on = { ...ground, clock: clockAt(at) }
  world.value(await world.act(on, from, { name: 'transfer.send', input: { personId, toUnitCode: to.unitCode, reason } }))
  const { rows } = world.value<{ rows: { id: string; status: string }[] }>(
    await world.see(on, to, { name: 'transfer.list', input: { place: to.unitCode } }),
  )
  const transferId = rows.find(({ status }) => status === 'open')?.id
  world.value(await world.act(on, to, { name: 'transfer.decide', input: { transferId, accept: true } }))
}

async function confirm(personId: string): Promise<void> {
  const file = world.value<{ identities: { id: string }[] }>(await world.see(ground, here, { name: 'person.get', input: { personId } }))
  for (const status of ['evidenceChecked', 'confirmed']) {
    const input = { personId, identityId: file.identities[0]?.id, status, reason }
    world.value(await world.act(ground, here, { name: 'identity.setStatus', input }))
  }
}

const reading = <T>(run: Parameters<typeof withScope<T>>[3]) => withScope(database.appPool, { lo: '0', hi: ':' }, 'read', run)

test('a file handed over on the morning of New Year’s Day in China goes in January, and comes back in February', async () => {
  const { id } = await world.person(ground, { unitCode: world.FENGMING, identities: [{ classCode: 'WAR' }] })
  await confirm(id)

  await handOver(id, here, there, NEW_YEAR)

  const range = rangeOf(world.YUBEI)
  expect(await reading((tx) => listClosedFiles(tx, range))).toMatchObject([{ personId: id, goneOn: '2027-01-01' }])

  await handOver(id, there, here, NEXT_MONTH)

  expect(await reading((tx) => listReturnedFiles(tx, range))).toMatchObject([{ personId: id, goneOn: '2027-01-01', backOn: '2027-02-01' }])
  const every = { ...range, classCodes: ['WAR'], after: '00000000-0000-0000-0000-000000000000', limit: 10 }
  expect(await reading((tx) => listPaidIdentities(tx, every))).toMatchObject([{ personId: id, receivedOn: '2027-02-01' }])
})
