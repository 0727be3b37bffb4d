import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, COUNTY, ELSEWHERE, NOON, openAccessWorld, VILLAGE } from '../../../test/access-world.ts'
import { inScopeOf } from './own-scope.ts'
import { endSession, endSessions, findActor, findSession, sweepAccess } from './sessions.ts'

let world: Awaited<ReturnType<typeof openAccessWorld>>
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())

const isOpen = async (token: string, seconds: number, isActivity = true): Promise<boolean> =>
  (await findSession(world.appPool, token, { now: after(seconds), isActivity })) !== undefined

test('a station’s session ends half an hour after the last activity', async () => {
  await world.account('an.ning', ['stationWorker'])
  const token = await world.token('an.ning')

  expect(await isOpen(token, 1700)).toBe(true)
  expect(await isOpen(token, 1700 + 1799)).toBe(true)
  expect(await isOpen(token, 1700 + 1799 + 1800)).toBe(false)
})

test('an officer’s session ends after a quarter of an hour', async () => {
  await world.account('an.guo', ['countyOfficer'], { unitCode: COUNTY })
  const token = await world.token('an.guo')

  expect(await isOpen(token, 899, false)).toBe(true)
  expect(await isOpen(token, 900, false)).toBe(false)
})

test('what a page asks by itself does not keep a session open', async () => {
  await world.account('an.jing', ['stationWorker'])
  const token = await world.token('an.jing')

  for (let minute = 1; minute < 30; minute++) expect(await isOpen(token, minute * 60, false)).toBe(true)

  expect(await isOpen(token, 1800, false)).toBe(false)
})

test('no session outlives twelve hours, however busy', async () => {
  await world.account('an.kang', ['stationWorker'])
  const token = await world.token('an.kang')

  for (let at = 1200; at < 43_200; at += 1200) expect(await isOpen(token, at)).toBe(true)

  expect(await isOpen(token, 43_200)).toBe(false)
})

test('activity is written at most once a minute', async () => {
  const { accountId } = await world.account('an.xin', ['stationWorker'])
  const token = await world.token('an.xin')
  const lastSeen = async () =>
    inScopeOf(world.appPool, VILLAGE, async (tx) => {
      const { rows } = await tx.query<{ last_seen_at: string }>('select last_seen_at from access.sessions where account_id = $1', [
        accountId,
      ])
      return rows[0]?.last_seen_at
    })

  await isOpen(token, 59)
  expect(await lastSeen()).toBe(NOON.toISOString())
  await isOpen(token, 61)
  expect(await lastSeen()).toBe(after(61).toISOString())
})

test('a signed-out session stays out, and the others of the account stay in', async () => {
  await world.account('an.le', ['stationWorker'])
  const [here, there] = [await world.token('an.le'), await world.token('an.le')]

  await inScopeOf(world.appPool, VILLAGE, (tx) => endSession(tx, here, { reason: 'signed-out', now: NOON }))

  expect(await findActor(world.appPool, here, NOON)).toBeUndefined()
  expect(await findActor(world.appPool, there, NOON)).toBeDefined()
})

test('signing out everywhere ends the sessions of one account only', async () => {
  const account = await world.account('an.he', ['stationWorker'])
  await world.account('an.ping', ['stationWorker'])
  const [mine, mineToo, hers] = [await world.token('an.he'), await world.token('an.he'), await world.token('an.ping')]

  await inScopeOf(world.appPool, VILLAGE, (tx) => endSessions(tx, account, { reason: 'signed-out-everywhere', now: NOON }))

  for (const token of [mine, mineToo]) expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  expect(await findActor(world.appPool, hers, NOON)).toBeDefined()
})

test('nobody ends a session outside his own range', async () => {
  const account = await world.account('an.yuan', ['stationWorker'])
  const token = await world.token('an.yuan')

  await inScopeOf(world.appPool, ELSEWHERE, (tx) => endSessions(tx, account, { reason: 'disabled', now: NOON }))

  expect(await findActor(world.appPool, token, NOON)).toBeDefined()
})

test('a role ended elsewhere is gone at the very next request', async () => {
  const { accountId } = await world.account('an.qi', ['stationWorker'])
  const token = await world.token('an.qi')
  expect((await findActor(world.appPool, token, NOON))?.grants.has('person.read')).toBe(true)

  await inScopeOf(world.appPool, VILLAGE, (tx) =>
    tx.query("update access.account_roles set ended_at = $2 where bureau_code = '500112' and account_id = $1", [accountId, NOON]),
  )

  expect((await findActor(world.appPool, token, NOON))?.grants.size).toBe(0)
})

test('who must show a second factor and has none may only enrol', async () => {
  await world.account('an.bei', ['countyOfficer'], { unitCode: COUNTY })
  const token = await world.token('an.bei')

  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  expect(await findSession(world.appPool, token, { now: NOON })).toMatchObject({ needsTotp: true, actor: undefined })
})

test.each([
  '',
  'x',
  '500112.',
  `500113.${randomBytes(32).toString('base64url')}`,
  `500112.${'A'.repeat(43)}`,
  `500112.${'\0'.repeat(43)}`,
  undefined,
])('a token that was never given opens nothing: %j', async (token) => {
  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
})

test('the database holds no token, and forgets a session after two hundred days', async () => {
  const { accountId } = await world.account('an.jiu', ['stationWorker'])
  const token = await world.token('an.jiu')
  const rows = async () =>
    inScopeOf(
      world.appPool,
      VILLAGE,
      async (tx) =>
        (await tx.query('select s.*, encode(token_hash, $2) from access.sessions s where account_id = $1', [accountId, 'escape'])).rows,
    )
  expect(JSON.stringify(await rows())).not.toContain(token.slice(7))

  await sweepAccess(world.appPool, after(200 * 86_400))
  expect(await rows()).toHaveLength(1)
  await sweepAccess(world.appPool, after(201 * 86_400))

  expect(await rows()).toEqual([])
})
