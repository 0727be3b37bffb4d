import { describe, expect, test } from 'vitest'
import type { Happening } from '../../record/events.ts'
import { openRound, type Round, replayRound, roundOutcome, stepRound } from '../round.ts'
import { A, B, C, opening } from '../round-world.ts'
import { nextTurn } from './turns.ts'

const opened: Happening = { kind: 'opened', supervisor: '监督员' }
const pick = (turn: number, candidate: string, wanted: string, open: string[]): Happening => ({
  kind: 'pick',
  turn,
  candidate,
  post: wanted,
  by: 'self',
  open,
})
const pass = (turn: number, candidate: string, open: string[], by: 'self' | 'list' | 'clock' = 'self'): Happening => ({
  kind: 'pass',
  turn,
  candidate,
  by,
  open,
})

/** The round after these steps, one second apart, each of which must be accepted. */
function played(...steps: Happening[]): Round {
  const round = openRound(opening(), [A, B, C])
  const answer = replayRound(
    round,
    steps.map((what, at) => ({ at: 1000 * at, what })),
  )
  expect(answer.ok, JSON.stringify(answer)).toBe(true)
  return round
}

function refusalOf(round: Round, what: Happening, at = 1_000_000): string | undefined {
  const before = structuredClone(round)
  const answer = stepRound(round, { at, what })
  if (!answer.ok) expect(round).toEqual(before)
  return answer.ok ? undefined : answer.refusal
}

describe('turn by turn', () => {
  test('everybody picks in order, and the round closes when nobody is left', () => {
    const round = played(opened, pick(1, A, 'p2', ['p1', 'p2']), pick(2, B, 'p1', ['p1']), pass(3, C, [], 'list'), { kind: 'closed' })

    expect(roundOutcome(round)).toEqual({
      places: [
        { candidate: A, post: 'p2' },
        { candidate: B, post: 'p1' },
      ],
      unplaced: [C],
    })
  })

  test('nothing happens before the supervisor is there, nor after the end', () => {
    expect(refusalOf(openRound(opening(), [A, B, C]), pick(1, A, 'p1', ['p1', 'p2']))).toBe('not-opened')
    expect(refusalOf(played(opened), opened)).toBe('already-opened')
    const closed = played(opened, pick(1, A, 'p1', ['p1', 'p2']), pick(2, B, 'p2', ['p2']), { kind: 'closed' })
    expect(refusalOf(closed, { kind: 'undo', undoes: 3, reason: '晚了', supervisor: '监督员' })).toBe('already-closed')
  })

  test('a seat picked twice in the same second is had by the first', () => {
    const round = played(opened, pick(1, A, 'p1', ['p1', 'p2']))

    expect(refusalOf(round, pick(1, A, 'p1', ['p1', 'p2']))).toBe('not-your-turn')
    expect(refusalOf(round, pick(2, B, 'p1', ['p2']))).toBe('post-is-not-open')
    expect(refusalOf(round, pick(2, B, 'p1', ['p1', 'p2']))).toBe('open-posts-differ')
    expect(refusalOf(round, pick(2, C, 'p2', ['p2']))).toBe('not-your-turn')
    expect(refusalOf(round, pick(3, B, 'p2', ['p2']))).toBe('wrong-turn-number')
  })

  test('a post that asks for what a person has not is not open to them', () => {
    expect(refusalOf(played(opened), pick(1, A, 'p3', ['p1', 'p2']))).toBe('post-is-not-open')
  })

  test('who passes has one more turn after all others, and no third', () => {
    const round = played(opened, pass(1, A, ['p1', 'p2']), pick(2, B, 'p1', ['p1', 'p2']), {
      kind: 'absent',
      turn: 3,
      candidate: C,
      open: ['p2'],
    })

    expect(nextTurn((round as Extract<Round, { kind: 'turns' }>).turns)).toEqual({ turn: 4, candidate: A, open: ['p2'] })
    expect(refusalOf(round, pass(4, A, ['p2']))).toBeUndefined()
    expect(refusalOf(round, pass(5, A, ['p2']))).toBe('not-your-turn')
    expect(refusalOf(round, { kind: 'closed' })).toBe('turns-are-left')
  })

  test('a turn is lost to the clock only after the whole of its time, and time never goes back', () => {
    const round = played(opened)

    expect(refusalOf(round, pass(1, A, ['p1', 'p2'], 'clock'), 59_999)).toBe('clock-is-running')
    expect(refusalOf(round, pass(1, A, ['p1', 'p2'], 'clock'), 60_000)).toBeUndefined()
    expect(refusalOf(round, pick(2, B, 'p1', ['p1', 'p2']), 59_999)).toBe('clock-went-back')
  })

  test('who is absent has the first open post of the own list, and no other', () => {
    const round = played(opened, pick(1, A, 'p2', ['p1', 'p2']), pass(2, B, ['p1']))
    const byList = (wanted: string): Happening => ({ kind: 'pick', turn: 3, candidate: C, post: wanted, by: 'list', open: ['p1'] })

    expect(refusalOf(round, pass(3, C, ['p1'], 'list'))).toBe('list-has-an-open-post')
    expect(refusalOf(round, byList('p1'))).toBeUndefined()
    expect(refusalOf(played(opened), { kind: 'pick', turn: 1, candidate: A, post: 'p1', by: 'list', open: ['p1', 'p2'] })).toBe(
      'no-list-handed-in',
    )
  })

  test('only the last turn that stands is taken back, and all is as before it', () => {
    const round = played(opened, pick(1, A, 'p1', ['p1', 'p2']), pick(2, B, 'p2', ['p2']))
    const undo = (undoes: number): Happening => ({ kind: 'undo', undoes, reason: '误点', supervisor: '监督员' })

    expect(refusalOf(round, undo(2))).toBe('not-the-last-turn')
    expect(refusalOf(round, undo(3))).toBeUndefined()
    expect(refusalOf(round, undo(2))).toBeUndefined()
    expect(refusalOf(round, undo(2))).toBe('not-the-last-turn')
    expect(refusalOf(round, pick(3, A, 'p2', ['p1', 'p2']))).toBeUndefined()
  })

  test('a post withdrawn in the middle keeps who has it, and takes nobody more', () => {
    const round = played(opened, pick(1, A, 'p1', ['p1', 'p2']), {
      kind: 'post-withdrawn',
      post: 'p2',
      reason: '单位撤编',
      article: '安置 31',
    })

    expect(refusalOf(round, { kind: 'post-withdrawn', post: 'p2', reason: '再来', article: '安置 31' })).toBe('already-withdrawn')
    expect(refusalOf(round, { kind: 'post-withdrawn', post: 'p9', reason: '没有', article: '安置 31' })).toBe('unknown-post')
    expect(refusalOf(round, pick(2, B, 'p2', []))).toBe('post-is-not-open')
    expect(refusalOf(round, { kind: 'closed' })).toBeUndefined()
  })

  test('a person removed in the middle gives the seat back and has no turn', () => {
    const gone: Happening = { kind: 'candidate-removed', candidate: A, reason: '被追究刑事责任', article: '安置 34' }
    const round = played(opened, pick(1, A, 'p1', ['p1', 'p2']), gone)

    expect(refusalOf(round, gone)).toBe('already-removed')
    expect(refusalOf(round, { kind: 'undo', undoes: 2, reason: '误点', supervisor: '监督员' })).toBe('removed-since')
    expect(refusalOf(round, pick(2, B, 'p1', ['p1', 'p2']))).toBeUndefined()
    expect(roundOutcome(round)?.unplaced).toEqual([C])
  })

  test('a paused round takes no turn until it goes on', () => {
    const round = played(opened, { kind: 'paused', reason: '停电' })

    expect(refusalOf(round, pick(1, A, 'p1', ['p1', 'p2']))).toBe('is-paused')
    expect(refusalOf(round, { kind: 'resumed' })).toBeUndefined()
    expect(refusalOf(round, { kind: 'resumed' })).toBe('is-not-paused')
  })
})
