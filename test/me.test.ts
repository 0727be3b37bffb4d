import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { rangeOf } from '../src/kernel/region-code.ts'
import { actions as casework } from '../src/modules/casework/index.ts'
import { actions as network } from '../src/modules/network/index.ts'
import { scopeOf } from '../src/platform/access/actor.ts'
import { runAction } from '../src/platform/actions/run-action.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { verifyJournal } from '../src/platform/journal/verify-journal.ts'
import { browserOf } from './access-world.ts'
import { doMatter, openFor, seats, step } from './matter-world.ts'
import { doOn, openMeWorld, see, tellOfAccount } from './me-world.ts'
import { actor, value } from './world.ts'

const world = await openMeWorld()
const { database, on, app, bound } = world
afterAll(world.close)

const card = { kind: 'veteran', phone: '10012345678' }
const LEGAL = { question: '房东不退押金' }
const lawyer = actor({ role: 'dutyLawyer', unitCode: '500112000000' as never })

describe('on /me a person', () => {
  test('sees the own file, masked, and what it lacks', async () => {
    const { phone } = await bound()

    const file = (await see(phone, 'mine.file')).json().value

    const lines = file.sections.flatMap(({ lines }: { lines: { field: string; value: string | null; isMissing: boolean }[] }) => lines)
    expect(lines).toContainEqual({ field: 'phone', value: '100****5432', list: null, isMissing: false })
    expect(lines).toContainEqual({ field: 'address', value: null, list: null, isMissing: true })
    expect(JSON.stringify(file)).not.toMatch(/10098765432|99\d{4}19620801/)
  })

  test('applies without typing again what the file knows, is told what comes next, and rates the end once', async () => {
    const { phone } = await bound()
    const offered = (await see(phone, 'mine.kinds', { typeCode: 'preferenceCard' })).json().value.kinds[0]
    expect(offered.known).toEqual([{ field: 'phone', shown: '100****5432' }])

    const { id } = (await doOn(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value
    const mine = (await see(phone, 'mine.matter', { matterId: id })).json().value

    expect(mine).toMatchObject({ id, holderName: expect.stringMatching(/退役军人服务/), isYourTurn: false, canRate: false })
    expect(mine.ahead.length).toBeGreaterThan(2)
    expect((await doOn(phone, 'mine.rate', { matterId: id, stars: 5 })).json()).toEqual({ refusal: { code: 'not-ended' } })
    expect((await doOn(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().refusal).toMatchObject({
      code: 'already-open',
      matterId: id,
    })
  })

  test('withdraws, says how it was, and not twice', async () => {
    const { phone } = await bound()
    const { id } = (await doOn(phone, 'mine.open', { typeCode: 'policyEnquiry', answers: { question: '怎么报名' } })).json().value
    const mine = (await see(phone, 'mine.matter', { matterId: id })).json().value
    expect(mine.can.steps.map(({ code }: { code: string }) => code)).toEqual(['giveUp'])

    const taken = await doOn(phone, 'mine.step', { matterId: id, step: 'giveUp', steps: mine.steps, reason: '不用了' })
    expect(taken.statusCode).toBe(200)
    const twins = await Promise.all([1, 2].map((stars) => doOn(phone, 'mine.rate', { matterId: id, stars })))

    expect(twins.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  test('sees the own petition, and of a lawyer’s advice nothing of the note', async () => {
    const { phone } = await bound()
    const begin = async (typeCode: string, answers: object) => (await doOn(phone, 'mine.open', { typeCode, answers })).json().value
    const asked = await begin('legalAdvice', LEGAL)
    value(
      await doMatter(on, lawyer, {
        name: 'matter.step',
        input: { matterId: asked.id, step: 'advise', steps: 1, answers: { note: '绝不外传的笔记' } },
      }),
    )

    const mine = await see(phone, 'mine.matter', { matterId: asked.id })

    expect(mine.json().value).toMatchObject({ outcome: 'handled' })
    expect(mine.payload).not.toContain('绝不外传的笔记')
    expect(mine.json().value.answers).not.toHaveProperty('note')
  })

  test('takes no step of an office', async () => {
    const { phone } = await bound()
    const { id } = (await doOn(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value

    const answer = await doOn(phone, 'mine.step', { matterId: id, step: 'accept', steps: 1 })

    expect(answer.statusCode).toBe(409)
    expect(answer.json().refusal.code).toBe('not-your-turn')
  })

  test('sent twice has the same matter once', async () => {
    const { phone } = await bound()
    const actionId = uuidv7()
    const input = { typeCode: 'preferenceCard', answers: { kind: 'veteran' } }

    const [first, again] = [await doOn(phone, 'mine.open', input, actionId), await doOn(phone, 'mine.open', input, actionId)]

    expect(again.json()).toEqual(first.json())
  })

  test('reads what the offices told, and it is read on every telephone', async () => {
    const { phone, someone } = await bound()
    const { id } = value<{ id: string }>(await openFor(on, seats.village, { personId: someone.id, answers: card }))
    value(await step(on, seats.township, { matterId: id, step: 'ask', reason: '照片不合格' }))

    const { rows, unread } = (await see(phone, 'mine.messages', {})).json().value
    await doOn(phone, 'mine.readMessages', { ids: rows.map(({ id: one }: { id: string }) => one) })

    expect([rows.length, unread]).toEqual([1, 1])
    expect(rows[0].words.zh).toMatch(/还缺材料/)
    expect((await see(phone, 'mine.messages', {})).json().value.unread).toBe(0)
    expect((await see(phone, 'mine.matter', { matterId: id })).json().value).toMatchObject({ isYourTurn: true })
  })

  test('reads what belongs to no matter, and it alone', async () => {
    const [{ phone, someone }, other] = [await bound(), await bound()]
    await tellOfAccount(world, someone.id)

    const { rows, unread } = (await see(phone, 'mine.messages', {})).json().value

    expect(rows).toMatchObject([
      { matterId: null, title: { zh: '待遇发放账户' }, words: { zh: expect.stringContaining('尾号 2222') }, isRead: false },
    ])
    expect(unread).toBe(1)
    await doOn(other.phone, 'mine.readMessages', { ids: [rows[0].id] })
    expect((await see(other.phone, 'mine.messages', {})).json().value).toMatchObject({ rows: [], unread: 0 })
    expect((await see(phone, 'mine.messages', {})).json().value.unread).toBe(1)
    await doOn(phone, 'mine.readMessages', { ids: [rows[0].id] })
    expect((await see(phone, 'mine.messages', {})).json().value).toMatchObject({ rows: [{ isRead: true }], unread: 0 })
  })
})

describe('a stranger', () => {
  test('of the same village finds no matter, no file and no message of a neighbour, not even by the id', async () => {
    const [one, other] = [await bound(), await bound({ name: '陶勇' })]
    const { id } = (await doOn(one.phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value

    expect((await see(other.phone, 'mine.matter', { matterId: id })).statusCode).toBe(404)
    expect((await doOn(other.phone, 'mine.step', { matterId: id, step: 'withdraw', steps: 1 })).statusCode).toBe(404)
    expect((await doOn(other.phone, 'mine.rate', { matterId: id, stars: 1 })).statusCode).toBe(404)
    expect((await other.phone.ask('POST', '/api/me/open', { personId: one.someone.id })).statusCode).toBe(404)
    expect((await see(other.phone, 'mine.matters', {})).json().value.rows).toEqual([])
  })

  test('is held back by the database itself, whatever the program asks', async () => {
    const [one, other] = [await bound(), await bound()]
    await doOn(one.phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })
    const { unitCode, id } = other.someone
    const scope = scopeOf({ scope: rangeOf(unitCode), accountId: uuidv7() as never, person: { id } })

    const seen = await withScope(database.mePool, scope, 'write', async (tx) => {
      const count = async (from: string) => Number((await tx.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n)
      return [await count('registry.people'), await count('casework.matters'), await count('casework.matter_steps')]
    })

    expect(seen).toEqual([1, 0, 0])
    await expect(
      withScope(database.mePool, rangeOf(unitCode), 'read', (tx) => tx.query('select from registry.people')).then(
        ({ rowCount }) => rowCount,
      ),
    ).resolves.toBe(0)
    await expect(withScope(database.mePool, scope, 'read', (tx) => tx.query('select from casework.visits'))).rejects.toThrow(
      /permission denied/,
    )
    await expect(withScope(database.mePool, scope, 'write', (tx) => tx.query('update registry.people set name = name'))).rejects.toThrow(
      /permission denied/,
    )
  })

  test('without a session is asked to sign in, and a clerk is no person on /me', async () => {
    const nobody = browserOf(app)
    expect((await nobody.ask('POST', '/api/see/mine.home', {})).statusCode).toBe(401)
    const open = casework.find(({ contract }) => contract.name === 'mine.open')

    const answer = open && (await runAction(on, open, { actor: actor(), actionId: uuidv7(), input: { typeCode: 'preferenceCard' } }))

    expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
  })

  test('on /me reaches nothing of the desk', async () => {
    const { phone, someone } = await bound()

    for (const [name, input] of [
      ['person.find', { query: '周' }],
      ['person.get', { personId: someone.id }],
      ['matter.inbox', {}],
    ] as const)
      expect((await see(phone, name, input)).statusCode).toBe(401)
  })
})

describe('whom to call, and when to come', () => {
  const door = { name: '凤鸣路社区退役军人服务站', phone: '10067890000', address: '凤鸣路 18 号', openingHours: '周一至周五 9:00-17:00' }

  test('the open station’s door is shown on the first page and beside each matter; where none is open, none', async () => {
    const { phone } = await bound()
    expect((await see(phone, 'mine.home')).json().value.station).toBeNull()
    const unit = { unitCode: '500112017005', kind: 'station', status: 'open', openedOn: '2019-05-01', amenities: [], ...door }
    const opening = network.find(({ contract }) => contract.name === 'network.openUnit')
    if (!opening) throw new Error('no unit can be opened')
    value(await runAction(on, opening, { actor: seats.county, actionId: uuidv7(), input: unit }))
    const { id } = (await doOn(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value

    expect((await see(phone, 'mine.home')).json().value.station).toEqual(door)
    expect((await see(phone, 'mine.matter', { matterId: id })).json().value.station).toEqual(door)
  })

  test('a day of the lawyer is offered with its places, taken once, and refused when it is full or nobody sits', async () => {
    const [one, other] = [await bound(), await bound({ name: '陶勇' })]
    const slots = [{ from: '09:00', until: '11:30', lawyer: '钱立', places: 1 }]
    value(await doMatter(on, seats.county, { name: 'roster.set', input: { unitCode: '500112000000', onDay: '2026-06-18', slots } }))
    const ask = async (phone: typeof one.phone, comeOn: string) =>
      (await doOn(phone, 'mine.open', { typeCode: 'legalAdvice', answers: { ...LEGAL, comeOn } })).json()
    const leftOn = async (phone: typeof one.phone) => (await see(phone, 'mine.duties')).json().value.duties[0]

    expect(await leftOn(one.phone)).toMatchObject({ onDay: '2026-06-18', lawyer: '钱立', left: 1 })
    const both = await Promise.all([ask(one.phone, '2026-06-18'), ask(other.phone, '2026-06-18')])

    expect(both.filter(({ value: begun }) => begun)).toHaveLength(1)
    expect(both.find(({ refusal }) => refusal)?.refusal.issues).toEqual([{ field: 'comeOn', code: 'day-full' }])
    expect(await leftOn(other.phone)).toMatchObject({ left: 0 })
    expect((await ask(other.phone, '2026-06-19')).refusal.issues).toEqual([{ field: 'comeOn', code: 'not-on-roster' }])
  })
})

test('the journal is whole after all that', async () => {
  const verdicts = await verifyJournal(database.ownerPool)

  expect(verdicts.filter(({ broken }) => broken)).toEqual([])
})
