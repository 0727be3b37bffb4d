import { expect, test } from 'vitest'
import { everyBand, rosterOf } from './age-bands.ts'

test('a band in which there is nobody stands between the others', () => {
  expect(
    everyBand([
      { from: 60, men: 1, women: 0 },
      { from: 70, men: 2, women: 1 },
    ]),
  ).toEqual([
    { from: 60, men: 1, women: 0 },
    { from: 65, men: 0, women: 0 },
    { from: 70, men: 2, women: 1 },
  ])
  expect(everyBand([])).toEqual([])
})

test('a number leads to its people, with the other filters of the address', () => {
  expect(rosterOf(new URLSearchParams('class=DIS&min=50&max=90'), 60, 'female')).toBe('/desk/people?class=DIS&min=60&max=64&sex=female')
  expect(rosterOf(new URLSearchParams('max=120'), 100, 'male')).toBe('/desk/people?sex=male&min=100')
})
