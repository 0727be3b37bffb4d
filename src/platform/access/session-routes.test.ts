import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTY, codeAt, NOON, openAccessWorld, PASSWORD, VILLAGE } from '../../../test/access-world.ts'
import { openSessionApp } from '../../../test/session-app.ts'
import { rangeOf } from '../../kernel/region-code.ts'
import { withScope } from '../database/scope.ts'
import { totpCodeOf } from './totp.ts'

let world: Awaited<ReturnType<typeof openAccessWorld>>
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())

const openApp = (given: Parameters<typeof openSessionApp>[1] = {}) => openSessionApp(world, given)

const signInBody = (login: string, more: object = {}) => ({ login, password: PASSWORD, ...more })

test('a station worker signs in, is known, and signs out', async () => {
  await world.account('du.juan', ['stationWorker'])
  const { ask } = await openApp()

  expect((await ask('GET', '/api/session')).json()).toEqual({ account: null, time: NOON.toISOString() })
  expect((await ask('POST', '/api/session', signInBody('du.juan'))).statusCode).toBe(200)
  expect((await ask('GET', '/api/session')).json().account).toMatchObject({
    login: 'du.juan',
    unitCode: VILLAGE,
    tier: 'village',
    roleNames: ['服务站专干'],
    roleNamesEn: ['Station worker'],
    needsTotp: false,
  })
  expect((await ask('DELETE', '/api/session')).json().account).toBeNull()
  expect((await ask('GET', '/api/session')).json().account).toBeNull()
})

test('refusals are one code each, and say how long to wait', async () => {
  await world.account('du.heng', ['stationWorker'])
  const { ask } = await openApp()

  for (let n = 0; n < 10; n++) {
    const wrong = await ask('POST', '/api/session', { login: 'du.heng', password: `guess ${n}` })
    expect([wrong.statusCode, wrong.json()]).toEqual([401, { refusal: { code: 'wrong-credentials' } }])
  }
  const eleventh = await ask('POST', '/api/session', signInBody('du.heng'))

  expect([eleventh.statusCode, eleventh.json()]).toEqual([429, { refusal: { code: 'too-many-tries', waitSeconds: 3600 } }])
  expect(eleventh.headers['retry-after']).toBe('3600')
})

test('a token set before signing in is not the one after, and opens nothing', async () => {
  await world.account('du.fu', ['stationWorker'])
  const { ask, jar } = await openApp()
  const planted = `500112.${'A'.repeat(43)}`
  jar.set('guidui', planted)

  await ask('POST', '/api/session', signInBody('du.fu'))

  expect(jar.get('guidui')).not.toBe(planted)
  jar.set('guidui', planted)
  expect((await ask('GET', '/api/session')).json().account).toBeNull()
})

test('signing in again gives a new token and ends the old one', async () => {
  await world.account('du.mu', ['stationWorker'])
  const { ask, jar } = await openApp()
  await ask('POST', '/api/session', signInBody('du.mu'))
  const earlier = jar.get('guidui') ?? ''

  await ask('POST', '/api/session', signInBody('du.mu'))

  expect((await ask('GET', '/api/session')).json().account?.login).toBe('du.mu')
  jar.set('guidui', earlier)
  expect((await ask('GET', '/api/session')).json().account).toBeNull()
})

test('cookies cannot be read by scripts, and behind TLS they are bound to the host', async () => {
  await world.account('du.li', ['stationWorker'])
  const { ask } = await openApp({ secure: true })

  const { cookies } = await ask('POST', '/api/session', signInBody('du.li'))

  expect(cookies.map(({ name }) => name).toSorted()).toEqual(['__Host-guidui', '__Host-guidui-device'])
  for (const cookie of cookies) expect(cookie).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'Lax' })
  expect(cookies.every((cookie) => !('domain' in cookie))).toBe(true)
})

test('an officer without a second factor enrols first, and then may act', async () => {
  await world.account('du.yu', ['countyOfficer'], { unitCode: COUNTY })
  const { ask, jar } = await openApp()
  const opened = (await ask('POST', '/api/session', signInBody('du.yu'))).json()
  expect(opened.account).toMatchObject({ needsTotp: true, grants: [] })
  const before = jar.get('guidui') ?? ''

  const { secret, uri } = (await ask('POST', '/api/session/totp/enrol', {})).json()
  const code = totpCodeOf(secret, Math.floor(NOON.getTime() / 30_000))
  expect(uri).toContain(secret)
  expect((await ask('POST', '/api/session/totp/confirm', { code: code === '000000' ? '000001' : '000000' })).json()).toEqual({
    refusal: { code: 'code-wrong' },
  })
  const confirmed = (await ask('POST', '/api/session/totp/confirm', { code })).json()

  expect(confirmed.recoveryCodes).toHaveLength(10)
  expect(confirmed.account).toMatchObject({ needsTotp: false, hasTotp: true })
  expect(confirmed.account.grants).toContain('person.merge')
  jar.set('guidui', before)
  expect((await ask('GET', '/api/session')).json().account).toBeNull()
})

test('a confirmed second factor is replaced only by who can show it', async () => {
  await world.account('du.wei', ['countyOfficer'], { unitCode: COUNTY, totp: true })
  const { ask } = await openApp()
  await ask(
    'POST',
    '/api/session',
    signInBody('du.wei', { code: totpCodeOf('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', Math.floor(NOON.getTime() / 30_000) - 1) }),
  )

  expect((await ask('POST', '/api/session/totp/enrol', {})).json()).toEqual({ refusal: { code: 'code-needed' } })
  expect((await ask('POST', '/api/session/totp/enrol', { code: '000000' })).json()).toEqual({ refusal: { code: 'code-wrong' } })
  expect((await ask('POST', '/api/session/totp/enrol', { code: codeAt(NOON) })).statusCode).toBe(200)
})

test('a first password is changed before anything else; a weak or the same one is not taken', async () => {
  await world.account('du.xin', ['stationWorker'], { mustChangePassword: true })
  const { ask } = await openApp()
  const opened = (await ask('POST', '/api/session', signInBody('du.xin'))).json()
  expect(opened.account).toMatchObject({ mustChangePassword: true, grants: [] })

  const weak = await ask('POST', '/api/session/password', { current: PASSWORD, next: 'short' })
  expect([weak.statusCode, weak.json()]).toEqual([422, { refusal: { code: 'password-weak', why: 'too-short', minimumLength: 12 } }])
  expect((await ask('POST', '/api/session/password', { current: PASSWORD, next: PASSWORD })).json().refusal.why).toBe('same-as-before')
  expect((await ask('POST', '/api/session/password', { current: 'wrong', next: 'Brave-Lantern-5' })).statusCode).toBe(401)
  const changed = await ask('POST', '/api/session/password', { current: PASSWORD, next: 'Brave-Lantern-5' })

  expect(changed.json().account.grants).toContain('visit.write')
  expect((await ask('POST', '/api/session', signInBody('du.xin'))).statusCode).toBe(401)
})

test('changing the password ends the sessions on other devices', async () => {
  await world.account('du.shi', ['stationWorker'])
  const [here, there] = [await openApp(), await openApp()]
  await here.ask('POST', '/api/session', signInBody('du.shi'))
  await there.ask('POST', '/api/session', signInBody('du.shi'))

  await here.ask('POST', '/api/session/password', { current: PASSWORD, next: 'Brave-Lantern-5' })

  expect((await here.ask('GET', '/api/session')).json().account?.login).toBe('du.shi')
  expect((await there.ask('GET', '/api/session')).json().account).toBeNull()
})

test('signing out everywhere ends the sessions on all devices', async () => {
  await world.account('du.ke', ['stationWorker'])
  const [here, there] = [await openApp(), await openApp()]
  await here.ask('POST', '/api/session', signInBody('du.ke'))
  await there.ask('POST', '/api/session', signInBody('du.ke'))

  await here.ask('DELETE', '/api/session/everywhere')

  expect((await there.ask('GET', '/api/session')).json().account).toBeNull()
})

test.each(['/api/session/totp/enrol', '/api/session/totp/confirm', '/api/session/password'])(
  '%s is closed to whoever is not signed in',
  async (url) => {
    const { ask } = await openApp()

    const answer = await ask('POST', url, { code: '123456', current: 'a', next: 'b' })

    expect([answer.statusCode, answer.json()]).toEqual([401, { refusal: { code: 'not-signed-in' } }])
  },
)

test('a window of one account changes nothing of another that has signed in in the same browser', async () => {
  const { accountId } = await world.account('du.an', ['stationWorker'])
  await world.account('du.ping', ['stationWorker'])
  const { ask } = await openApp()
  await ask('POST', '/api/session', signInBody('du.ping'))

  const answer = await ask('POST', '/api/session/totp/enrol', {}, { 'x-guidui-account': accountId })

  expect([answer.statusCode, answer.json()]).toEqual([401, { refusal: { code: 'not-signed-in' } }])
})

test('demo accounts are listed with the code of this half minute where the demo is loaded, and only then', async () => {
  await world.account('demo.officer', ['countyOfficer'], { unitCode: COUNTY, totp: true })
  const account = { login: 'demo.officer', password: PASSWORD, name: '演示', roleName: '区县业务岗', placeName: '渝北区' }
  const { ask } = await openApp({ demo: [account] })

  const { demoAccounts } = (await ask('GET', '/api/session')).json()
  expect(demoAccounts).toEqual([{ ...account, code: codeAt(NOON) }])
  expect((await ask('POST', '/api/session', signInBody('demo.officer', { code: demoAccounts[0].code }))).statusCode).toBe(200)
  const again = (await ask('DELETE', '/api/session')).json().demoAccounts[0].code

  expect((await ask('POST', '/api/session', signInBody('demo.officer', { code: again }))).statusCode).toBe(200)
  expect((await (await openApp()).ask('GET', '/api/session')).json()).not.toHaveProperty('demoAccounts')
})

test('whatever is typed, the answer is a refusal or a bad request, never a fault', async () => {
  await world.account('du.gu', ['stationWorker'])
  const { ask } = await openApp()
  const typed = fc.string({ unit: 'binary', maxLength: 120 })

  await fc.assert(
    fc.asyncProperty(fc.oneof(typed, fc.constant('du.gu')), typed, typed, async (login, password, code) => {
      const answer = await ask('POST', '/api/session', { login, password, code })

      expect([400, 401, 429]).toContain(answer.statusCode)
    }),
    {
      numRuns: 60,
      examples: [
        ['du.gu\0', '\0', '\0'],
        ['\ud800', '𠮷·', '１２３４５６'],
      ],
    },
  )
})

test('a disabled account is out at once', async () => {
  const { accountId, unitCode } = await world.account('du.ting', ['stationWorker'])
  const { ask } = await openApp()
  await ask('POST', '/api/session', signInBody('du.ting'))

  await withScope(world.appPool, rangeOf(unitCode), 'write', (tx) =>
    tx.query("update access.accounts set status = 'disabled' where bureau_code = '500112' and id = $1", [accountId]),
  )

  expect((await ask('GET', '/api/session')).json().account).toBeNull()
})
