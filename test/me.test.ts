import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NATION, rangeOf } from '../src/kernel/region-code.ts'
import { actions as casework } from '../src/modules/casework/index.ts'
import { scopeOf } from '../src/platform/access/actor.ts'
import { runAction } from '../src/platform/actions/run-action.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { verifyJournal } from '../src/platform/journal/verify-journal.ts'
import { buildServer } from '../src/server.ts'
import { browserOf } from './access-world.ts'
import { openTestDatabase } from './database/clone.ts'
import { doMatter, openFor, seats, step } from './matter-world.ts'
import { act, actor, BANAN, divisions, ground, person, value } from './world.ts'

const database = await openTestDatabase()
const on = { ...ground(database), mePool: database.mePool }
const sent: string[] = []
const app = await buildServer({
  ...on,
  secure: false,
  log: () => undefined,
  sendCode: async (_phone, code) => {
    sent.push(code)
    return true
  },
})
beforeAll(() => divisions(database))
afterAll(async () => {
  await app.close()
  await database.close()
})

const card = { kind: 'veteran', phone: '10012345678' }
const LEGAL = { question: '房东不退押金' }
const lawyer = actor({ role: 'dutyLawyer', unitCode: '500112000000' as never })
let phones = 0

/** A telephone that is signed in on /me and bound to nothing. */
async function signedIn() {
  phones += 1
  const phone = `100${String(phones).padStart(8, '0')}`
  const browser = browserOf(app)
  await browser.ask('POST', '/api/me/code', { phone })
  const answer = await browser.ask('POST', '/api/me/session', { phone, code: sent.at(-1) })
  return { ...browser, phone, account: answer.json().account }
}

type Phone = Awaited<ReturnType<typeof signedIn>>
const see = (phone: Phone, name: string, input: object = {}) => phone.ask('POST', `/api/see/${name}`, input)
const act_ = (phone: Phone, name: string, input: object, id = uuidv7()) =>
  phone.ask('POST', `/api/do/${name}`, input, { 'idempotency-key': id })

/** Somebody with a file, and a telephone that is bound to it. */
async function bound(given: Parameters<typeof person>[1] = {}) {
  const someone = await person(on, { phone: '10098765432', ...given })
  const { code } = value<{ code: string }>(
    await act(on, actor({ unitCode: someone.unitCode }), { name: 'person.giveCode', input: { personId: someone.id } }),
  )
  const phone = await signedIn()
  const answer = await phone.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code })
  expect(answer.statusCode).toBe(200)
  return { someone, phone, code, session: answer.json() }
}

describe('signing in on /me', () => {
  test('takes a code that was sent, once', async () => {
    const phone = await signedIn()
    expect(phone.account).toMatchObject({ phoneMasked: '100****0001', files: [], personId: null })

    const again = await browserOf(app).ask('POST', '/api/me/session', { phone: phone.phone, code: sent.at(-1) })
    expect([again.statusCode, again.json()]).toEqual([401, { refusal: { code: 'code-run-out' } }])
  })

  test('ends a code after five wrong tries, right or not', async () => {
    const browser = browserOf(app)
    await browser.ask('POST', '/api/me/code', { phone: '10055550000' })
    const right = sent.at(-1) ?? ''
    const wrong = right === '000000' ? '000001' : '000000'
    for (let at = 0; at < 5; at += 1)
      expect((await browser.ask('POST', '/api/me/session', { phone: '10055550000', code: wrong })).json().refusal.code).toBe('code-wrong')

    const late = await browser.ask('POST', '/api/me/session', { phone: '10055550000', code: right })

    expect(late.json()).toEqual({ refusal: { code: 'code-run-out' } })
  })

  test('sends no seventh code within an hour, and says how long to wait', async () => {
    const browser = browserOf(app)
    for (let at = 0; at < 6; at += 1) expect((await browser.ask('POST', '/api/me/code', { phone: '10055551111' })).statusCode).toBe(200)

    const seventh = await browser.ask('POST', '/api/me/code', { phone: '10055551111' })

    expect([seventh.statusCode, seventh.json().refusal.code]).toEqual([429, 'too-many-tries'])
  })

  test('says so where no message can be sent', async () => {
    const silent = await buildServer({ ...on, secure: false, log: () => undefined })

    const answer = await browserOf(silent).ask('POST', '/api/me/code', { phone: '10055552222' })

    expect([answer.statusCode, answer.json()]).toEqual([503, { refusal: { code: 'message-not-sent' } }])
    await silent.close()
  })
})

describe('a file is opened', () => {
  test('by the id number and the code of the station, and the journal of its bureau says so', async () => {
    const { someone, session } = await bound()

    expect(session.account).toMatchObject({ personId: someone.id, files: [{ as: 'self', name: '周建国', kinds: null, untilOn: null }] })
    const { rows } = await withScope(database.ownerPool, rangeOf(NATION), 'read', (tx) =>
      tx.query<{ action_name: string }>('select action_name from spine.leaves where subject_id = $1 order by seq', [someone.id]),
    )
    expect(rows.map(({ action_name }) => action_name)).toContain('person.bind')
  })

  test('by no code twice, by none of another file, and by no id number without one', async () => {
    const { someone, code } = await bound()
    const other = await person(on)
    const phone = await signedIn()

    for (const typed of [
      { citizenId: someone.citizenId, code },
      { citizenId: other.citizenId, code },
      { citizenId: '990001196208010018', code: '00000000' },
    ]) {
      const answer = await phone.ask('POST', '/api/me/bind', typed)
      expect([answer.statusCode, answer.json()]).toEqual([422, { refusal: { code: 'no-such-door' } }])
    }
  })

  test('by the later of two codes only', async () => {
    const someone = await person(on)
    const give = async () =>
      value<{ code: string }>(await act(on, actor(), { name: 'person.giveCode', input: { personId: someone.id } })).code
    const [first, second] = [await give(), await give()]
    const phone = await signedIn()

    expect((await phone.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code: first })).statusCode).toBe(422)
    expect((await phone.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code: second })).statusCode).toBe(200)
  })

  test.each(['countyApprover', 'supervisor', 'systemAdministrator', 'dutyLawyer'] as const)('no %s hands out a code', async (role) => {
    const someone = await person(on)

    const answer = await act(on, actor({ role, unitCode: '500112000000' as never }), {
      name: 'person.giveCode',
      input: { personId: someone.id },
    })

    expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
  })

  test('nor does a station of the next district, to which the file does not exist', async () => {
    const someone = await person(on)

    const answer = await act(on, actor({ unitCode: BANAN, role: 'countyOfficer' }), {
      name: 'person.giveCode',
      input: { personId: someone.id },
    })

    expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
  })

  test('and shut by the station at once', async () => {
    const { someone, phone } = await bound()
    expect((await see(phone, 'mine.home')).statusCode).toBe(200)

    value(await act(on, actor(), { name: 'person.shutDoors', input: { personId: someone.id, reason: '手机丢失' } }))

    expect((await see(phone, 'mine.home')).statusCode).toBe(401)
  })
})

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

    const { id } = (await act_(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value
    const mine = (await see(phone, 'mine.matter', { matterId: id })).json().value

    expect(mine).toMatchObject({ id, holderName: expect.stringMatching(/退役军人服务/), isYourTurn: false, canRate: false })
    expect(mine.ahead.length).toBeGreaterThan(2)
    expect((await act_(phone, 'mine.rate', { matterId: id, stars: 5 })).json()).toEqual({ refusal: { code: 'not-ended' } })
    expect((await act_(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().refusal).toMatchObject({
      code: 'already-open',
      matterId: id,
    })
  })

  test('withdraws, says how it was, and not twice', async () => {
    const { phone } = await bound()
    const { id } = (await act_(phone, 'mine.open', { typeCode: 'policyEnquiry', answers: { question: '怎么报名' } })).json().value
    const mine = (await see(phone, 'mine.matter', { matterId: id })).json().value
    expect(mine.can.steps.map(({ code }: { code: string }) => code)).toEqual(['giveUp'])

    const taken = await act_(phone, 'mine.step', { matterId: id, step: 'giveUp', steps: mine.steps, reason: '不用了' })
    expect(taken.statusCode).toBe(200)
    const twins = await Promise.all([1, 2].map((stars) => act_(phone, 'mine.rate', { matterId: id, stars })))

    expect(twins.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  test('sees the own petition, and of a lawyer’s advice nothing of the note', async () => {
    const { phone } = await bound()
    const begin = async (typeCode: string, answers: object) => (await act_(phone, 'mine.open', { typeCode, answers })).json().value
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
    const { id } = (await act_(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value

    const answer = await act_(phone, 'mine.step', { matterId: id, step: 'accept', steps: 1 })

    expect(answer.statusCode).toBe(409)
    expect(answer.json().refusal.code).toBe('not-your-turn')
  })

  test('sent twice has the same matter once', async () => {
    const { phone } = await bound()
    const actionId = uuidv7()
    const input = { typeCode: 'preferenceCard', answers: { kind: 'veteran' } }

    const [first, again] = [await act_(phone, 'mine.open', input, actionId), await act_(phone, 'mine.open', input, actionId)]

    expect(again.json()).toEqual(first.json())
  })

  test('reads what the offices told, and it is read on every telephone', async () => {
    const { phone, someone } = await bound()
    const { id } = value<{ id: string }>(await openFor(on, seats.village, { personId: someone.id, answers: card }))
    value(await step(on, seats.township, { matterId: id, step: 'ask', reason: '照片不合格' }))

    const { rows, unread } = (await see(phone, 'mine.messages', {})).json().value
    await act_(phone, 'mine.readMessages', { ids: rows.map(({ id: one }: { id: string }) => one) })

    expect([rows.length, unread]).toEqual([1, 1])
    expect(rows[0].words.zh).toMatch(/还缺材料/)
    expect((await see(phone, 'mine.messages', {})).json().value.unread).toBe(0)
    expect((await see(phone, 'mine.matter', { matterId: id })).json().value).toMatchObject({ isYourTurn: true })
  })
})

describe('a stranger', () => {
  test('of the same village finds no matter, no file and no message of a neighbour, not even by the id', async () => {
    const [one, other] = [await bound(), await bound({ name: '陶勇' })]
    const { id } = (await act_(one.phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })).json().value

    expect((await see(other.phone, 'mine.matter', { matterId: id })).statusCode).toBe(404)
    expect((await act_(other.phone, 'mine.step', { matterId: id, step: 'withdraw', steps: 1 })).statusCode).toBe(404)
    expect((await act_(other.phone, 'mine.rate', { matterId: id, stars: 1 })).statusCode).toBe(404)
    expect((await other.phone.ask('POST', '/api/me/open', { personId: one.someone.id })).statusCode).toBe(404)
    expect((await see(other.phone, 'mine.matters', {})).json().value.rows).toEqual([])
  })

  test('is held back by the database itself, whatever the program asks', async () => {
    const [one, other] = [await bound(), await bound()]
    await act_(one.phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })
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

describe('somebody with authority', () => {
  async function withAuthority(given: { kinds?: string[] | null; untilOn?: string } = {}) {
    const someone = await person(on)
    const { kinds = null, untilOn = '2026-12-31' } = given
    const register = {
      personId: someone.id,
      agentName: '周晓梅',
      agentPhone: '10000000009',
      relation: 'child',
      evidence: '委托书',
      kinds,
      untilOn,
    }
    const { id } = value<{ id: string }>(await act(on, actor(), { name: 'authority.register', input: register }))
    const { code } = value<{ code: string }>(
      await act(on, actor(), { name: 'person.giveCode', input: { personId: someone.id, authorityId: id } }),
    )
    const phone = await signedIn()
    await phone.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code })
    return { someone, phone, authorityId: id }
  }

  test('acts for the person, is named so in the matter, and sees the name masked', async () => {
    const { phone } = await withAuthority()

    const home = (await see(phone, 'mine.home')).json().value
    const { id } = (
      await act_(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran', phone: '10012345678' } })
    ).json().value

    expect(home).toMatchObject({ name: '周*国', isAgent: true })
    const { rows } = await withScope(database.ownerPool, rangeOf(NATION), 'read', (tx) =>
      tx.query('select by_name, channel from casework.matter_steps where matter_id = $1', [id]),
    )
    expect(rows).toEqual([{ by_name: '代办人', channel: 'agent' }])
  })

  test('acts in no kind of matter that the authority does not name', async () => {
    const { phone } = await withAuthority({ kinds: ['gloryPlaque'] })

    const answer = await act_(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran', phone: '10012345678' } })

    expect(answer.json()).toEqual({ refusal: { code: 'outside-authority' } })
  })

  test('acts no more when the station has ended it', async () => {
    const { phone, authorityId } = await withAuthority()
    expect((await see(phone, 'mine.home')).statusCode).toBe(200)

    value(await act(on, actor(), { name: 'authority.end', input: { authorityId, reason: '本人收回' } }))

    expect((await see(phone, 'mine.home')).statusCode).toBe(401)
  })

  test('acts on its last day and not on the day after', async () => {
    const { phone } = await withAuthority({ untilOn: '2026-06-10' })
    expect((await see(phone, 'mine.home')).statusCode).toBe(200)
    const tomorrow = await buildServer({
      ...ground(database, '2026-06-10T17:00:00.000Z'),
      mePool: database.mePool,
      secure: false,
      log: () => undefined,
    })

    const { jar } = phone
    const later = browserOf(tomorrow)
    for (const [name, cookie] of jar) later.jar.set(name, cookie)
    const answer = await later.ask('POST', '/api/see/mine.home', {})

    expect(answer.statusCode).toBe(401)
    await tomorrow.close()
  })

  test.each([
    ['2026-06-09', 'day-passed'],
    ['2031-01-01', 'too-many-years'],
  ])('is not registered until %s', async (untilOn, code) => {
    const someone = await person(on)
    const register = {
      personId: someone.id,
      agentName: '周晓梅',
      agentPhone: '10000000009',
      relation: 'child',
      evidence: '委托书',
      kinds: null,
      untilOn,
    }

    const answer = await act(on, actor(), { name: 'authority.register', input: register })

    expect(answer).toMatchObject({ kind: 'refusal', refusal: { code } })
  })
})

test('the journal is whole after all that', async () => {
  const verdicts = await verifyJournal(database.ownerPool)

  expect(verdicts.filter(({ broken }) => broken)).toEqual([])
})
