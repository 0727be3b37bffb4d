import { expect, test } from 'vitest'
import { trendLines } from './trend-lines.ts'

const month = (number: number) => `${2025 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
const trend = Array.from({ length: 24 }, (_, at) => ({ code: 'visitedShare', key: month(at), value: at + 0.04 }))

test('the last twelve months stand beside the same months of the year before', () => {
  const lines = trendLines(trend.toReversed())

  expect(lines.months).toEqual(['2026-1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'])
  expect(lines.now).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23])
  expect(lines.before).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('a month without a figure, and a year that was not told, are gaps and no zeros', () => {
  const lines = trendLines(trend.slice(18).map((figure, at) => (at === 0 ? { ...figure, value: null } : figure)))

  expect(lines.now).toEqual([null, 19, 20, 21, 22, 23])
  expect(lines.before).toEqual([null, null, null, null, null, null])
})
