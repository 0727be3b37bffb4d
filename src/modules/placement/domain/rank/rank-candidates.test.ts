import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compositeOf, type Rankable, rankCandidates, type TieCriterion } from './rank-candidates.ts'

const one = (id: string, composite: number, ties: Partial<Rankable['ties']> = {}): Rankable => ({
  id,
  composite,
  ties: { serviceDays: 0, rewardPoints: 0, disabilityPoints: 0, examMarks: 0, bornOn: 19900101, ...ties },
})

const RULE: readonly TieCriterion[] = ['serviceDays', 'bornOn']

describe('ranking', () => {
  test('more points go first; between equals longer service, then who is older', () => {
    const ranked = rankCandidates(
      [
        one('young', 730_000, { serviceDays: 5000, bornOn: 19920202 }),
        one('best', 800_000),
        one('short', 730_000, { serviceDays: 4000, bornOn: 19800101 }),
        one('old', 730_000, { serviceDays: 5000, bornOn: 19910202 }),
      ],
      RULE,
    )

    expect(ranked.map(({ id, rank, isTied }) => [id, rank, isTied])).toEqual([
      ['best', 1, false],
      ['old', 2, false],
      ['young', 3, false],
      ['short', 4, false],
    ])
  })

  test('who is equal in everything waits for the lot, and the next rank leaves as many out', () => {
    const ranked = rankCandidates([one('a', 100), one('b', 200), one('c', 200), one('d', 100)], RULE)

    expect(ranked.map(({ id, rank, isTied }) => [id, rank, isTied])).toEqual([
      ['b', 1, true],
      ['c', 1, true],
      ['a', 3, true],
      ['d', 3, true],
    ])
  })

  const people = fc.array(
    fc.record({
      composite: fc.integer({ min: 0, max: 3 }),
      serviceDays: fc.integer({ min: 0, max: 2 }),
      bornOn: fc.constantFrom(19800101, 19900101),
    }),
    { maxLength: 12 },
  )

  test('the order in which files come never changes a rank', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const given = drawn.map(({ composite, ...ties }, at) => one(`p${at}`, composite, ties))
        expect(rankCandidates(given.toReversed(), RULE)).toEqual(rankCandidates(given, RULE))
      }),
    )
  })

  test('nobody stands behind somebody with fewer points', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const given = drawn.map(({ composite, ...ties }, at) => one(`p${at}`, composite, ties))
        const points = rankCandidates(given, RULE).map(({ id }) => given.find((other) => other.id === id)?.composite ?? -1)
        expect(points).toEqual(points.toSorted((a, b) => b - a))
      }),
    )
  })

  test('a composite is percent times hundredths, exact', () => {
    expect(compositeOf({ service: 7305, exam: 8133, appraisal: null }, { service: 60, exam: 40, appraisal: 0 })).toBe(763_620)
    expect(compositeOf({ service: 7300, exam: null, appraisal: null }, { service: 100, exam: 0, appraisal: 0 })).toBe(730_000)
  })
})
