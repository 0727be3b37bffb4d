import { afterAll, expect, test } from 'vitest'
import { after } from '../../../../test/access-world.ts'
import { openProviderRoom } from '../../../../test/provider-room.ts'
import { arrive, begin, bind, comingBack, enterAs, openSignOnWorld, who } from '../../../../test/sign-on-world.ts'

const { world, room, openApp, later, close } = await openSignOnWorld()
afterAll(close)

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
