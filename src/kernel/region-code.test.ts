import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BureauCode,
  bureauOf,
  isWithin,
  NATION,
  RegionCode,
  rangeOf,
  regionOf,
  regionOfShort,
  shortCodeOf,
  tierOf,
  UnitCode,
} from './region-code.ts'

const region = (text: string) => RegionCode.parse(text)
const unit = (text: string) => UnitCode.parse(text)

test.each([
  ['000000000000', 'nation'],
  ['500000000000', 'province'],
  ['500100000000', 'city'],
  ['500112000000', 'county'],
  ['500112017000', 'township'],
  ['500112017005', 'village'],
  ['441900003000', 'township'],
] as const)('%s is a %s', (code, tier) => {
  expect(tierOf(region(code))).toBe(tier)
})

test('a unit belongs to the place and the bureau that its code begins with', () => {
  expect(regionOf(unit('500112017005-2'))).toBe('500112017005')
  expect(bureauOf(unit('500112017005-2'))).toBe('500112')
  expect(tierOf(unit('500112017005-2'))).toBe('village')
})

test.each(['500112017005', '500112017005-1', '500112017005-99'])('%s is a unit', (text) => {
  expect(UnitCode.safeParse(text).success).toBe(true)
})

test.each(['500112017005-0', '500112017005-02', '500112017005-100', '500112017005-', '50011201700', '５00112017005', '500112017005\n'])(
  '%j is no unit',
  (text) => {
    expect(UnitCode.safeParse(text).success).toBe(false)
  },
)

test('a bureau has six digits', () => {
  expect(BureauCode.safeParse('500112').success).toBe(true)
  expect(BureauCode.safeParse('5001120').success).toBe(false)
})

test.each([
  ['500000000000', '50', '51'],
  ['500112000000', '500112', '500113'],
  ['500119000000', '500119', '50011:'],
  ['500112017005', '500112017005', '500112017006'],
  ['500112017005-2', '500112017005', '500112017006'],
])('the range of %s', (code, lo, hi) => {
  expect(rangeOf(unit(code))).toEqual({ lo, hi })
})

test('the nation holds every place; a township holds its villages and their units and no neighbour', () => {
  expect(isWithin('990112017005-9', rangeOf(NATION))).toBe(true)
  expect(isWithin('500112017005-2', rangeOf(region('500112017000')))).toBe(true)
  expect(isWithin('500112018000', rangeOf(region('500112017000')))).toBe(false)
  expect(isWithin('500112000000', rangeOf(region('500112017000')))).toBe(false)
})

test('a place lies in the range of another exactly where the other is its beginning', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0129'), minLength: 12, maxLength: 12 }).map((text) => region(text))
  const length = { nation: 0, province: 2, city: 4, county: 6, township: 9, village: 12 }

  fc.assert(
    fc.property(digits, digits, (place, other) => {
      expect(isWithin(place, rangeOf(other))).toBe(place.startsWith(other.slice(0, length[tierOf(other)])))
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['000000000000', ''],
  ['500000000000', '50'],
  ['441900000000', '4419'],
  ['500112000000', '500112'],
  ['500112017000', '500112017'],
  ['500112017005', '500112017005'],
])('%s is %j in an address, and back', (code, digits) => {
  expect(shortCodeOf(region(code))).toBe(digits)
  expect(regionOfShort(digits)).toBe(code)
  expect(regionOfShort(code)).toBe(code)
})

test.each(['5', '500', '50011', '5001120170051', '50011a', '50 '])('%j names no place in an address', (digits) => {
  expect(regionOfShort(digits)).toBeUndefined()
})
