import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type AssessmentRule, type CountyYear, ruleFor, scoreOf, streakOf, tierOfScore } from './assess.ts'

const rule: AssessmentRule = {
  validFrom: '2020-01-01' as PlainDate,
  weights: { placed: 40, inTime: 30, stateEmployer: 10, startedInTime: 20 },
  firstTierFrom: 90,
  secondTierFrom: 75,
  source: 'test',
  isUnverified: true,
}
const county = (given: Partial<CountyYear> = {}): CountyYear => ({
  year: 2026,
  due: 20,
  placed: 20,
  inTime: 20,
  stateEmployer: 20,
  startsDue: 20,
  startedInTime: 20,
  ...given,
})

describe('the assessment of a county', () => {
  test('gives a hundred points to whoever places all, in time, at the state, and lets all start', () => {
    expect(scoreOf(county(), rule)).toBe(10_000)
    expect(tierOfScore(10_000, rule)).toBe(1)
  })

  test('weighs each share, and says so to the hundredth', () => {
    expect(scoreOf(county({ placed: 18, inTime: 9, stateEmployer: 18, startsDue: 18, startedInTime: 18 }), rule)).toBe(8_100)
    expect(tierOfScore(8_100, rule)).toBe(2)
    expect(tierOfScore(7_499, rule)).toBe(3)
  })

  test('weighs nothing that cannot be measured yet, and leaves out who has nobody to place', () => {
    expect(scoreOf(county({ startsDue: 0, startedInTime: 0 }), rule)).toBe(10_000)
    expect(scoreOf(county({ placed: 0, inTime: 0, stateEmployer: 0, startsDue: 0, startedInTime: 0 }), rule)).toBe(0)
    expect(scoreOf(county({ due: 0, placed: 0, inTime: 0, stateEmployer: 0, startsDue: 0, startedInTime: 0 }), rule)).toBeNull()
  })

  test('counts the years in the first tier back from the one asked for, until the first that was not', () => {
    const years = [
      county({ year: 2022, placed: 2, inTime: 2, stateEmployer: 2, startsDue: 2, startedInTime: 2 }),
      county({ year: 2023 }),
      county({ year: 2024 }),
      county({ year: 2026 }),
    ]

    expect(streakOf(years, [rule], 2026)).toBe(3)
    expect(streakOf(years, [rule], 2024)).toBe(2)
    expect(streakOf(years, [rule], 2022)).toBe(0)
    expect(streakOf([...years, county({ year: 2025, due: 0, placed: 0 })], [rule], 2026)).toBe(3)
  })

  test('goes by the rule of its year', () => {
    const stricter = { ...rule, validFrom: '2026-07-01' as PlainDate, firstTierFrom: 100 }

    expect(ruleFor([rule, stricter], 2026)?.firstTierFrom).toBe(100)
    expect(ruleFor([rule, stricter], 2025)?.firstTierFrom).toBe(90)
    expect(ruleFor([rule], 2019)).toBeUndefined()
  })
})
