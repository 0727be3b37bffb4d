import { expect, test } from 'vitest'
import { preferenceCard } from '../types/preference-card.ts'
import { wayAhead } from './way-ahead.ts'

const start = preferenceCard.begins.state

test('the way ahead leads to an end that grants, by steps that exist, and never back', () => {
  const way = wayAhead(preferenceCard, start, {})

  expect(preferenceCard.states[way.at(-1) ?? '']?.outcome).toBe('granted')
  for (const [at, to] of way.entries()) {
    const from = way[at - 1] ?? start
    expect(Object.values(preferenceCard.steps).some((step) => step.to === to && step.from.includes(from) && !step.isBack)).toBe(true)
  }
})

test('what has ended has nothing ahead', () => {
  const ended = Object.entries(preferenceCard.states).find(([, { outcome, rests }]) => outcome !== undefined && !rests)

  expect(wayAhead(preferenceCard, ended?.[0] ?? '', {})).toEqual([])
})
