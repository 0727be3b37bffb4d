import { afterAll, describe, expect, test } from 'vitest'
import { NATION, rangeOf } from '../src/kernel/region-code.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { buildServer } from '../src/server.ts'
import { browserOf } from './access-world.ts'
import { openMeWorld, see } from './me-world.ts'
import { act, actor, BANAN, person, value } from './world.ts'

const world = await openMeWorld()
const { database, on, app, sent, signedIn, bound } = world
afterAll(world.close)

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
