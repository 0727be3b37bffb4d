import { afterAll, expect, test } from 'vitest'
import { PASSWORD } from '../../../../test/access-world.ts'
import { visitProvider } from '../../../../test/provider-room.ts'
import { arrive, bind, enterAs, openSignOnWorld, who } from '../../../../test/sign-on-world.ts'

const { world, openApp, close } = await openSignOnWorld()
afterAll(close)

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

test('the database keeps neither the subject nor its issuer, and the application cannot read whose it is', async () => {
  await world.account('gan.mi2', ['stationWorker'])
  await bind(await openApp(), 'gan.mi2', 'sub-secret')

  const { rows } = await world.ownerPool.query('select * from access.sign_ons')
  expect(JSON.stringify(rows.map((row) => ({ ...row, sign_on_hash: row.sign_on_hash.toString('latin1') })))).not.toMatch(
    /sub-secret|localhost/,
  )
  await expect(world.appPool.query('select * from access.sign_ons')).rejects.toThrow(/permission denied/)
})
