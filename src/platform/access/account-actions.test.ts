import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTY, ELSEWHERE, NOON, openAccessWorld, PASSWORD, VILLAGE } from '../../../test/access-world.ts'
import type { AccountId } from '../../kernel/id.ts'
import { rangeOf, type UnitCode } from '../../kernel/region-code.ts'
import { runAction } from '../actions/run-action.ts'
import { runView } from '../actions/run-view.ts'
import { clockAt } from '../clock/clock.ts'
import { withScope } from '../database/scope.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { accountViews } from './account-views.ts'
import { insertRole } from './accounts.ts'
import type { Actor } from './actor.ts'
import { atWork } from './at-work.ts'
import { accountActionsFor } from './index.ts'
import type { SignOn } from './oidc/provider.ts'
import { endSignOn, findSignOn, insertSignOn } from './oidc/sign-ons.ts'
import type { Role } from './roles.ts'
import { findActor } from './sessions.ts'
import { MLPS_PASSWORDS } from './settings.ts'

let world: Awaited<ReturnType<typeof openAccessWorld>>
let system: Actor
let security: Actor
beforeAll(async () => {
  world = await openAccessWorld()
  system = await actorWith('sys.admin', 'systemAdministrator')
  security = await actorWith('sec.admin', 'securityAdministrator')
})
afterAll(() => world.close())

async function actorWith(login: string, role: Role, unitCode: UnitCode = COUNTY): Promise<Actor> {
  const { accountId } = await world.account(login, [role], { unitCode })
  return atWork({ accountId, name: login, unitCode, roles: [role] })
}

const actions = accountActionsFor({ passwords: MLPS_PASSWORDS, isUnit: async (_tx, unitCode) => unitCode !== '500112999999' })
const ground = () => ({
  pool: world.appPool,
  clock: clockAt(NOON.toISOString()),
  secrets: openSecrets({ masterKey: Buffer.alloc(32, 7), profile: 'international' }),
})

function does(actor: Actor, name: string, input: object, actionId: string = uuidv7()) {
  const action = actions.find(({ contract }) => contract.name === name)
  if (!action) throw new Error(`no action ${name}`)
  return runAction(ground(), action, { actor, actionId, input })
}

function sees(actor: Actor, name: string, input: object) {
  const view = accountViews.find(({ contract }) => contract.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return runView(ground(), view, { actor, input })
}

const refused = (code: string) => ({ kind: 'refusal', refusal: { code } })
const NOT_FOUND = { kind: 'problem', problem: { code: 'not-found' } }
const NOT_PERMITTED = { kind: 'problem', problem: { code: 'not-permitted' } }

test('a system administrator opens an account without roles in his own range', async () => {
  const opened = await does(system, 'account.open', { login: 'New.One', name: '新同志', unitCode: VILLAGE, initialPassword: PASSWORD })

  expect(opened).toMatchObject({ kind: 'value', value: { login: 'new.one', unitCode: VILLAGE, roles: [], mustChangePassword: true } })
  expect(await world.attempt('new.one')).toMatchObject({ ok: true })
})

test('outside his range there is no place to open one, and without the grant nobody opens any', async () => {
  const asked = { login: 'new.two', name: '新同志', initialPassword: PASSWORD }

  expect(await does(system, 'account.open', { ...asked, unitCode: ELSEWHERE })).toEqual(NOT_FOUND)
  expect(await does(security, 'account.open', { ...asked, unitCode: VILLAGE })).toEqual(NOT_PERMITTED)
  expect(await does(await actorWith('just.worker', 'stationWorker', VILLAGE), 'account.open', { ...asked, unitCode: VILLAGE })).toEqual(
    NOT_PERMITTED,
  )
})

test('a login is unique in the nation, a password is not weak, and a unit exists', async () => {
  await world.account('far.away', ['stationWorker'], { unitCode: ELSEWHERE })
  const asked = { name: '新同志', unitCode: VILLAGE, initialPassword: PASSWORD }

  expect(await does(system, 'account.open', { ...asked, login: 'far.away' })).toEqual(refused('login-taken'))
  expect(await does(system, 'account.open', { ...asked, login: 'new.three', initialPassword: 'short' })).toMatchObject(
    refused('password-weak'),
  )
  expect(await does(system, 'account.open', { ...asked, login: 'new.three', unitCode: '500112999999' })).toEqual(refused('unit-unknown'))
  expect(await does(system, 'account.open', { ...asked, login: '王 芳' })).toMatchObject({
    kind: 'problem',
    problem: { code: 'invalid-input' },
  })
})

test.each([
  ['name', '李\0华'],
  ['name', '  '],
  ['name', '长'.repeat(61)],
  ['login', 'a\0bcd'],
  ['login', 'x'],
  ['unitCode', '50011201700'],
  ['unitCode', '500112017005; drop'],
])('a %s like %j is bad input, and a name with rare signs is not', async (field, value) => {
  const asked = { login: 'rare.name', name: '阿卜杜拉·𠮷', unitCode: VILLAGE, initialPassword: PASSWORD }

  expect(await does(system, 'account.open', { ...asked, [field]: value })).toMatchObject({
    kind: 'problem',
    problem: { code: 'invalid-input' },
  })
  expect((await does(system, 'account.open', { ...asked, login: `rare.${value.length}${field.toLowerCase()}` })).kind).toBe('value')
})

test('two administrators opening the same login at once make one account', async () => {
  const asked = { login: 'same.login', name: '新同志', unitCode: VILLAGE, initialPassword: PASSWORD }

  const answers = await Promise.all([does(system, 'account.open', asked), does(system, 'account.open', asked)])

  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
})

test('a security administrator grants a role, and the account’s sessions end', async () => {
  const { accountId } = await world.account('role.one', [], { unitCode: VILLAGE })
  const token = await world.token('role.one')

  const granted = await does(security, 'account.grantRole', { accountId, role: 'stationWorker' })

  expect(granted).toMatchObject({ kind: 'value', value: { roles: ['stationWorker'] } })
  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  expect(await does(system, 'account.grantRole', { accountId, role: 'stationWorker' })).toEqual(NOT_PERMITTED)
})

test('nobody grants to himself, twice, at the wrong tier, out of range or beside an administrator', async () => {
  const { accountId } = await world.account('role.two', ['stationWorker'])
  const { accountId: admin } = await world.account('role.three', ['auditAdministrator'], { unitCode: COUNTY })
  const { accountId: far } = await world.account('role.four', [], { unitCode: ELSEWHERE })
  const grant = (id: AccountId, role: Role) => does(security, 'account.grantRole', { accountId: id, role })

  expect(await grant(security.accountId, 'countyOfficer')).toEqual(refused('own-account'))
  expect(await grant(accountId, 'stationWorker')).toEqual(refused('role-held'))
  expect(await grant(accountId, 'countyOfficer')).toEqual(refused('role-not-of-tier'))
  expect(await grant(far, 'stationWorker')).toEqual(NOT_FOUND)
  expect(await grant(admin, 'countyOfficer')).toMatchObject({
    kind: 'refusal',
    refusal: { code: 'roles-apart', against: 'auditAdministrator' },
  })
  expect(await grant(admin, 'systemAdministrator')).toMatchObject({ kind: 'refusal', refusal: { code: 'roles-apart' } })
})

test('two grants at once do not make one account two administrators', async () => {
  const { accountId } = await world.account('role.five', [], { unitCode: COUNTY })

  const answers = await Promise.all(
    (['auditAdministrator', 'countyOfficer', 'systemAdministrator'] as const).map((role) =>
      does(security, 'account.grantRole', { accountId, role }),
    ),
  )

  expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
})

test('the database itself refuses a second administrator and a grant to oneself', async () => {
  const { accountId, unitCode } = await world.account('role.six', ['auditAdministrator'], { unitCode: COUNTY })
  const write = (role: Role, grantedBy: AccountId) =>
    withScope(world.appPool, rangeOf(unitCode), 'write', (tx) => insertRole(tx, { accountId, unitCode, role, grantedBy, now: NOON }))

  await expect(write('systemAdministrator', security.accountId)).rejects.toThrow(/account_roles_one_administrator/)
  await expect(write('countyOfficer', accountId)).rejects.toThrow(/account_roles_not_by_oneself/)
})

test('a role ends once, with the sessions of its account', async () => {
  const { accountId } = await world.account('role.seven', ['stationWorker'])
  const token = await world.token('role.seven')

  expect(await does(security, 'account.endRole', { accountId, role: 'stationWorker' })).toMatchObject({ value: { roles: [] } })
  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  expect(await does(security, 'account.endRole', { accountId, role: 'stationWorker' })).toEqual(refused('role-not-held'))
})

test('a disabled account is out, stays out and is not disabled twice', async () => {
  const { accountId } = await world.account('gone.one', ['stationWorker'])
  const token = await world.token('gone.one')

  expect(await does(system, 'account.disable', { accountId })).toMatchObject({ value: { status: 'disabled' } })
  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  expect(await world.attempt('gone.one')).toEqual({ ok: false, refusal: { code: 'wrong-credentials' } })
  expect(await does(system, 'account.disable', { accountId })).toEqual(refused('account-disabled'))
  expect(await does(system, 'account.disable', { accountId: system.accountId })).toEqual(refused('own-account'))
})

test('a password set anew works once it is changed, and the old one and the old sessions are over', async () => {
  const { accountId } = await world.account('lost.one', ['stationWorker'])
  const token = await world.token('lost.one')

  expect(await does(system, 'account.resetPassword', { accountId, initialPassword: 'Brave-Lantern-5' })).toMatchObject({ kind: 'value' })

  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  expect(await world.attempt('lost.one')).toMatchObject({ ok: false })
  const first = await world.token('lost.one', { password: 'Brave-Lantern-5' })
  expect(await findActor(world.appPool, first, NOON)).toBeUndefined()
})

test('whoever keeps accounts unbinds single sign-on, and so does a password set anew; nobody else, and not one’s own', async () => {
  const one = await bound('single.one', { issuer: 'https://sso.example', subject: '1' })
  const two = await bound('single.two', { issuer: 'https://sso.example', subject: '2' })
  const token = await world.token('single.one')
  const { accountId: far } = await world.account('single.far', ['stationWorker'], { unitCode: ELSEWHERE })

  expect(await does(security, 'account.unbindSignOn', one)).toEqual(NOT_PERMITTED)
  expect(await does(system, 'account.unbindSignOn', { accountId: far })).toEqual(NOT_FOUND)
  expect(await does(system, 'account.unbindSignOn', { accountId: system.accountId })).toEqual(refused('own-account'))
  expect(await sees(system, 'account.get', one)).toMatchObject({ value: { account: { hasSignOn: true } } })
  expect(await does(system, 'account.unbindSignOn', one)).toMatchObject({ value: { hasSignOn: false } })
  expect(await does(system, 'account.resetPassword', { ...two, initialPassword: 'Brave-Lantern-5' })).toMatchObject({
    value: { hasSignOn: false },
  })

  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
  for (const subject of ['1', '2']) {
    expect(await findSignOn(world.appPool, world.secrets, { issuer: 'https://sso.example', subject })).toBeUndefined()
  }
})

test('the database unbinds no account out of range', async () => {
  const { accountId } = await bound('single.kept', { issuer: 'https://sso.example', subject: '3' })

  await withScope(world.appPool, rangeOf(ELSEWHERE), 'write', (tx) => endSignOn(tx, { accountId, unitCode: VILLAGE }))

  expect(await findSignOn(world.appPool, world.secrets, { issuer: 'https://sso.example', subject: '3' })).toMatchObject({ accountId })
})

async function bound(login: string, signOn: SignOn) {
  const account = await world.account(login, ['stationWorker'])
  await withScope(world.appPool, rangeOf(account.unitCode), 'write', (tx) =>
    insertSignOn(tx, world.secrets, { account, signOn, now: NOON }),
  )
  return { accountId: account.accountId }
}

test('whoever resets passwords does not reset second factors', async () => {
  const { accountId } = await world.account('lost.two', ['countyOfficer'], { unitCode: COUNTY, totp: true })

  expect(await does(system, 'account.resetSecondFactor', { accountId })).toEqual(NOT_PERMITTED)
  expect(await does(security, 'account.resetPassword', { accountId, initialPassword: PASSWORD })).toEqual(NOT_PERMITTED)
  expect(await does(security, 'account.resetSecondFactor', { accountId })).toMatchObject({ value: { hasTotp: false } })
})

test('an administrator signs an account out on all devices', async () => {
  const { accountId } = await world.account('busy.one', ['stationWorker'])
  const token = await world.token('busy.one')

  await does(system, 'account.signOutEverywhere', { accountId })

  expect(await findActor(world.appPool, token, NOON)).toBeUndefined()
})

test('the same message again has the same answer and opens nothing more', async () => {
  const [id, asked] = [uuidv7(), { login: 'once.only', name: '新同志', unitCode: VILLAGE, initialPassword: PASSWORD }]

  const [first, second] = [await does(system, 'account.open', asked, id), await does(system, 'account.open', asked, id)]

  expect(second).toEqual(first)
})

test('accounts are listed page by page inside the range, and only there', async () => {
  for (const n of [1, 2, 3]) await world.account(`list.${n}`, ['stationWorker'], { unitCode: '500112018001' as UnitCode })

  const first = await sees(system, 'account.list', { unitCode: '500112018001', limit: 2 })
  const value = first.kind === 'value' ? (first.value as { rows: { login: string }[]; next?: string }) : { rows: [] }
  const rest = await sees(system, 'account.list', { unitCode: '500112018001', limit: 2, cursor: value.next })

  expect(value.rows.map(({ login }) => login)).toEqual(['list.1', 'list.2'])
  expect(rest).toMatchObject({ value: { rows: [{ login: 'list.3' }] } })
  expect(await sees(system, 'account.list', { unitCode: ELSEWHERE })).toEqual(NOT_FOUND)
})

test('an account says what its reader may do, and out of range there is none', async () => {
  const { accountId } = await world.account('seen.one', ['stationWorker'])
  const { accountId: far } = await world.account('seen.two', ['stationWorker'], { unitCode: ELSEWHERE })

  expect(await sees(system, 'account.get', { accountId })).toMatchObject({
    value: { can: { manage: true, assignRoles: false, grantable: [] } },
  })
  expect(await sees(security, 'account.get', { accountId })).toMatchObject({ value: { can: { manage: false, assignRoles: true } } })
  expect(await sees(security, 'account.get', { accountId: security.accountId })).toMatchObject({ value: { can: { assignRoles: false } } })
  expect(await sees(system, 'account.get', { accountId: far })).toEqual(NOT_FOUND)
})

test('a disabled account may be enabled again, keeps its roles, and must change its password', async () => {
  const { accountId } = await world.account('back.one', ['stationWorker'])
  await does(system, 'account.disable', { accountId })

  expect(await does(system, 'account.enable', { accountId })).toMatchObject({ value: { status: 'active', mustChangePassword: true } })

  expect(await does(system, 'account.enable', { accountId })).toEqual(refused('account-active'))
  expect(await does(system, 'account.enable', { accountId: system.accountId })).toEqual(refused('own-account'))
})
