import { expect, test } from 'vitest'
import { readAskedCode, readPersonalRefusal, readPersonalSession } from './read-personal.ts'

const file = { personId: '01977777-0000-7000-8000-000000000001', as: 'self', untilOn: null, kinds: null, name: '周建国' }
const account = { phoneMasked: '100****1234', files: [file], personId: file.personId, endsAt: '2026-06-10T10:00:00Z' }
const time = '2026-06-10T08:00:00Z'

test('nobody signed in is an answer', () => {
  expect(readPersonalSession({ account: null, time })).toEqual({ account: null, time })
})

test('a person with a file of their own is read', () => {
  expect(readPersonalSession({ account, time })?.account?.files[0]?.name).toBe('周建国')
})

test.each([
  ['no time', { account: null }],
  ['an account without files', { account: { ...account, files: undefined }, time }],
  ['a file of neither kind', { account: { ...account, files: [{ ...file, as: 'owner' }] }, time }],
  ['a demo person without words', { account: null, time, demoPeople: [{ phone: '10012345678' }] }],
  ['no object', '<html>'],
])('%s is not what the contract promises', (_, body) => {
  expect(readPersonalSession(body)).toBeUndefined()
})

test('a refusal is known by its code, and one of another door is not', () => {
  expect(readPersonalRefusal({ code: 'too-many-tries', waitSeconds: 30 })).toEqual({ code: 'too-many-tries', waitSeconds: 30 })
  expect(readPersonalRefusal({ code: 'wrong-credentials' })).toBeUndefined()
})

test('a code that was asked for says how long to wait', () => {
  expect(readAskedCode({ waitSeconds: 60, validMinutes: 5 })).toEqual({ waitSeconds: 60, validMinutes: 5 })
  expect(readAskedCode({ waitSeconds: '60' })).toBeUndefined()
})
