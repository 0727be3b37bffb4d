import { expect, test } from 'vitest'
import { SessionAnswer, SignedIn, SignInRefusal } from '../../platform/access/session-contract.ts'
import { readSession, readSignedIn, readSignInRefusal } from './read-session.ts'

const account = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: '陈晓琴',
  login: 'chen.xiaoqin',
  unitCode: '500112017005',
  unitName: '凤鸣路社区退役军人服务站',
  path: [{ code: '500112017005', name: '凤鸣路社区' }],
  tier: 'village',
  roles: ['stationWorker'],
  roleNames: ['服务站专干'],
  grants: ['visit.read'],
  needsTotp: false,
  hasTotp: false,
  mustChangePassword: false,
  idleEndsAt: '2026-06-10T03:00:00Z',
  endsAt: '2026-06-10T11:00:00Z',
}
const demo = { login: 'he.jing', password: 'x', name: '何静', roleName: '服务站专干', placeName: '江北区' }
const time = '2026-06-10T02:00:00Z'

test.each([
  ['nobody', { account: null, time }],
  ['nobody, where a demo stands', { account: null, demoAccounts: [demo, { ...demo, code: '123456' }], time }],
  ['a station worker', { account, time }],
])('%s is read as the contract reads it', (_, answer) => {
  expect(readSession(answer)).toEqual(SessionAnswer.parse(answer))
})

const promised = Object.entries(SignedIn.shape).flatMap(([field, schema]) => (schema.isOptional() ? [] : [field]))

test.each(promised)('an account without its %s is not what the contract promises', (field) => {
  const { [field]: _, ...rest } = account as Record<string, unknown>

  expect(readSession({ account: rest, time })).toBeUndefined()
  expect(readSession({ account: { ...account, [field]: 7 }, time })).toBeUndefined()
  expect(readSignedIn({ account: rest })).toBeUndefined()
})

test.each([
  undefined,
  null,
  'OK',
  [],
  {},
  { account },
  { time },
  { account: null, time, demoAccounts: [{}] },
  { account: null, time, demoAccounts: 'x' },
])('%j is no session', (answer) => {
  expect(readSession(answer)).toBeUndefined()
})

test('every refusal of a sign-in is known, and no other', () => {
  for (const { shape } of SignInRefusal.options) expect(readSignInRefusal({ code: shape.code.value })).toEqual({ code: shape.code.value })
  expect(readSignInRefusal({ code: 'too-many-tries', waitSeconds: 40 })).toEqual({ code: 'too-many-tries', waitSeconds: 40 })
  expect(readSignInRefusal({ code: 'toString' })).toBeUndefined()
  expect(readSignInRefusal(undefined)).toBeUndefined()
})
