import { expect, test } from 'vitest'
import { CANDIDATE_STATES, WAY_STATES } from '../../domain/states/candidate-states.ts'
import { FUNNEL_STAGES, reachedBy } from './cohort-funnel.ts'

const counts = (...states: (typeof CANDIDATE_STATES)[number][]) =>
  reachedBy(states.map((state) => ({ state }))).map(({ reached }) => reached)

test('each step counts all who have come at least so far', () => {
  expect(counts('announced', 'fileReceived', 'reported', 'objected', 'selecting', 'letterIssued', 'followedUp')).toEqual([
    7, 5, 4, 4, 3, 2, 1,
  ])
})

test('who has left counts where they set out, and who got no post was ranked', () => {
  expect(counts('waivedLate', 'relocated', 'notPlaced')).toEqual([3, 1, 1, 1, 1, 0, 0])
})

test('no step is wider than the one before it, whatever the states', () => {
  const all = counts(...CANDIDATE_STATES)

  expect(all).toEqual(all.toSorted((a, b) => b - a))
  expect(all[0]).toBe(CANDIDATE_STATES.length)
})

test('the steps are in the order of the way', () => {
  const places = FUNNEL_STAGES.map((stage) => WAY_STATES.indexOf(stage))

  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('an empty cohort is empty at every step', () => {
  expect(counts()).toEqual(FUNNEL_STAGES.map(() => 0))
})
