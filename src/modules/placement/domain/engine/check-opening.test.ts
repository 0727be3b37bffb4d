import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Opening } from '../record/opening.ts'
import { findOpeningFault } from './check-opening.ts'
import { roundOrder } from './round-order.ts'
import { A, B, C, DIRECTIVE, opening, person, post, RANKED } from './round-world.ts'

const scored = person(A, {
  lines: [{ item: 'year', quantity: 16, points: 4800 }],
  marks: { service: 4800, exam: 0, appraisal: 0 },
  composite: 480_000,
})

test('an opening that is what its rules say has no fault', () => {
  expect(findOpeningFault(opening({ candidates: [scored] }))).toBeUndefined()
})

const shares = (...seats: number[]): Opening['rules'] => ({
  ...RANKED,
  apportionments: [
    {
      pool: 'city',
      method: 'hamilton',
      why: '统筹',
      shares: seats.map((given, at) => ({ place: `44010${at + 3}`, people: at + 1, seats: given })),
    },
  ],
})
const pooled = {
  candidates: [person(A), person(B, { home: '440104' }), person(C, { home: '440104' })],
  posts: [post('p1', { pool: 'city' }), post('p2', { pool: 'city', scope: '440104', seats: 2 })],
}

test.each([
  ['draw-is-not-later', { draw: { source: '双色球', on: '2024-11-01' as PlainDate } }],
  ['pseudonym-twice', { candidates: [person(A), person(A)] }],
  ['post-twice', { posts: [post('p1'), post('p1')] }],
  ['item-twice', { rules: { ...RANKED, scheme: { version: '2018', items: [1, 2].map((points) => ({ code: 'year', points })) } } }],
  ['item-is-not-of-the-scheme', { candidates: [{ ...scored, lines: [{ item: 'favour', quantity: 1, points: 4800 }] }] }],
  ['points-of-a-line', { candidates: [{ ...scored, lines: [{ item: 'year', quantity: 16, points: 5000 }] }] }],
  ['service-is-not-the-sum', { candidates: [{ ...scored, marks: { service: 4900, exam: 0, appraisal: 0 } }] }],
  ['composite', { candidates: [{ ...scored, composite: 480_001 }] }],
  ['fact-is-missing', { rules: { ...RANKED, ties: [{ by: 'days', first: 'more' }] } }],
  ['list-names-no-post', { candidates: [person(A, { proxy: ['p9'] })] }],
  ['nothing-reserved', { rules: { ...RANKED, way: 'direct' } }],
  ['distance-is-missing', { rules: DIRECTIVE, candidates: [person(A)], posts: [post('p1', { place: '440104' })] }],
  ['costs-overflow', { rules: { ...DIRECTIVE, cost: { perKilometre: 0, misfit: 0, hardshipPerKilometre: 0, unplaced: 2 ** 52 } } }],
  ['share-of-a-pool', { ...pooled, rules: shares(2, 1) }],
] as const satisfies readonly (readonly [string, Partial<Opening>])[])('%s is found', (code, given) => {
  expect(findOpeningFault(opening(given as Partial<Opening>))?.code).toBe(code)
})

test('shares that follow from the people of each place have no fault', () => {
  expect(findOpeningFault(opening({ ...pooled, rules: shares(1, 2) }))).toBeUndefined()
})

test('composite, then ties, then the lot, whatever the order in which people are written', () => {
  const given = {
    rules: { ...RANKED, ties: [{ by: 'days', first: 'more' as const }] },
    candidates: [person(A, { facts: { days: 1 } }), person(B, { facts: { days: 1 } }), person(C, { composite: -1, facts: { days: 9 } })],
  }

  expect(roundOrder(given, [C, B, A])).toEqual([B, A, C])
  expect(roundOrder({ ...given, candidates: given.candidates.toReversed() }, [C, B, A])).toEqual([B, A, C])
  expect(() => roundOrder(given, ['dd'])).toThrow(RangeError)
})
