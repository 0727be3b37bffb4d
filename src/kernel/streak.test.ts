import { expect, test } from 'vitest'
import { streakOfYears } from './streak.ts'

test.each([
  { years: [], streak: 0 },
  { years: [true, true, false, true], streak: 2 },
  { years: [false, true, true], streak: 0 },
  { years: [null, true, null, true, false], streak: 2 },
  { years: [true, true, true, true], streak: 4 },
])('counts back from the newest of $years to the first that did not hold', ({ years, streak }) => {
  expect(streakOfYears(years)).toBe(streak)
})
