import { expect, test } from 'vitest'
import { PlainDate } from '../../../kernel/plain-date.ts'
import { overlaps } from './post-period.ts'
import { tierWords } from './tier-words.ts'
import { canBecome, suitsTier, UNIT_STATUSES } from './unit-rules.ts'

const on = (text: string) => PlainDate.parse(text)

test.each([
  ['planned', 'open'],
  ['built', 'open'],
  ['open', 'suspended'],
  ['suspended', 'open'],
  ['open', 'merged'],
  ['suspended', 'closed'],
] as const)('a unit that is %s may become %s', (from, to) => {
  expect(canBecome(from, to)).toBe(true)
})

test.each([
  ['open', 'planned'],
  ['planned', 'suspended'],
  ['planned', 'merged'],
] as const)('a unit that is %s never becomes %s', (from, to) => {
  expect(canBecome(from, to)).toBe(false)
})

test.each(['merged', 'closed'] as const)('a unit that is %s stays so', (from) => {
  expect(UNIT_STATUSES.filter((to) => canBecome(from, to))).toEqual([from])
})

test('centres stand at county and above, stations below, post houses and homes anywhere', () => {
  expect(suitsTier('centre', 'county')).toBe(true)
  expect(suitsTier('centre', 'village')).toBe(false)
  expect(suitsTier('station', 'township')).toBe(true)
  expect(suitsTier('station', 'city')).toBe(false)
  expect(suitsTier('postHouse', 'city') && suitsTier('veteransHome', 'village')).toBe(true)
})

test('two posts that share their last and first day overlap', () => {
  const first = { fromOn: on('2024-01-01'), toOn: on('2024-06-30') }

  expect(overlaps(first, { fromOn: on('2024-06-30') })).toBe(true)
  expect(overlaps({ fromOn: on('2024-03-01') }, first)).toBe(true)
})

test('a post that begins the day after another ended does not overlap it', () => {
  const first = { fromOn: on('2024-01-01'), toOn: on('2024-06-30') }

  expect(overlaps(first, { fromOn: on('2024-07-01') })).toBe(false)
  expect(overlaps({ fromOn: on('2024-07-01') }, first)).toBe(false)
})

test('a municipality has no cities, and calls its townships 镇街', () => {
  expect(tierWords('500000000000')).toMatchObject({ county: '区县', township: '镇街' })
  expect(tierWords('500000000000').city).toBeUndefined()
  expect(tierWords('520000000000').city).toBe('市州')
})
