import { expect, test } from 'vitest'
import { lunarDay } from './lunar-day.ts'

test.each([
  ['2025-06-10', '五月十五'],
  ['2026-02-17', '正月初一'],
])('%s is %s in the almanac', (day, lunar) => {
  expect(lunarDay(day)).toBe(lunar)
})
