import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, codeAt, NOON, openAccessWorld } from '../../../test/access-world.ts'
import type { UnitCode } from '../../kernel/region-code.ts'
import { findLogin } from './accounts.ts'
import { inScopeOf } from './own-scope.ts'
import { confirmTotp } from './second-factor.ts'
import { findSession } from './sessions.ts'

let world: Awaited<ReturnType<typeof openAccessWorld>>
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())

test('a station worker signs in with a login and a password', async () => {
  const { accountId, unitCode } = await world.account('wang.fang', ['stationWorker'])

  const token = await world.token(' Wang.Fang ')

  const session = await findSession(world.appPool, token, { now: NOON })
  expect(session?.actor).toMatchObject({ accountId, unitCode, tier: 'village', roles: ['stationWorker'] })
})

test('a wrong password, an unknown login and a disabled account are refused in the same words', async () => {
  await world.account('zhao.lei', ['stationWorker'])
  const { accountId } = await world.account('sun.mei', ['stationWorker'])
  await inScopeOf(world.appPool, '500112017005' as UnitCode, (tx) =>
    tx.query("update access.accounts set status = 'disabled' where bureau_code = '500112' and id = $1", [accountId]),
  )

  const answers = [
    await world.attempt('zhao.lei', { password: 'wrong' }),
    await world.attempt('nobody.here'),
    await world.attempt('sun.mei'),
  ]

  for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: 'wrong-credentials' } })
})

test('an officer is asked for a code, and gets in with the right one', async () => {
  await world.account('chen.jun', ['countyOfficer'], { unitCode: '500112000000' as UnitCode, totp: true })

  expect(await world.attempt('chen.jun')).toEqual({ ok: false, refusal: { code: 'code-needed' } })
  expect(await world.attempt('chen.jun', { code: '000000' })).toEqual({ ok: false, refusal: { code: 'code-wrong' } })
  expect(await world.attempt('chen.jun', { code: codeAt(NOON) })).toMatchObject({ ok: true })
})

test('whoever has not the password is never asked for the code', async () => {
  await world.account('liu.yang', ['countyOfficer'], { unitCode: '500112000000' as UnitCode, totp: true })

  expect(await world.attempt('liu.yang', { password: 'wrong', code: codeAt(NOON) })).toEqual({
    ok: false,
    refusal: { code: 'wrong-credentials' },
  })
})

test('a code works once, though it is shown twice at the same moment', async () => {
  await world.account('ma.li', ['countyOfficer'], { unitCode: '500112000000' as UnitCode, totp: true })

  const answers = await Promise.all([1, 2, 3].map(() => world.attempt('ma.li', { code: codeAt(NOON) })))

  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'code-wrong')).toHaveLength(2)
})

test('a code of the step before the last one used is refused', async () => {
  await world.account('hu.bo', ['countyOfficer'], { unitCode: '500112000000' as UnitCode, totp: true })
  await world.token('hu.bo', { code: codeAt(after(30)), now: after(30) })

  expect(await world.attempt('hu.bo', { code: codeAt(NOON), now: after(31) })).toEqual({ ok: false, refusal: { code: 'code-wrong' } })
})

test('a recovery code opens the door once', async () => {
  const account = await world.account('gao.yun', ['countyOfficer'], { unitCode: '500112000000' as UnitCode, totp: true })
  const codes = await inScopeOf(world.appPool, account.unitCode, async (tx) => {
    const login = await findLogin(world.appPool, 'gao.yun', undefined)
    if (!login) throw new Error('gao.yun has gone')
    return confirmTotp(tx, world.secrets, { account: { ...login, totpPending: login.totpSecret }, code: codeAt(NOON), now: NOON })
  })
  const code = codes?.[3] ?? ''

  expect(await world.attempt('gao.yun', { code })).toMatchObject({ ok: true })
  expect(await world.attempt('gao.yun', { code })).toEqual({ ok: false, refusal: { code: 'code-wrong' } })
})

test('two sign-ins at once are two sessions', async () => {
  await world.account('xu.hui', ['stationWorker'])

  const tokens = await Promise.all([world.token('xu.hui'), world.token('xu.hui')])

  expect(new Set(tokens).size).toBe(2)
  for (const token of tokens) expect(await findSession(world.appPool, token, { now: NOON })).toBeDefined()
})

test('a password of more than ninety days must be changed before anything else', async () => {
  await world.account('lin.tao', ['stationWorker'])
  const later = after(91 * 86_400)

  const token = await world.token('lin.tao', { now: later })

  expect(await findSession(world.appPool, token, { now: later })).toMatchObject({ mustChangePassword: true, actor: undefined })
})

test('the application’s role reads neither hashes nor secrets, and no table without a scope', async () => {
  await world.account('he.ping', ['stationWorker'])

  await expect(
    inScopeOf(world.appPool, '500112017005' as UnitCode, (tx) => tx.query('select password_hash from access.accounts')),
  ).rejects.toThrow(/permission denied/)
  await expect(world.appPool.query('select * from access.logins')).rejects.toThrow(/permission denied/)
  await expect(world.appPool.query('select * from access.sign_in_counters')).rejects.toThrow(/permission denied/)
  expect((await world.appPool.query('select login from access.accounts')).rows).toEqual([])
})
