import { expect, test } from 'vitest'
import data from '../../../../data/indicators/targets/targets.json' with { type: 'json' }
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { missingTo, targetOf } from './focus.ts'

const on = (day: string) => day as PlainDate

test('a share that grows with the days is measured by the days that have passed', () => {
  expect(targetOf('visitedShare', 'month', on('2026-06-15'))).toEqual({ now: 12.5, end: 25 })
  expect(targetOf('visitedShare', 'quarter', on('2026-06-30'))).toEqual({ now: 55, end: 55 })
})

test('a share that stands is measured by the same target on every day', () => {
  expect(targetOf('completeness', 'month', on('2026-06-01'))).toEqual({ now: 95, end: 95 })
  expect(targetOf('coverage', 'year', on('2026-12-31'))).toEqual({ now: 100, end: 100 })
})

test('what is missing is whole people, and nothing where the target is reached', () => {
  expect(missingTo(80, 1148, 1608)).toBe(139)
  expect(missingTo(80, 1287, 1608)).toBe(0)
  expect(missingTo(80, 80, 100)).toBe(0)
  expect(missingTo(80, 79, 100)).toBe(1)
})

test('every target says where it comes from, or that it is a setting', () => {
  expect(data.targets.every(({ basis, source }) => ['source', 'setting'].includes(basis) && source !== '')).toBe(true)
  expect(new Set(data.targets.map(({ code, period }) => `${code} ${period}`)).size).toBe(data.targets.length)
})
