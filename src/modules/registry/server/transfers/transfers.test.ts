import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import { sealedTables } from '../sealed-tables.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(() => closeRotated(database, sealedTables, 'registry.transfer_requests'))

type Who = ReturnType<typeof world.actor>
const here = world.actor()
const there = world.actor({ unitCode: world.ELSEWHERE })
const nextDoor = world.actor({ unitCode: world.NEIGHBOUR })
const reason = '户口已迁入本社区'
let minutes = 0

/** Each action a minute after the last, so that the latest request is on top. */
function doing(who: Who, name: string, input: unknown): Promise<Answer> {
  minutes += 1
  const clock = clockAt(new Date(Date.parse(world.NOW) + minutes * 60_000).toISOString())
  return world.act({ ...ground, clock }, who, { name, input })
}

const seeing = (who: Who, name: string, input: unknown): Promise<Answer> => world.see(ground, who, { name, input })
const isSeen = async (who: Who, personId: string): Promise<boolean> => (await seeing(who, 'person.get', { personId })).kind === 'value'

interface Row {
  id: string
  direction: string
  status: string
  person: { nameMasked: string; personId: string | null } | null
  counterpart: string | null
  answer: string | null
}

async function requestsOf(who: Who): Promise<Row[]> {
  return world.value<{ rows: Row[] }>(await seeing(who, 'transfer.list', { place: who.unitCode })).rows
}

const latest = async (who: Who): Promise<Row> => {
  const [row] = await requestsOf(who)
  if (!row) throw new Error('there is no request')
  return row
}

async function registeredAt(unitCode: UnitCode, personId: string): Promise<number> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ stock: number }>(
      `select coalesce(sum(quantity), 0)::int as stock from spine.facts where kind = 'person.registered' and unit_code = $1 and person_ids @> array[$2::uuid]`,
      [unitCode, personId],
    ),
  )
  return rows[0]?.stock ?? 0
}

const full = {
  name: '诸葛孔明',
  phone: '10012344821',
  identities: [{ classCode: 'WAR' }],
  service: [{ enlistedOn: '1980-12-01' as never }],
  kin: [{ relation: 'spouse' as const, name: '李秀英', phone: '10012345678' }],
}

describe('a station that asks for a file elsewhere', () => {
  test('learns nothing of where it lies until it is handed over, with its whole history', async () => {
    const person = await world.person(ground, { ...full, unitCode: world.ELSEWHERE })
    await doing(there, 'person.change', { personId: person.id, version: 1, changes: { living: 'alone' }, reason })
    await doing(there, 'person.unmask', { personId: person.id, purpose: 'contact', reason: '联系本人', fields: ['phone'] })

    const asked = await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason })

    expect(asked).toMatchObject({ kind: 'value', value: { status: 'open' } })
    expect(await latest(here)).toMatchObject({ direction: 'asked', counterpart: null, person: null })
    expect(JSON.stringify([asked, await latest(here)])).not.toMatch(/500113|诸葛|孔明/)
    const request = await latest(there)
    expect(request).toMatchObject({
      direction: 'toDecide',
      counterpart: world.FENGMING,
      person: { personId: person.id, nameMasked: '诸葛*明' },
    })

    expect(await doing(there, 'transfer.decide', { transferId: request.id, accept: true })).toMatchObject({ value: { status: 'accepted' } })

    expect([await isSeen(here, person.id), await isSeen(there, person.id)]).toEqual([true, false])
    expect(world.value(await seeing(here, 'person.get', { personId: person.id }))).toMatchObject({
      unitCode: world.FENGMING,
      phoneMasked: '100****4821',
      living: 'alone',
      version: 2,
      unmaskings90: 1,
      identities: [{ classCode: 'WAR' }],
      service: [{ enlistedOn: '1980-12-01' }],
      kin: [{ nameMasked: '李*英', phoneMasked: '100****5678' }],
    })
    expect(world.value<{ rows: unknown[] }>(await seeing(here, 'person.versions', { personId: person.id })).rows).toHaveLength(2)
    expect([await registeredAt(world.ELSEWHERE, person.id), await registeredAt(world.FENGMING, person.id)]).toEqual([0, 1])
    expect(world.value<{ rows: unknown[] }>(await seeing(here, 'person.find', { query: '孔明' })).rows).toHaveLength(1)
    expect(world.value<{ rows: unknown[] }>(await seeing(there, 'person.find', { query: '孔明' })).rows).toEqual([])
    expect(
      await doing(here, 'person.change', { personId: person.id, version: 2, changes: { living: 'withFamily' }, reason }),
    ).toMatchObject({ kind: 'value' })
  })

  test('may be declined, and the file stays', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason })
    const request = await latest(there)

    await doing(there, 'transfer.decide', { transferId: request.id, accept: false, answer: '本人仍住原址' })

    expect(await latest(here)).toMatchObject({ status: 'declined', answer: '本人仍住原址' })
    expect([await isSeen(here, person.id), await isSeen(there, person.id)]).toEqual([false, true])
    expect(await doing(there, 'transfer.decide', { transferId: request.id, accept: true })).toMatchObject({
      refusal: { code: 'already-settled', status: 'declined' },
    })
  })

  test('takes it back before it is decided, not after', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason })
    const [asked, toDecide] = [await latest(here), await latest(there)]

    expect(await doing(there, 'transfer.withdraw', { transferId: toDecide.id, reason })).toMatchObject({
      refusal: { code: 'not-asked-here' },
    })
    expect(await doing(here, 'transfer.decide', { transferId: asked.id, accept: true })).toMatchObject({
      refusal: { code: 'not-to-decide' },
    })
    expect(await doing(here, 'transfer.withdraw', { transferId: asked.id, reason })).toMatchObject({ value: { status: 'withdrawn' } })

    expect(await latest(there)).toMatchObject({ status: 'withdrawn' })
    expect(await doing(there, 'transfer.decide', { transferId: toDecide.id, accept: true })).toMatchObject({
      refusal: { code: 'already-settled' },
    })
  })

  test('asks once, for a citizen who has a file, and not for its own', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    const own = await world.person(ground)
    const ask = (citizenId: string) => doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId, reason })

    await ask(person.citizenId)

    expect(await ask(person.citizenId)).toMatchObject({ refusal: { code: 'already-asked' } })
    expect(await ask(world.citizenId())).toMatchObject({ refusal: { code: 'not-registered' } })
    expect(await ask(own.citizenId)).toEqual({ kind: 'refusal', refusal: { code: 'already-registered', personId: own.id } })
    expect(await ask('123')).toMatchObject({ refusal: { code: 'invalid-fields', issues: [{ field: 'citizenId', code: 'wrong-length' }] } })
  })

  test('an acceptance and a withdrawal at once come one after the other', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason })
    const [asked, toDecide] = [await latest(here), await latest(there)]

    const answers = await Promise.all([
      doing(here, 'transfer.withdraw', { transferId: asked.id, reason }),
      doing(there, 'transfer.decide', { transferId: toDecide.id, accept: true }),
    ])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect((await latest(here)).status).toBe((await latest(there)).status)
    expect([await isSeen(here, person.id), await isSeen(there, person.id)].filter(Boolean)).toHaveLength(1)
  })
})

describe('a station that offers a file', () => {
  test('to another of its bureau: it moves when accepted', async () => {
    const person = await world.person(ground, full)

    await doing(here, 'transfer.send', { personId: person.id, toUnitCode: world.NEIGHBOUR, reason: '已搬到双凤路' })

    const request = await latest(nextDoor)
    expect(request).toMatchObject({ direction: 'toDecide', counterpart: world.FENGMING, person: { personId: null, nameMasked: '诸葛*明' } })
    expect(await isSeen(nextDoor, person.id)).toBe(false)
    await doing(nextDoor, 'transfer.decide', { transferId: request.id, accept: true })
    expect([await isSeen(here, person.id), await isSeen(nextDoor, person.id)]).toEqual([false, true])
    expect([await registeredAt(world.FENGMING, person.id), await registeredAt(world.NEIGHBOUR, person.id)]).toEqual([0, 1])
    expect(world.value<{ rows: unknown[] }>(await seeing(nextDoor, 'person.versions', { personId: person.id })).rows).toHaveLength(1)
  })

  test('there and back again between bureaus', async () => {
    const person = await world.person(ground, full)
    for (const [from, to] of [
      [here, there],
      [there, here],
      [here, there],
    ] as const) {
      await doing(from, 'transfer.send', { personId: person.id, toUnitCode: to.unitCode, reason })
      await doing(to, 'transfer.decide', { transferId: (await latest(to)).id, accept: true })

      expect([await isSeen(from, person.id), await isSeen(to, person.id)]).toEqual([false, true])
    }
    expect(await registeredAt(world.FENGMING, person.id)).toBe(0)
    expect(await doing(there, 'person.capture', world.capture({ unitCode: world.ELSEWHERE, citizenId: person.citizenId }))).toMatchObject({
      refusal: { code: 'already-registered', personId: person.id },
    })
  })

  test('whoever is in charge of both need not ask', async () => {
    const person = await world.person(ground)
    const officer = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })

    const answer = await doing(officer, 'transfer.send', { personId: person.id, toUnitCode: world.NEIGHBOUR, reason: '分片调整' })

    expect(answer).toMatchObject({ value: { status: 'accepted' } })
    expect(await isSeen(nextDoor, person.id)).toBe(true)
  })

  test('once, to another station that is there, of a file that is open', async () => {
    const person = await world.person(ground)
    const send = (toUnitCode: string) => doing(here, 'transfer.send', { personId: person.id, toUnitCode, reason })

    expect(await send(world.FENGMING)).toMatchObject({ refusal: { code: 'same-unit' } })
    expect(await send('500112017999')).toMatchObject({ refusal: { code: 'unknown-unit' } })
    expect(await send(world.ELSEWHERE)).toMatchObject({ value: { status: 'open' } })
    expect(await send(world.NEIGHBOUR)).toMatchObject({ refusal: { code: 'already-asked' } })
  })

  test('requests for a file that has moved on are withdrawn', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason })
    await doing(nextDoor, 'transfer.ask', { unitCode: world.NEIGHBOUR, citizenId: person.citizenId, reason })
    const [second, first] = await requestsOf(there)

    await doing(there, 'transfer.decide', { transferId: first?.id, accept: true })

    expect(await doing(there, 'transfer.decide', { transferId: second?.id, accept: true })).toMatchObject({
      refusal: { code: 'already-settled', status: 'withdrawn' },
    })
    expect(await latest(nextDoor)).toMatchObject({ status: 'withdrawn' })
  })
})

describe('who may not', () => {
  test('nobody decides the request of a third station', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason })
    const { id } = await latest(there)

    for (const name of ['transfer.decide', 'transfer.withdraw']) {
      expect(await doing(nextDoor, name, { transferId: id, accept: true, reason })).toEqual({
        kind: 'problem',
        problem: { code: 'not-found' },
      })
    }
    const supervisor = world.actor({ role: 'supervisor', unitCode: world.BANAN })
    expect(await doing(supervisor, 'transfer.decide', { transferId: id, accept: true })).toEqual({
      kind: 'problem',
      problem: { code: 'not-permitted' },
    })
  })

  test('a request cannot be opened or settled behind the stations’ backs', async () => {
    const person = await world.person(ground, { unitCode: world.ELSEWHERE })
    const asked = world.value<{ transferId: string }>(
      await doing(here, 'transfer.ask', { unitCode: world.FENGMING, citizenId: person.citizenId, reason }),
    )

    const forge = (text: string) => withScope(database.appPool, here.scope, 'write', (tx) => tx.query(text, [asked.transferId]))

    await expect(forge("select registry.settle_transfer($1, '2026-06-10')")).rejects.toThrow('nothing to settle')
    await expect(forge('select registry.move_to_bureau(p, $1::text) from registry.people p')).rejects.toThrow('permission denied')
  })
})
