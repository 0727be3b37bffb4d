import { expect, test } from 'vitest'
import { A, B, person, post } from '../engine/round-world.ts'
import { distancesBy, metresBy } from './ladder.ts'

const ladder = { township: 3, county: 15, city: 40, province: 150, nation: 800 }

test.each([
  ['500112017005', '500112017005', 0],
  ['500112017005', '500112017', 3_000],
  ['500112017005', '500112', 15_000],
  ['500112017005', '500113', 40_000],
  ['440103', '440303', 150_000],
  ['500112017005', '440103', 800_000],
])('from %s to %s it is %i metres', (from, to, metres) => {
  expect(metresBy(ladder, from, to)).toBe(metres)
})

test('each pair of spellings stands there once, and what is spelled alike not at all', () => {
  const candidates = [person(A, { home: '440103' }), person(B, { home: '440104' }), person('cc'.repeat(32), { home: '440104' })]

  expect(distancesBy(ladder, { candidates, posts: [post('p1', { place: '440103' }), post('p2', { place: '440103' })] })).toEqual([
    { from: '440104', to: '440103', metres: 40_000 },
  ])
})
