import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { after, COUNTY, codeAt, NOON, PASSWORD } from '../../../../test/access-world.ts'
import { arrive, bind, comingBack, enterAs, openSignOnWorld, who } from '../../../../test/sign-on-world.ts'
import { inScopeOf } from '../own-scope.ts'

const { world, openApp, later, leavesOf, close } = await openSignOnWorld()
afterAll(close)

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
