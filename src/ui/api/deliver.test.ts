import { expect, test } from 'vitest'
import { deliver, type Letter, type Post, toJson } from './deliver.ts'
import type { Answer, Coded } from './read-answer.ts'

const done: Answer<unknown, Coded> = { kind: 'value', value: 'ok' }
const lost: Answer<unknown, Coded> = { kind: 'problem', problem: { code: 'unreachable' } }
const nobody: Answer<unknown, Coded> = { kind: 'problem', problem: { code: 'not-signed-in' } }

/** A post office that answers from a list, remembers every letter, and never really waits. */
function postOf(answers: Answer<unknown, Coded>[], signIn: 'signed-in' | 'given-up' = 'signed-in') {
  const letters: Letter[] = []
  const pauses: number[] = []
  const post: Post = {
    once: async (letter) => {
      letters.push(letter)
      return answers[letters.length - 1] ?? done
    },
    pause: async (milliseconds) => void pauses.push(milliseconds),
    signIn: async () => signIn,
  }
  return { post, letters, pauses }
}

const letter = { path: '/api/do/visit.record', body: { on: '2026-06-10' }, key: 'one' }

test('a lost answer is tried again with the same key', async () => {
  const { post, letters } = postOf([lost, lost, done])

  const answer = await deliver(letter, post)

  expect(answer).toEqual(done)
  expect(letters.map(({ key }) => key)).toEqual(['one', 'one', 'one'])
})

test('the pauses grow, and after the last one the caller is told', async () => {
  const { post, pauses } = postOf([lost, lost, lost, lost, lost])

  const answer = await deliver(letter, post)

  expect(answer).toEqual(lost)
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses)
})

test('without a sign-in it waits for one and goes out again with the same key', async () => {
  const { post, letters } = postOf([nobody, done])

  expect(await deliver(letter, post)).toEqual(done)
  expect(letters).toHaveLength(2)
  expect(letters[1]?.key).toBe('one')
})

test('whoever gives up signing in is told that nobody is signed in', async () => {
  const { post, letters } = postOf([nobody], 'given-up')

  expect(await deliver(letter, post)).toEqual(nobody)
  expect(letters).toHaveLength(1)
})

test.each([
  { kind: 'refusal', refusal: { code: 'too-late' } },
  { kind: 'problem', problem: { code: 'fault', incident: '7F3A' } },
  { kind: 'problem', problem: { code: 'not-found' } },
] as const)('a certain answer is never asked for twice', async (certain) => {
  const { post, letters } = postOf([certain])

  expect(await deliver(letter, post)).toEqual(certain)
  expect(letters).toHaveLength(1)
})

test('fen travel as digits', () => {
  expect(toJson({ amountFen: 401500n })).toBe('{"amountFen":"401500"}')
})
