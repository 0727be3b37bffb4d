import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FenText, formatFen, headlineFen, parseFen, plainFen } from './fen.ts'

const read = (text: string) => {
  const result = parseFen(text)
  return result.ok ? result.value : result.refusal.code
}

describe('amounts as people write them', () => {
  test.each([
    ['12,345.67', 1_234_567n],
    ['１２，３４５．６７', 1_234_567n],
    ['¥ 300', 30_000n],
    ['￥-300.5', -30_050n],
    ['−20元', -2_000n],
    ['4015.00元整', 401_500n],
    ['1.5 万元', 1_500_000n],
    ['0.123456万', 123_456n],
    ['3亿元', 30_000_000_000n],
    ['.5', 50n],
    ['0', 0n],
    ['-0.00', 0n],
    ['12.3400', 1_234n],
    ['9007199254740993.01', 900_719_925_474_099_301n],
  ])('%s', (text, fen) => {
    expect(read(text)).toBe(fen)
  })
})

describe('what is no amount', () => {
  test.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['元', 'not-an-amount'],
    ['-', 'not-an-amount'],
    ['1,23', 'not-an-amount'],
    ['12,345,6', 'not-an-amount'],
    ['1.2.3', 'not-an-amount'],
    ['-¥-3', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['三百元', 'not-an-amount'],
    ['Infinity', 'not-an-amount'],
    ['0.001', 'finer-than-fen'],
    ['1.2345678万元', 'finer-than-fen'],
    ['10000000000000000', 'too-large'],
    ['9'.repeat(5_000), 'too-large'],
  ])('%s', (text, code) => {
    expect(read(text)).toBe(code)
  })
})

test('a column in 万元 gives its unit to bare figures only', () => {
  expect(parseFen('1.5', '万元')).toEqual({ ok: true, value: 1_500_000n })
  expect(parseFen('1.5元', '万元')).toEqual({ ok: true, value: 150n })
})

test.each([
  [0n, '0.00', '0.00'],
  [-5n, '-0.05', '-0.05'],
  [1_234_567n, '12,345.67', '12345.67'],
  [100_000_000n, '1,000,000.00', '1000000.00'],
])('%s fen in a table and in a file', (fen, table, file) => {
  expect(formatFen(fen)).toBe(table)
  expect(plainFen(fen)).toBe(file)
})

test.each([
  [0n, '0', '元'],
  [401_500n, '4,015', '元'],
  [401_550n, '4,015.50', '元'],
  [999_999n, '9,999.99', '元'],
  [1_000_000n, '1', '万元'],
  [12_345_678n, '12.35', '万元'],
  [-12_345_678n, '-12.35', '万元'],
  [1_000_000_000n, '1,000', '万元'],
  [9_999_994_999n, '9,999.99', '万元'],
  [9_999_995_000n, '1', '亿元'],
  [32_000_000_000n, '3.2', '亿元'],
])('%s fen as a headline', (fen, figure, unit) => {
  expect(headlineFen(fen)).toEqual({ figure, unit })
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n }), (fen) => {
      expect(read(formatFen(fen))).toBe(fen)
      expect(read(`${plainFen(fen)}元`)).toBe(fen)
      expect(FenText.safeParse(String(fen)).success).toBe(true)
    }),
  )
})

test('no text whatever makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+¥元万亿整 ') }), (text) => typeof parseFen(text).ok === 'boolean'),
  )
})

test.each(['-0', '01', '1.0', '', '1234567890123456789'])('%s is not fen on the wire', (text) => {
  expect(FenText.safeParse(text).success).toBe(false)
})
