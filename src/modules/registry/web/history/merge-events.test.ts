import { expect, test } from 'vitest'
import { mergeEvents } from './merge-events.ts'

const event = (key: string, at: string) => ({ key, at, title: key })

test('events of all modules stand in one order, newest first', () => {
  const own = [event('changed', '2026-06-03T02:00:00Z'), event('captured', '2026-01-01T02:00:00Z')]
  const visits = [event('visit', '2026-03-15')]

  expect(mergeEvents([own, visits]).map(({ key }) => key)).toEqual(['changed', 'visit', 'captured'])
})

test('a bare day stands above what was written on that day', () => {
  const own = [event('changed', '2026-03-15T09:00:00Z')]

  expect(mergeEvents([own, [event('visit', '2026-03-15')]]).map(({ key }) => key)).toEqual(['visit', 'changed'])
})

test('while older entries are not loaded, older events of others wait', () => {
  const own = [event('changed', '2026-06-03T02:00:00Z')]
  const visits = [event('late', '2026-06-04'), event('early', '2025-01-01')]

  expect(mergeEvents([own, visits], '2026-06-03T02:00:00Z').map(({ key }) => key)).toEqual(['late', 'changed'])
})
