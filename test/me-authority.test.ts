import { afterAll, describe, expect, test } from 'vitest'
import { NATION, rangeOf } from '../src/kernel/region-code.ts'
import { withScope } from '../src/platform/database/scope.ts'
import { buildServer } from '../src/server.ts'
import { browserOf } from './access-world.ts'
import { doOn, openMeWorld, see, tellOfAccount } from './me-world.ts'
import { act, actor, ground, person, value } from './world.ts'

const world = await openMeWorld()
const { database, on, withAuthority } = world
afterAll(world.close)

describe('somebody with authority', () => {
  test('acts for the person, is named so in the matter, and sees the name masked', async () => {
    const { phone } = await withAuthority()

    const home = (await see(phone, 'mine.home')).json().value
    const { id } = (
      await doOn(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran', phone: '10012345678' } })
    ).json().value

    expect(home).toMatchObject({ name: '周*国', isAgent: true })
    const { rows } = await withScope(database.ownerPool, rangeOf(NATION), 'read', (tx) =>
      tx.query('select by_name, channel from casework.matter_steps where matter_id = $1', [id]),
    )
    expect(rows).toEqual([{ by_name: '代办人', channel: 'agent' }])
  })

  test('acts in no kind of matter that the authority does not name', async () => {
    const { phone } = await withAuthority({ kinds: ['gloryPlaque'] })

    const answer = await doOn(phone, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran', phone: '10012345678' } })

    expect(answer.json()).toEqual({ refusal: { code: 'outside-authority' } })
  })

  test('is not told of the account of the person: an authority is for matters', async () => {
    const { phone, someone } = await withAuthority()
    await tellOfAccount(world, someone.id)

    expect((await see(phone, 'mine.messages', {})).json().value).toMatchObject({ rows: [], unread: 0 })
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
