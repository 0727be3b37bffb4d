import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numeralOf } from './numerals.ts'
import { type Change, sayChange } from './say-change.ts'
import { sayMeasured } from './say-measured.ts'
import { sayDay, sayPeriod } from './say-period.ts'
import { sayShare } from './say-share.ts'

const change = (now: number, before: number | null, more: Partial<Change> = {}) =>
  sayChange({ now, before, against: 'lastYear', isShare: false, ...more })

describe('a change', () => {
  test.each([
    [change(1_123, 1_000), '同比增长12.3%'],
    [change(960, 1_000, { against: 'previous' }), '环比下降4%'],
    [change(1_000, 1_000), '同比持平'],
    [change(2_000, 1_000), '同比翻一番'],
    [change(5, 0), '上年同期无基数'],
    [change(5, null, { against: 'previous' }), '上期无基数'],
    [change(0, 0), '同比持平'],
    [change(0, 7), '同比下降100%'],
    [change(82.3, 81.1, { isShare: true }), '同比提高1.2个百分点'],
    [change(80, 81.5, { isShare: true }), '同比下降1.5个百分点'],
    [change(1_000_001, 1_000_000_000), '同比下降99.9%'],
    [change(100_000_001, 100_000_000), '同比略有增长'],
  ])('%s', (said, words) => {
    expect(said).toBe(words)
  })

  test('what is not gone has never fallen by all, and the way is always the true one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 10_000_000 }), (now, before) => {
        const words = change(now, before)
        if (now > 0) expect(words).not.toContain('下降100%')
        if (now > before) expect(words).toMatch(/增长|翻一番/)
        if (now < before) expect(words).toContain('下降')
      }),
    )
  })
})

test('a share that is not all is never 100, and one that is something never 0', () => {
  expect(sayShare(99.996, '%')).toBe('99.99%')
  expect(sayShare(100, '%')).toBe('100%')
  expect(sayShare(69.12, '%')).toBe('69.12%')
  expect(sayShare(0.001, '%')).toBe('不足0.01%')
  expect(sayShare(0, '%')).toBe('0%')
})

test('each kind of unit has its measure word, and money is fen', () => {
  const said = (value: number, unitKind: string, as?: string) => sayMeasured({ value, unitKind, isRatio: false }, { say: 'more', as })
  expect(said(62_000, 'personTime')).toBe('6.2万人次')
  expect(said(6_612, 'person', '名')).toBe('6600余名')
  expect(said(1_012_345_600, 'fen')).toBe('1000余万元')
  expect(said(1_000_000_001, 'fen')).toBe('1000万余元')
  expect(sayMeasured({ value: 123_456, unitKind: 'fen', isRatio: false }, { say: 'exact' })).toBe('1234.56元')
  expect(sayMeasured({ value: 12.345, unitKind: 'day', isRatio: true }, { say: 'exact' })).toBe('12.35天')
})

test('periods and days are called as reports call them', () => {
  expect(sayDay('2026-06-10')).toBe('2026年6月10日')
  expect(sayPeriod({ from: '2026-01-01', to: '2026-06-30' })).toBe('2026年上半年')
  expect(sayPeriod({ from: '2026-02-01', to: '2026-02-28' })).toBe('2026年2月')
  expect(sayPeriod({ from: '2026-01-01', to: '2026-12-31' })).toBe('2026年')
  expect(sayPeriod({ from: '2026-06-01', to: '2026-06-10' })).toBe('2026年6月1日至6月10日')
  expect(sayPeriod({ from: '2025-12-29', to: '2026-01-04' })).toBe('2025年12月29日至2026年1月4日')
})

test('headings are counted in Chinese', () => {
  expect([1, 10, 11, 20, 21, 99].map(numeralOf)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九'])
  expect(() => numeralOf(0)).toThrow('no numeral')
})
