import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { rangeOf } from '../../../../kernel/region-code.ts'
import { type Tx, withScope } from '../../../../platform/database/scope.ts'
import {
  countClients,
  findContactSubjects,
  findPersonUnits,
  listContactSubjects,
  listFileIds,
  personCards,
  touchLastContact,
} from '../../index.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const day = (text: string) => text as PlainDate
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(database.appPool, rangeOf(world.YUBEI), 'write', work)

test('other modules are given masked cards and places, of persons in the range only', async () => {
  const known = await world.person(ground, { phone: '10012344821' })
  const stranger = await world.person(ground, { unitCode: world.ELSEWHERE })
  const ids = [known.id, stranger.id]

  const [cards, units, subjects] = await inside(async (tx) => [
    await personCards({ tx, secrets: ground.secrets, today: world.TODAY }, ids),
    await findPersonUnits(tx, ids),
    await findContactSubjects(tx, ids),
  ])

  expect([...cards.keys()]).toEqual([known.id])
  expect(cards.get(known.id)).toMatchObject({ nameMasked: '周*国', phoneMasked: '100****4821', age: 63 })
  expect([...units]).toEqual([[known.id, world.FENGMING]])
  expect([...subjects.keys()]).toEqual([known.id])
})

test('the last contact is the latest one, whatever the order they are entered in', async () => {
  const { id } = await world.person(ground)

  await inside((tx) => touchLastContact(tx, [id], day('2026-06-01')))
  await inside((tx) => touchLastContact(tx, [id], day('2026-03-01')))

  const subjects = await inside((tx) => findContactSubjects(tx, [id]))
  expect(subjects.get(id)?.lastContactOn).toBe('2026-06-01')
})

test('a stranger’s last contact cannot be touched', async () => {
  const { id } = await world.person(ground, { unitCode: world.ELSEWHERE })

  await inside((tx) => touchLastContact(tx, [id], day('2026-06-01')))

  const subjects = await withScope(database.appPool, rangeOf(world.BANAN), 'read', (tx) => findContactSubjects(tx, [id]))
  expect(subjects.get(id)?.lastContactOn).toBeNull()
})

test('a place lists and counts its living, by class where asked', async () => {
  const at = { unitCode: world.NEIGHBOUR }
  const war = await world.person(ground, { ...at, identities: [{ classCode: 'WAR' }] })
  await world.person(ground, at)
  const gone = await world.person(ground, at)
  const input = { personId: gone.id, deceasedOn: '2026-06-01', document: '证明', reason: '家属报告' }
  await world.act(ground, world.actor(at), { name: 'person.recordDeath', input })
  const place = rangeOf(world.NEIGHBOUR)

  const some = await inside((tx) => listContactSubjects(tx, { ...place, classCodes: ['WAR'], limit: 10 }))
  const capped = await inside((tx) => listContactSubjects(tx, { ...place, classCodes: [], limit: 1 }))

  expect(some.map(({ id, classCodes }) => [id, classCodes])).toEqual([[war.id, ['WAR']]])
  expect(capped).toHaveLength(2)
  expect(await inside((tx) => countClients(tx, place))).toEqual({ registered: 2, complete: 0 })
})

test('a merged file is one more id of the person', async () => {
  const [kept, merged] = [await world.person(ground), await world.person(ground)]
  const officer = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })
  const input = { keptId: kept.id, keptVersion: 1, mergedId: merged.id, mergedVersion: 1, reason: '重复建档' }

  await world.act(ground, officer, { name: 'person.merge', input })

  expect(await inside((tx) => listFileIds(tx, kept.id))).toEqual([kept.id, merged.id])
})
