import { expect, test } from 'vitest'
import { isSettled, keyAfter, newActionKey } from './action-key.ts'
import type { Problem } from './problem.ts'

const problem = (code: Problem['code']) => ({ kind: 'problem', problem: { code, issues: [], incident: '' } as Problem }) as const

test('an action that was done gets a new key for the next one', () => {
  const key = keyAfter('first', { kind: 'value', value: 1 }, () => 'second')

  expect(key).toBe('second')
})

test('a refused action was certainly not done: the next attempt is a new action', () => {
  expect(keyAfter('first', { kind: 'refusal', refusal: { code: 'offer-expired' } }, () => 'second')).toBe('second')
})

test.each(['unreachable', 'fault', 'still-running', 'not-signed-in', 'key-reused', 'unreadable'] as const)(
  'after %s nobody knows whether it was done: the key stays',
  (code) => {
    expect(keyAfter('first', problem(code), () => 'second')).toBe('first')
  },
)

test.each(['invalid-input', 'not-permitted', 'not-found'] as const)('%s is certain: nothing was done', (code) => {
  expect(isSettled(problem(code))).toBe(true)
})

test('keys are version 7 and in the order of their making', () => {
  const keys = [newActionKey(), newActionKey(), newActionKey()]

  expect(keys.every((key) => /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(key))).toBe(true)
  expect(keys.toSorted()).toEqual(keys)
})
