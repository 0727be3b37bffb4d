import { describe, expect, test } from 'vitest'
import { type TrendLine, trendOption } from './trend-option.ts'

interface Drawn {
  readonly series: readonly { readonly endLabel: { readonly offset?: readonly number[] } }[]
}

/** Where the name of this year's line stands beside its end: `above` or `below`. */
function nameOf(now: readonly (number | null)[], before: readonly (number | null)[]): 'above' | 'below' {
  const lines: TrendLine[] = [
    { name: '近一年', values: now, as: 'now' },
    { name: '上年同月', values: before, as: 'before' },
  ]
  const { series } = trendOption({ periods: now.map((_, at) => `${at + 1}`), lines, mode: 'light' }) as unknown as Drawn
  return (series[0]?.endLabel.offset?.[1] ?? 0) < 0 ? 'above' : 'below'
}

describe('the name at the end of a line', () => {
  test('stands above, where the other line ends below', () => {
    expect(nameOf([20, 30, 22, 21.6], [18, 35, 19, 20])).toBe('above')
  })

  test('stands below, where the other line ends above', () => {
    expect(nameOf([20, 30, 20, 21], [18, 35, 24, 25])).toBe('below')
  })

  test('stands below a line that falls steeply, which it would cross', () => {
    expect(nameOf([20, 30, 35, 21], [18, 30, 19, 20])).toBe('below')
  })

  test('a period without a figure says nothing of the end', () => {
    expect(nameOf([20, 24, 22, null], [18, 35, 19, null])).toBe('above')
  })
})
