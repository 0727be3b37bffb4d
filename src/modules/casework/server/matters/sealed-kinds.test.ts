import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../test/matter-world.ts'
import { actor, divisions, FENGMING, ground, NEIGHBOUR, person, value, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { Matter } from '../../contract.ts'
import { openSaid } from './keep-matter.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { village, county } = seats
const counsellor = actor({ unitCode: YUBEI, role: 'counsellor' })
const supervisor = actor({ unitCode: YUBEI, role: 'lineSupervisor' })

const CALL = { topic: '整夜失眠，想起战友', minutes: 30, danger: 'some' }
const see = async (who: Actor, matterId: string) => await seeMatter(on, who, { name: 'matter.get', input: { matterId } })

async function called(): Promise<{ id: string; personId: string }> {
  const someone = await person(on)
  const about = { personId: someone.id, typeCode: 'counselling', answers: CALL, channel: 'phone' }
  return { id: value<OpenedMatter>(await openFor(on, counsellor, about)).id, personId: someone.id }
}

describe('a call to the counselling line', () => {
  test('is read by the counsellor and the supervisor of the line, and by nobody else', async () => {
    const { id } = await called()
    value(await step(on, counsellor, { matterId: id, step: 'consult', reason: '请一起研判' }))

    for (const who of [counsellor, supervisor]) expect(value<Matter>(await see(who, id)).answers).toMatchObject(CALL)
    const others = [
      county,
      village,
      seats.approver,
      seats.city,
      ...(['supervisor', 'dutyLawyer'] as const).map((role) => actor({ unitCode: YUBEI, role })),
    ]
    for (const who of others) expect(await see(who, id)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await see(actor({ unitCode: NEIGHBOUR, role: 'lineSupervisor' }), id)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('is offered to be begun to whoever sits at the line, and not to a station that would be refused', async () => {
    const offered = async (who: Actor) =>
      value<{ canBegin: string[] }>(await seeMatter(on, who, { name: 'matter.kinds', input: {} })).canBegin

    expect(await offered(counsellor)).toContain('counselling')
    expect(await offered(village)).not.toContain('counselling')
    expect(await offered(village)).toEqual(expect.arrayContaining(['annualConfirmation', 'petition', 'legalAdvice']))
  })

  test('is in no list of the person or the place: that somebody called is sealed as well', async () => {
    const { id, personId } = await called()
    const listed = async (who: Actor, input: object) =>
      value<{ rows: { id: string }[] }>(await seeMatter(on, who, { name: 'matter.list', input: { limit: 200, ...input } })).rows.map(
        (row) => row.id,
      )

    expect(await listed(village, { place: FENGMING, personId })).toEqual([])
    for (const who of [county, seats.city]) expect(await listed(who, { place: YUBEI })).not.toContain(id)
    value(await openFor(on, village, { personId: personId as never }))
    expect(await listed(village, { place: FENGMING, personId })).toHaveLength(1)
  })

  test('waits in the supervisor’s inbox once the counsellor asks, and only the supervisor advises', async () => {
    const { id } = await called()
    value(await step(on, counsellor, { matterId: id, step: 'consult', reason: '请一起研判' }))

    const inbox = await seeMatter(on, supervisor, { name: 'matter.inbox', input: { limit: 500 } })
    expect(value<{ rows: { id: string }[] }>(inbox).rows.map((row) => row.id)).toContain(id)
    expect(await step(on, counsellor, { matterId: id, step: 'advise', reason: '继续观察' })).toMatchObject({ kind: 'refusal' })
    expect(await step(on, supervisor, { matterId: id, step: 'advise', reason: '继续观察' })).toMatchObject({ kind: 'value' })
  })

  test('is counted, and whose it was is not in the figures; an application for a card is', async () => {
    const { id, personId } = await called()
    value(await step(on, counsellor, { matterId: id, step: 'refer', reason: '转精神科' }))
    const someone = await person(on)
    value(await openFor(on, village, { personId: someone.id }))

    const factsOf = (whose: string) =>
      rowsOf<{ kind: string }>(
        database,
        "select kind from spine.facts where kind like any(array['matter.%','call.%']) and $1 = any(person_ids)",
        [whose],
      )
    expect(await factsOf(personId)).toEqual([])
    expect((await factsOf(someone.id)).length).toBeGreaterThan(0)
    expect(await rowsOf(database, "select kind from spine.facts where kind = 'call.referred'")).toHaveLength(1)
  })
})

describe('answers to questions that were not asked', () => {
  test('are stored nowhere', async () => {
    const someone = await person(on)
    const answers = { way: 'face', hasChanged: false, change: '迁到别处' }
    const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'annualConfirmation', answers }))

    expect(value<Matter>(await see(village, id)).answers).toEqual({ way: 'face', hasChanged: false })
    const [row] = await rowsOf<{ number: number; said: Buffer }>(
      database,
      'select number, said from casework.matter_steps where matter_id = $1',
      [id],
    )
    expect(row && openSaid(on.secrets, id, row).answers).toEqual({ way: 'face', hasChanged: false })
  })
})

describe('the same petition', () => {
  const claim = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const ask = (personId: string, more: object = {}) =>
    openFor(on, village, { personId: personId as never, typeCode: 'petition', answers: { ...claim, ...more } })

  test('is not had twice while it is in process, also where it is worded with other stops', async () => {
    const someone = await person(on)
    const first = value<OpenedMatter>(await ask(someone.id))

    const again = await ask(someone.id, { title: ' 接续工龄，认定。', text: '再说一次，请求合并' })

    expect(again).toMatchObject({ refusal: { code: 'already-open', matterId: first.id } })
  })

  test('at two windows at once begins once', async () => {
    const someone = await person(on)

    const both = await Promise.all([ask(someone.id), ask(someone.id)])

    expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
  })

  test('another one is begun beside it, and the same again once it was withdrawn', async () => {
    const someone = await person(on)
    const first = value<OpenedMatter>(await ask(someone.id))

    expect((await ask(someone.id, { subject: 'pension', title: '补助标准核定' })).kind).toBe('value')
    value(await step(on, village, { matterId: first.id, step: 'withdraw' }))
    expect((await ask(someone.id)).kind).toBe('value')
  })

  test('of another person is another matter, and nothing of its words is in the key', async () => {
    const [one, other] = [await person(on), await person(on)]
    value(await ask(one.id))

    expect((await ask(other.id)).kind).toBe('value')
    const keys = await rowsOf<{ once_key: string }>(
      database,
      "select once_key from casework.matters where type_code = 'petition' and once_key <> ''",
    )
    for (const { once_key } of keys) expect(once_key).toMatch(/^open:[0-9a-f]{32}$/)
  })
})

test('a receipt of a trip is not taken without the paper', async () => {
  const someone = await person(on)
  const answers = {
    martyr: '陈铁',
    place: '某省某县',
    distance: 'province',
    relation: 'child',
    travellers: ['甲'],
    isFrail: false,
    way: 'self',
    onDay: '2027-04-05',
  }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'memorialTrip', answers }))
  const give = (code: string) => doMatter(on, village, { name: 'matter.giveDocument', input: { matterId: id, code } })
  value(await give('kinProof'))
  value(await step(on, county, { matterId: id, step: 'issue' }))
  const back = { matterId: id, step: 'giveReceipt', answers: { host: '某省某县', hostedOn: '2026-06-09' } }

  expect(await step(on, village, back)).toMatchObject({ refusal: { code: 'documents-missing', documents: ['receipt'] } })
  value(await give('receipt'))
  expect((await step(on, village, back)).kind).toBe('value')
})
