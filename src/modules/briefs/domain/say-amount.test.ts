import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admits, readAmount } from './read-amount.ts'
import { SAYINGS, sayAmount } from './say-amount.ts'
import { sayMeasured } from './say-measured.ts'

describe('a number in official words', () => {
  test.each([
    [73_215, 'more', '7.3万余'],
    [6_612, 'more', '6600余'],
    [170_420, 'more', '17万余'],
    [12_034, 'more', '1.2万余'],
    [16_210, 'many', '1.6万多'],
    [2_104, 'many', '2100多'],
    [5_012, 'over', '超过5000'],
    [10_020, 'above', '逾1万'],
    [2_986, 'near', '近3000'],
    [2_986, 'round', '近3000'],
    [3_150, 'round', '3100余'],
    [23, 'more', '20余'],
    [113, 'more', '110余'],
    [27_618, 'exact', '27618'],
    [426_800, 'exact', '42.68万'],
    [53_240_000, 'exact', '5324万'],
    [250_000_000, 'exact', '2.5亿'],
    [1_000_000_000, 'exact', '10亿'],
    [39_000, 'exact', '3.9万'],
    [2_047, 'exact', '2047'],
  ] as const)('%d as %s is %s', (value, saying, words) => {
    expect(sayAmount(value, saying)).toBe(words)
  })

  test('of what is exactly round, neither 余 nor 近 is said', () => {
    for (const saying of SAYINGS) expect(sayAmount(170_000, saying)).toBe('17万')
  })

  test('where nothing round is near, the number itself is said', () => {
    expect(sayAmount(1_010, 'near')).toBe('1010')
    expect(sayAmount(23, 'near')).toBe('23')
  })

  test('read back, the words admit the value, whatever it is and however it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000_000 }), fc.constantFrom(...SAYINGS), (value, saying) => {
        expect(admits(readAmount(sayAmount(value, saying)), value)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  test('余, 多, 超过 and 逾 never promise more than there is, and lose less than a tenth above a hundred', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 90_000_000_000 }),
        fc.constantFrom('more' as const, 'many', 'over', 'above'),
        (value, saying) => {
          const { bound } = readAmount(sayAmount(value, saying))
          expect(bound).toBeLessThanOrEqual(value)
          expect(bound * 10).toBeGreaterThan(value * 9)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

test('words that admit one value refuse its neighbours on the wrong side', () => {
  expect(admits(readAmount('6600余'), 6_600)).toBe(false)
  expect(admits(readAmount('近3000'), 3_000)).toBe(false)
  expect(admits(readAmount('近3000'), 2_600)).toBe(false)
  expect(admits(readAmount('2047'), 2_048)).toBe(false)
  expect(() => readAmount('许多')).toThrow('states no amount')
})

test.each([
  { value: 6, unitKind: 'time', say: 'numeral', as: '类', words: '六类' },
  { value: 120, unitKind: 'time', say: 'numeral', words: '120次' },
  { value: 20_190_130, unitKind: 'date', say: 'exact', words: '2019年1月30日' },
  { value: 20_181_105, unitKind: 'date', say: 'month', words: '2018年11月' },
  { value: 2019, unitKind: 'date', say: 'exact', words: '2019年' },
  { value: 100, unitKind: 'percent', say: 'all', as: '全覆盖', words: '全覆盖' },
  { value: 99.99, unitKind: 'percent', say: 'all', as: '全覆盖', words: '99.99%覆盖' },
  { value: 82.3, unitKind: 'percent', say: 'all', words: '82.3%' },
  { value: 2, unitKind: 'year', say: 'numeral', words: '两年' },
  { value: 2, unitKind: 'edition', say: 'numeral', as: '届', words: '第二届' },
  { value: 1, unitKind: 'edition', say: 'numeral', words: '首届' },
] as const)('$value of kind $unitKind as $say is $words', ({ value, unitKind, say, words, ...more }) => {
  expect(sayMeasured({ value, unitKind, isRatio: unitKind === 'percent' }, { say, ...more })).toBe(words)
})
