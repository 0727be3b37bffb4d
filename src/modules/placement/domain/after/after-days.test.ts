import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { daysOverdue, followUpFrom, monthsFrom, owedMonths, placeBy, startBy } from './after-days.ts'

const day = (text: string) => text as PlainDate
const letter = { letterOn: day('2026-03-20'), startBy: startBy(day('2026-03-20')), startedOn: null, cause: null }

describe('after the letter', () => {
  test('one starts within thirty days, and the thirtieth is in time', () => {
    expect(letter.startBy).toBe('2026-04-19')
    expect(daysOverdue(letter, day('2026-04-19'))).toBe(0)
    expect(daysOverdue(letter, day('2026-04-20'))).toBe(1)
    expect(daysOverdue({ ...letter, startedOn: day('2026-04-30') }, day('2026-05-10'))).toBe(0)
  })

  test('an employer who lets nobody start owes from the month of the letter, not from the thirtieth day', () => {
    expect(owedMonths(letter, day('2026-04-19'))).toEqual([])
    expect(owedMonths(letter, day('2026-04-20'))).toEqual(['2026-03', '2026-04'])
    expect(owedMonths(letter, day('2026-06-01'))).toEqual(['2026-03', '2026-04', '2026-05', '2026-06'])
  })

  test('a late start ends it, a start in time owes nothing', () => {
    expect(owedMonths({ ...letter, startedOn: day('2026-05-06') }, day('2026-08-01'))).toEqual(['2026-03', '2026-04'])
    expect(owedMonths({ ...letter, startedOn: day('2026-04-19') }, day('2026-08-01'))).toEqual([])
  })

  test('who stays away of their own will is owed nothing', () => {
    expect(owedMonths({ ...letter, cause: 'person' }, day('2026-06-01'))).toEqual([])
    expect(owedMonths({ ...letter, cause: 'other' }, day('2026-06-01'))).toHaveLength(4)
  })

  test('half a year is six months, to the end of a shorter one', () => {
    expect(followUpFrom(day('2026-08-31'))).toBe('2027-02-28')
    expect(placeBy(day('2026-03-16'))).toBe('2026-09-16')
  })

  test('months follow one another without a gap, over the turn of the year', () => {
    expect(monthsFrom(day('2025-11-30'), day('2026-02-01'))).toEqual(['2025-11', '2025-12', '2026-01'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
        const from = addDays(day('2025-01-01'), start)
        const months = monthsFrom(from, addDays(from, length))
        expect(new Set(months).size).toBe(months.length)
        expect(months.every((month) => month < addDays(from, length).slice(0, 7) && month >= from.slice(0, 7))).toBe(true)
      }),
    )
  })
})
