import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, browserOf, COUNTY, codeAt, NOON, openAccessWorld, PASSWORD } from '../../../../test/access-world.ts'
import { openProviderRoom, visitProvider } from '../../../../test/provider-room.ts'
import { openServer } from '../../http/server.ts'
import { refuseCrossSite } from '../cross-site.ts'
import { inScopeOf } from '../own-scope.ts'
import { sessionRoutes } from '../session-routes.ts'
import { openProvider } from './provider.ts'
import { readProviderAddress } from './provider-address.ts'

let world: Awaited<ReturnType<typeof openAccessWorld>>
let room: Awaited<ReturnType<typeof openProviderRoom>>
beforeAll(async () => {
  world = await openAccessWorld()
  room = await openProviderRoom()
})
afterAll(async () => {
  await world.close()
  await room.close()
})

type Browser = ReturnType<typeof browserOf>

async function openApp(given: { now?: Date; setting?: string; secure?: boolean; log?: (line: string) => void } = {}): Promise<Browser> {
  const { now = NOON, setting = room.setting, secure = false, log = () => undefined } = given
  const address = readProviderAddress(setting)
  if (!address) throw new Error(`${setting} names no provider`)
  const app = await openServer({ secure, log })
  app.addHook('onRequest', refuseCrossSite)
  // biome-ignore lint/nursery/noMisusedPromises: fastify waits for what a plugin promises
  await app.register(sessionRoutes, {
    appPool: world.appPool,
    secrets: world.secrets,
    secure,
    config: world.config,
    clock: { now: () => now.toISOString(), today: () => '2026-03-02' as never },
    provider: openProvider(address, log),
  })
  return browserOf(app)
}

/** The same browser at another moment. */
async function later(browser: Browser, now: Date): Promise<Browser> {
  const moved = await openApp({ now })
  for (const [name, value] of browser.jar) moved.jar.set(name, value)
  return moved
}

const begin = ({ ask }: Browser, page?: string) => ask('POST', '/api/session/sign-on', { to: 'sign-in', ...(page && { page }) })

/** Goes to the provider and says who it is there; the address that it is sent back to. */
async function comingBack(browser: Browser, subject: string | undefined, page?: string): Promise<string> {
  const { url } = (await begin(browser, page)).json()
  const { pathname, search } = new URL(await visitProvider(url, subject))
  return pathname + search
}

const arrive = async ({ ask }: Browser, address: string): Promise<string> => {
  const { statusCode, headers } = await ask('GET', address)
  expect(statusCode).toBe(303)
  return String(headers.location)
}
const enterAs = async (browser: Browser, subject: string | undefined, page?: string) =>
  arrive(browser, await comingBack(browser, subject, page))
const who = async ({ ask }: Browser): Promise<string | undefined> => (await ask('GET', '/api/session')).json().account?.login

/** Signs in with the password and binds: where the browser ends up. */
async function bind(browser: Browser, login: string, subject: string, given: { code?: string } = {}): Promise<string> {
  const entered = await browser.ask('POST', '/api/session', { login, password: PASSWORD, ...given })
  expect(entered.statusCode).toBe(200)
  const begun = await browser.ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })
  expect(begun.statusCode).toBe(200)
  const { pathname, search } = new URL(await visitProvider(begun.json().url, subject))
  return arrive(browser, pathname + search)
}

const leavesOf = async (accountId: string): Promise<string[]> =>
  (await world.ownerPool.query('select action_name from spine.leaves where subject_id = $1 order by seq', [accountId])).rows.map(
    ({ action_name }) => action_name,
  )

test('who bound single sign-on comes in by it, to the page they wanted; unbound, it opens nothing', async () => {
  const { accountId } = await world.account('gan.lin', ['stationWorker'])
  const browser = await openApp()
  expect(await bind(browser, 'gan.lin', 'sub-1')).toBe('/desk/account?sso=bound')
  expect((await browser.ask('GET', '/api/session/sign-on')).json()).toEqual({ boundAt: NOON.toISOString() })
  await browser.ask('DELETE', '/api/session')

  const elsewhere = await openApp()
  expect((await elsewhere.ask('GET', '/api/session')).json().singleSignOn).toEqual({ name: '统一身份认证' })
  expect(await enterAs(elsewhere, 'sub-1', '/desk/people?tab=1')).toBe('/desk/people?tab=1')
  expect(await who(elsewhere)).toBe('gan.lin')

  expect((await elsewhere.ask('DELETE', '/api/session/sign-on')).statusCode).toBe(200)
  expect(await who(elsewhere)).toBe('gan.lin')
  expect(await enterAs(await openApp(), 'sub-1')).toBe('/sign-in?sso=not-bound&to=%2F')
  expect(await leavesOf(accountId)).toEqual(['account.bindSignOn', 'account.unbindOwnSignOn'])
})

test('an identity that nobody bound opens nothing, though it is called like an account', async () => {
  await world.account('gan.mei', ['stationWorker'])
  const browser = await openApp()

  expect(await enterAs(browser, 'gan.mei')).toBe('/sign-in?sso=not-bound&to=%2F')
  expect(await who(browser)).toBeUndefined()
})

test('single sign-on stands for the password, and not for the second factor', async () => {
  await world.account('gan.wu', ['countyOfficer'], { unitCode: COUNTY, totp: true })
  await bind(await openApp(), 'gan.wu', 'sub-2', { code: codeAt(NOON) })
  const browser = await openApp({ now: after(60) })

  expect(await enterAs(browser, 'sub-2', '/desk')).toBe('/sign-in?sso=code&to=%2Fdesk')
  expect(await who(browser)).toBeUndefined()
  const wrong = await browser.ask('POST', '/api/session/sign-on/code', { code: '000000' })
  expect([wrong.statusCode, wrong.json()]).toEqual([401, { refusal: { code: 'code-wrong' } }])
  const right = await browser.ask('POST', '/api/session/sign-on/code', { code: codeAt(after(60)) })

  expect(right.json().account).toMatchObject({ login: 'gan.wu', needsTotp: false, hasTotp: true })
  expect((await browser.ask('POST', '/api/session/sign-on/code', { code: codeAt(after(90)) })).json()).toEqual({
    refusal: { code: 'sign-on-over' },
  })
})

test('the code is waited for ten minutes, in the browser that was at the provider', async () => {
  await world.account('gan.qi', ['countyOfficer'], { unitCode: COUNTY, totp: true })
  await bind(await openApp(), 'gan.qi', 'sub-3', { code: codeAt(NOON) })
  const browser = await openApp({ now: after(60) })
  await enterAs(browser, 'sub-3')

  const late = await later(browser, after(661))
  const stranger = await openApp({ now: after(60) })

  for (const [place, at] of [
    [late, after(661)],
    [stranger, after(60)],
  ] as const) {
    const answer = await place.ask('POST', '/api/session/sign-on/code', { code: codeAt(at) })
    expect([answer.statusCode, answer.json()]).toEqual([409, { refusal: { code: 'sign-on-over' } }])
  }
})

test('whoever guesses codes after single sign-on is held back as after a password', async () => {
  await world.account('gan.ba', ['countyOfficer'], { unitCode: COUNTY, totp: true })
  await bind(await openApp(), 'gan.ba', 'sub-4', { code: codeAt(NOON) })
  const browser = await openApp({ now: after(60) })
  await enterAs(browser, 'sub-4')

  for (let n = 0; n < 10; n++) await browser.ask('POST', '/api/session/sign-on/code', { code: '000000' })
  const right = await browser.ask('POST', '/api/session/sign-on/code', { code: codeAt(after(60)) })

  expect([right.statusCode, right.json().refusal.code]).toEqual([429, 'too-many-tries'])
  expect(await enterAs(browser, 'sub-4')).toBe('/sign-in?sso=too-many-tries&to=%2F')
})

test('an officer without a second factor may only enrol, and whoever must change the password only that', async () => {
  await world.account('gan.jiu', ['stationWorker'])
  const { unitCode, accountId } = await world.account('gan.shi', ['stationWorker'])
  await bind(await openApp(), 'gan.jiu', 'sub-5')
  await bind(await openApp(), 'gan.shi', 'sub-6')
  await inScopeOf(world.appPool, unitCode, (tx) =>
    tx.query("update access.accounts set must_change_password = true where bureau_code = '500112' and id = $1", [accountId]),
  )
  await world.ownerPool.query(
    `insert into access.account_roles (bureau_code, account_id, role, granted_at, unit_code)
     select bureau_code, id, 'countyOfficer', created_at, unit_code from access.accounts where login = 'gan.jiu'`,
  )

  const [officer, changer] = [await openApp(), await openApp()]
  await enterAs(officer, 'sub-5')
  await enterAs(changer, 'sub-6')

  expect((await officer.ask('GET', '/api/session')).json().account).toMatchObject({ needsTotp: true, grants: [] })
  expect((await changer.ask('GET', '/api/session')).json().account).toMatchObject({ mustChangePassword: true, grants: [] })
  const bound = await changer.ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })
  expect(bound.json()).toEqual({ refusal: { code: 'not-signed-in' } })
})

test('a password older than ninety days must be changed after single sign-on too', async () => {
  await world.account('gan.lao', ['stationWorker'])
  await bind(await openApp(), 'gan.lao', 'sub-7')
  const browser = await openApp({ now: after(91 * 86_400) })

  await enterAs(browser, 'sub-7')

  expect((await browser.ask('GET', '/api/session')).json().account).toMatchObject({ mustChangePassword: true, grants: [] })
})

test('a disabled account is not opened, in the words for whom none is bound', async () => {
  const { unitCode, accountId } = await world.account('gan.ting', ['stationWorker'])
  await bind(await openApp(), 'gan.ting', 'sub-8')
  await inScopeOf(world.appPool, unitCode, (tx) =>
    tx.query("update access.accounts set status = 'disabled' where bureau_code = '500112' and id = $1", [accountId]),
  )

  expect(await enterAs(await openApp(), 'sub-8')).toBe('/sign-in?sso=not-bound&to=%2F')
})

test('who is unbound at the very moment of coming in does not come in', async () => {
  const { accountId, unitCode } = await world.account('gan.ji', ['stationWorker'])
  const browser = await openApp()
  await bind(browser, 'gan.ji', 'sub-18')
  const address = await comingBack(browser, 'sub-18')
  const unbinding = await world.ownerPool.connect()
  await unbinding.query('begin')
  await unbinding.query("update access.accounts set sign_on_bound_at = null where bureau_code = '500112' and id = $1", [accountId])
  await unbinding.query('delete from access.sign_ons where bureau_code = left($1, 6) and account_id = $2', [unitCode, accountId])

  let hasArrived = false
  const arriving = arrive(browser, address).finally(() => {
    hasArrived = true
  })
  const isHeld = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  while (!hasArrived && (await world.ownerPool.query(isHeld)).rowCount === 0) await sleep(5)
  await unbinding.query('commit')
  unbinding.release()

  expect(await arriving).toBe('/sign-in?sso=not-bound&to=%2F')
})

test('one identity opens one account, and an account has one', async () => {
  await world.account('gan.yi', ['stationWorker'])
  await world.account('gan.er', ['stationWorker'])
  const [one, two] = [await openApp(), await openApp()]
  await bind(one, 'gan.yi', 'sub-9')

  expect(await bind(two, 'gan.er', 'sub-9')).toBe('/desk/account?sso=sign-on-taken')
  expect((await two.ask('GET', '/api/session/sign-on')).json()).toEqual({ boundAt: null })
  expect((await one.ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })).json()).toEqual({
    refusal: { code: 'already-bound' },
  })
  await one.ask('DELETE', '/api/session')
  await enterAs(one, 'sub-9')
  expect(await who(one)).toBe('gan.yi')
})

test('two who bind one identity at the same moment: one of them has it', async () => {
  await world.account('gan.san', ['stationWorker'])
  await world.account('gan.si', ['stationWorker'])

  const ended = await Promise.all(['gan.san', 'gan.si'].map(async (login) => bind(await openApp(), login, 'sub-10')))

  expect(ended.toSorted()).toEqual(['/desk/account?sso=bound', '/desk/account?sso=sign-on-taken'])
})

test('binding asks for the password, counts wrong ones, and ends the account’s other sessions', async () => {
  await world.account('gan.mi', ['stationWorker'])
  const [here, there] = [await openApp(), await openApp()]
  await there.ask('POST', '/api/session', { login: 'gan.mi', password: PASSWORD })
  await here.ask('POST', '/api/session', { login: 'gan.mi', password: PASSWORD })
  const before = here.jar.get('guidui')

  const wrong = await here.ask('POST', '/api/session/sign-on', { to: 'bind', password: 'guessed' })
  expect([wrong.statusCode, wrong.json()]).toEqual([401, { refusal: { code: 'wrong-credentials' } }])
  expect((await (await openApp()).ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })).statusCode).toBe(401)
  await bind(here, 'gan.mi', 'sub-11')

  expect(here.jar.get('guidui')).not.toBe(before)
  expect(await who(there)).toBeUndefined()
  for (let n = 0; n < 10; n++) await here.ask('POST', '/api/session/sign-on', { to: 'bind', password: 'guessed' })
  expect((await here.ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })).statusCode).toBe(429)
})

test('who went to bind and is somebody else by now, or nobody, binds nothing', async () => {
  await world.account('gan.jia', ['stationWorker'])
  await world.account('gan.bing', ['stationWorker'])
  const browser = await openApp()
  await browser.ask('POST', '/api/session', { login: 'gan.jia', password: PASSWORD })
  const { url } = (await browser.ask('POST', '/api/session/sign-on', { to: 'bind', password: PASSWORD })).json()
  const { pathname, search } = new URL(await visitProvider(url, 'sub-12'))
  await browser.ask('POST', '/api/session', { login: 'gan.bing', password: PASSWORD })

  expect(await arrive(browser, pathname + search)).toBe('/desk/account?sso=stale')
  expect(await enterAs(await openApp(), 'sub-12')).toBe('/sign-in?sso=not-bound&to=%2F')
})

test('a new session is opened, and a token planted before it is worth nothing', async () => {
  await world.account('gan.xin', ['stationWorker'])
  await bind(await openApp(), 'gan.xin', 'sub-13')
  const browser = await openApp()
  const planted = `500112.${'A'.repeat(43)}`
  browser.jar.set('guidui', planted)

  await enterAs(browser, 'sub-13')

  expect(browser.jar.get('guidui')).not.toBe(planted)
  expect(browser.jar.has('guidui-device')).toBe(true)
  expect(browser.jar.has('guidui-sso')).toBe(false)
})

test('an address of the provider opens nothing twice, late, under another state, or in another browser', async () => {
  await world.account('gan.hui', ['stationWorker'])
  await bind(await openApp(), 'gan.hui', 'sub-14')
  const browser = await openApp()

  const address = await comingBack(browser, 'sub-14')
  const kept = browser.jar.get('guidui-sso') ?? ''
  expect(await arrive(await openApp(), address)).toBe('/sign-in?sso=stale')
  expect(await arrive(browser, address)).toBe('/')
  await browser.ask('DELETE', '/api/session')
  expect(await arrive(browser, address)).toBe('/sign-in?sso=stale')
  // Not even with the sealed cookie put back: the provider gives a code once.
  browser.jar.set('guidui-sso', kept)
  expect(await arrive(browser, address)).toBe('/sign-in?sso=failed&to=%2F')

  const slow = await comingBack(browser, 'sub-14')
  expect(await arrive(await later(browser, after(601)), slow)).toBe('/sign-in?sso=stale')
  const swapped = (await comingBack(browser, 'sub-14')).replace(/state=[^&]*/, 'state=another')
  expect(await arrive(browser, swapped)).toBe('/sign-in?sso=stale&to=%2F')
  expect(await arrive(browser, '/api/session/sign-on/callback')).toBe('/sign-in?sso=stale')
  expect(await who(browser)).toBeUndefined()
})

test('a code that was given to another flow is refused by the provider', async () => {
  await world.account('gan.pian', ['stationWorker'])
  await bind(await openApp(), 'gan.pian', 'sub-15')
  const [victim, thief] = [await openApp(), await openApp()]
  const stolen = new URL(await comingBack(victim, 'sub-15'), 'http://x').searchParams.get('code') ?? ''
  const own = new URL(await comingBack(thief, 'sub-of-thief'), 'http://x')
  own.searchParams.set('code', stolen)

  expect(await arrive(thief, own.pathname + own.search)).toBe('/sign-in?sso=failed&to=%2F')
  expect(await who(thief)).toBeUndefined()
})

test('who turns back at the provider is told so', async () => {
  expect(await enterAs(await openApp(), undefined)).toBe('/sign-in?sso=declined&to=%2F')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/sign-in?to=//evil.example',
  '/api/session',
  'javascript:alert(1)',
])('nobody is led away to %s', async (page) => {
  await world.account(`gan.${Buffer.from(page).toString('hex').slice(0, 20)}`, ['stationWorker'])
  await bind(await openApp(), `gan.${Buffer.from(page).toString('hex').slice(0, 20)}`, `sub-${page}`)

  expect(await enterAs(await openApp(), `sub-${page}`, page)).toBe('/')
})

test('a provider that is down is a refusal, is asked again by the next person, and its secret is not in the log', async () => {
  const lines: string[] = []
  const down = await openProviderRoom()
  const browser = await openApp({ setting: down.setting, log: (line) => lines.push(line) })
  const address = await comingBack(browser, 'sub-16')
  await down.close()
  const other = await openApp({ setting: down.setting, log: (line) => lines.push(line) })

  expect(await arrive(browser, address)).toBe('/sign-in?sso=unavailable&to=%2F')
  const refused = await begin(other)
  expect([refused.statusCode, refused.json()]).toEqual([503, { refusal: { code: 'provider-unavailable' } }])
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.join()).not.toMatch(/s@cret|s%40cret|sub-16|code=/)
})

test('a provider that wants its secret in the form gets it there', async () => {
  const post = await openProviderRoom({ secretBy: 'client_secret_post' })
  const browser = await openApp({ setting: post.setting })

  const ended = await enterAs(browser, 'sub-17')
  await post.close()

  expect(ended).toBe('/sign-in?sso=not-bound&to=%2F')
})

test('a provider that calls itself otherwise than the setting is not believed', async () => {
  const elsewhere = room.setting.replace('localhost', '127.0.0.1')

  expect((await begin(await openApp({ setting: elsewhere }))).statusCode).toBe(503)
})

test('another site cannot send a browser to the provider, nor its page read the flow', async () => {
  const browser = await openApp({ secure: true })

  const fromElsewhere = await browser.ask('POST', '/api/session/sign-on', { to: 'sign-in' }, { origin: 'https://evil.example' })
  const { cookies } = await begin(browser)

  expect(fromElsewhere.statusCode).toBe(403)
  expect(cookies).toMatchObject([{ name: '__Host-guidui-sso', path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 }])
})

test('the database keeps neither the subject nor its issuer, and the application cannot read whose it is', async () => {
  await world.account('gan.mi2', ['stationWorker'])
  await bind(await openApp(), 'gan.mi2', 'sub-secret')

  const { rows } = await world.ownerPool.query('select * from access.sign_ons')
  expect(JSON.stringify(rows.map((row) => ({ ...row, sign_on_hash: row.sign_on_hash.toString('latin1') })))).not.toMatch(
    /sub-secret|localhost/,
  )
  await expect(world.appPool.query('select * from access.sign_ons')).rejects.toThrow(/permission denied/)
})
