import { expect, test } from 'vitest'
import { concerns, readFacts } from './live.ts'
import { readAnswer } from './read-answer.ts'

test.each([
  ['a value', 200, { value: 4 }, { kind: 'value', value: 4 }],
  ['a refusal', 409, { refusal: { code: 'too-late' } }, { kind: 'refusal', refusal: { code: 'too-late' } }],
  [
    'a fault with its number',
    500,
    { problem: { code: 'fault', incident: '7F3A' } },
    { kind: 'problem', problem: { code: 'fault', incident: '7F3A' } },
  ],
  ['a missing sign-in', 401, { problem: { code: 'not-signed-in' } }, { kind: 'problem', problem: { code: 'not-signed-in' } }],
  ['a proxy that answers for a sleeping server', 502, undefined, { kind: 'problem', problem: { code: 'unreachable' } }],
  ['a page where JSON should be', 200, undefined, { kind: 'problem', problem: { code: 'unreadable' } }],
  ['a value under a wrong status', 500, { value: 4 }, { kind: 'problem', problem: { code: 'fault', incident: '' } }],
  ['a problem nobody knows', 418, { problem: { code: 'teapot' } }, { kind: 'problem', problem: { code: 'unreadable' } }],
])('%s is read as such', (_, status, body, answer) => {
  expect(readAnswer(status, body)).toEqual(answer)
})

test('the issues of an input keep their place, which the server tells with dots', () => {
  const answer = readAnswer(400, {
    problem: { code: 'invalid-input', issues: [{ path: 'visits.0.on', code: 'invalid_format', message: 'x' }, 7] },
  })

  expect(answer).toEqual({
    kind: 'problem',
    problem: { code: 'invalid-input', issues: [{ path: ['visits', 0, 'on'], code: 'invalid_format', message: 'x' }] },
  })
})

test('a live line that breaks off in the middle of a word tells nothing', () => {
  expect(readFacts('{"kinds":["visit.d')).toBeUndefined()
  expect(readFacts('{"units":[]}')).toBeUndefined()
})

test('facts concern those who asked for their kind, and no others', () => {
  const facts = readFacts('{"kinds":["visit.done"],"units":["500112"]}')

  expect(facts && concerns(facts, ['case.closed', 'visit.done'])).toBe(true)
  expect(facts && concerns(facts, ['case.closed'])).toBe(false)
})
