import { describe, expect, test } from 'vitest'
import type { Happening } from '../../record/events.ts'
import { openRound, type Round, replayRound, roundOutcome, stepRound } from '../round.ts'
import { A, B, C, DIRECTIVE, opening, person, post, TWO_WAY } from '../round-world.ts'

const opened: Happening = { kind: 'opened', supervisor: '监督员' }
const computed: Happening = { kind: 'computed' }
const closed: Happening = { kind: 'closed' }
const list = (candidate: string, ...posts: string[]): Happening => ({ kind: 'list', candidate, posts })
const ranking = (id: string, ...tiers: string[][]): Happening => ({ kind: 'ranking', post: id, tiers })
const deviation = (candidate: string, id?: string): Happening => ({
  kind: 'deviation',
  candidate,
  ...(id === undefined ? {} : { post: id }),
  reason: '父母病重',
  article: '安置 45',
})

const twoWay = opening({ rules: TWO_WAY })
const directive = opening({ rules: DIRECTIVE })

function played(of: typeof twoWay, ...steps: Happening[]): Round {
  const round = openRound(of, [A, B, C])
  const answer = replayRound(
    round,
    steps.map((what, at) => ({ at, what })),
  )
  expect(answer.ok, JSON.stringify(answer)).toBe(true)
  return round
}

function refusalOf(round: Round, what: Happening, at = 1000): string | undefined {
  const before = structuredClone(round)
  const answer = stepRound(round, { at, what })
  if (!answer.ok) expect(round).toEqual(before)
  return answer.ok ? undefined : answer.refusal
}

describe('two-way', () => {
  test('equals of a tier go by the order of the round, and a silent employer by it alone', () => {
    const round = played(twoWay, opened, list(A, 'p1'), list(B, 'p1', 'p2'), list(C, 'p1', 'p2'), ranking('p1', [C, B]), computed, closed)

    expect(roundOutcome(round)).toEqual({
      places: [
        { candidate: B, post: 'p1' },
        { candidate: C, post: 'p2' },
      ],
      unplaced: [A],
      certificate: {
        kind: 'stable',
        last: [
          { post: 'p1', candidate: B },
          { post: 'p2', candidate: C },
        ],
      },
    })
  })

  test('an employer that ranks nobody has nobody where the rules say so', () => {
    const strict = opening({ rules: { ...TWO_WAY, twoWay: { mostListed: 3, silentEmployer: 'nobody' } } })

    expect(roundOutcome(played(strict, opened, list(A, 'p1'), computed))?.unplaced).toEqual([A, B, C])
  })

  test('a second list replaces the first; a withdrawn post and a removed person fall out of all lists', () => {
    const gone: Happening = { kind: 'candidate-removed', candidate: A, reason: '自愿放弃', article: '安置 34' }
    const shut: Happening = { kind: 'post-withdrawn', post: 'p2', reason: '单位撤编', article: '安置 31' }
    const round = played(twoWay, opened, list(A, 'p1'), list(B, 'p1'), list(B, 'p2', 'p1'), gone, shut, computed)

    expect(roundOutcome(round)).toMatchObject({ places: [{ candidate: B, post: 'p1' }], unplaced: [C] })
  })

  test.each([
    ['a post that is not open to them', list(A, 'p3'), 'post-is-not-open'],
    ['a post that is none', list(A, 'p9'), 'post-is-not-open'],
    ['one post twice', list(A, 'p1', 'p1'), 'named-twice'],
    ['more than may be listed', list(A, 'p1', 'p2', 'p3', 'p1'), 'list-too-long'],
    ['a list of nobody', list('dd'.repeat(32), 'p1'), 'unknown-candidate'],
    ['a ranking of one twice', ranking('p1', [A], [A]), 'named-twice'],
    ['a ranking of who may not have it', ranking('p3', [A]), 'post-is-not-open'],
    ['a ranking by no employer', ranking('p9', [A]), 'unknown-post'],
    ['an officer who decides otherwise', deviation(A, 'p1'), 'not-of-this-way'],
    ['a pick', { kind: 'pick', turn: 1, candidate: A, post: 'p1', by: 'self', open: ['p1', 'p2'] }, 'not-of-this-way'],
    ['an end before it was computed', closed, 'not-computed'],
  ] satisfies [string, Happening, string][])('%s is refused', (_, what, code) => {
    expect(refusalOf(played(twoWay, opened), what)).toBe(code)
  })

  test('lists, rankings and the computation keep to the windows that were committed to', () => {
    const windows = { lists: 100, rankings: 200 }
    const timed = opening({ rules: { ...TWO_WAY, twoWay: { mostListed: 3, silentEmployer: 'by-order', windows } } })
    const round = played(timed, opened, list(A, 'p1'))

    expect(refusalOf(round, ranking('p1', [A]), 99)).toBe('lists-still-open')
    expect(refusalOf(round, list(B, 'p1'), 100)).toBe('list-window-over')
    expect(refusalOf(round, computed, 199)).toBe('windows-still-open')
    expect(refusalOf(round, ranking('p1', [A]), 200)).toBe('ranking-window-over')
    expect(refusalOf(round, computed, 200)).toBeUndefined()
  })

  test('no list comes after the computation, and time never goes back', () => {
    const round = played(twoWay, opened, computed)

    expect(refusalOf(round, list(A, 'p1'))).toBe('already-computed')
    expect(refusalOf(round, closed, 0)).toBe('clock-went-back')
    expect(refusalOf(round, closed)).toBeUndefined()
    expect(refusalOf(round, closed)).toBe('already-closed')
  })
})

describe('directive', () => {
  const far = opening({
    rules: DIRECTIVE,
    candidates: [person(A, { hardship: 2 }), person(B, { codes: ['nurse'] }), person(C)],
    posts: [post('p1', { wishes: ['nurse'] }), post('p2', { place: '440104' })],
    distances: [{ from: '440103', to: '440104', metres: 9_999 }],
  })

  test('least cost: distance, fit and hardship; the one whom it costs least is left over', () => {
    const round = played(far, opened, computed, closed)

    // p1: A 500, B 0, C 500; p2, 9 km: A 90 + 90, B 90, C 90
    expect(roundOutcome(round)).toMatchObject({
      places: [
        { candidate: B, post: 'p1' },
        { candidate: C, post: 'p2' },
      ],
      unplaced: [A],
      optimum: { cost: 100_090 },
      certificate: { kind: 'optimal' },
    })
  })

  test('among equal optima the order of the round decides', () => {
    const same = opening({ rules: DIRECTIVE, candidates: [person(C), person(A), person(B)], posts: [post('p2'), post('p1')] })

    expect(roundOutcome(played(same, opened, computed))?.places).toEqual([
      { candidate: A, post: 'p1' },
      { candidate: B, post: 'p2' },
    ])
  })

  test('an officer’s deviation stands beside the optimum, and needs a seat in the end', () => {
    const round = played(far, opened, computed, deviation(A, 'p2'))

    expect(refusalOf(round, closed)).toBe('more-people-than-seats')
    expect(refusalOf(round, deviation(C))).toBeUndefined()
    expect(refusalOf(round, closed)).toBeUndefined()
    expect(roundOutcome(round)).toMatchObject({
      places: [
        { candidate: A, post: 'p2' },
        { candidate: B, post: 'p1' },
      ],
      unplaced: [C],
      optimum: { unplaced: [A] },
    })
  })

  test('nothing is listed, and hard conditions bind an officer too', () => {
    expect(refusalOf(played(directive, opened), list(A, 'p1'))).toBe('not-of-this-way')
    expect(refusalOf(played(directive, opened), deviation(A, 'p1'))).toBe('not-computed')
    expect(refusalOf(played(directive, opened, computed), deviation(A, 'p3'))).toBe('post-is-not-open')
  })

  test('costs that cannot be added up exactly are refused', () => {
    const huge = opening({ rules: { ...DIRECTIVE, cost: { perKilometre: 0, misfit: 0, hardshipPerKilometre: 0, unplaced: 2 ** 52 } } })

    expect(refusalOf(played(huge, opened), computed)).toBe('costs-overflow')
  })
})
