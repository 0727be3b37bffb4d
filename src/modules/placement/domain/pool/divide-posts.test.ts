import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dividePosts } from './divide-posts.ts'

const [YUBEI, BANAN] = ['500112', '500113']

describe('dividing the posts of a pool', () => {
  test('a county keeps its own posts as far as its share goes; the rest goes where seats are wanting', () => {
    const posts = [
      { id: 'a', county: YUBEI, seats: 3 },
      { id: 'b', county: YUBEI, seats: 2 },
      { id: 'c', county: BANAN, seats: 1 },
    ]

    expect(
      dividePosts(
        posts,
        new Map([
          [YUBEI, 2],
          [BANAN, 4],
        ]),
      ),
    ).toEqual([
      { postId: 'a', county: YUBEI, seats: 2 },
      { postId: 'a', county: BANAN, seats: 1 },
      { postId: 'b', county: BANAN, seats: 2 },
      { postId: 'c', county: BANAN, seats: 1 },
    ])
  })

  test('shares that do not add up to the seats are refused', () => {
    expect(() => dividePosts([{ id: 'a', county: YUBEI, seats: 3 }], new Map([[YUBEI, 2]]))).toThrow(RangeError)
  })

  const pools = fc.array(fc.record({ county: fc.constantFrom('1', '2', '3'), seats: fc.integer({ min: 0, max: 5 }) }), { maxLength: 9 })

  test('every seat goes to one county, and every county gets its share', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (drawn, one, two) => {
        const posts = drawn.map((post, at) => ({ id: String(at), ...post }))
        const all = posts.reduce((sum, { seats }) => sum + seats, 0)
        const [first, second] = [Math.min(one, all), Math.min(two, Math.max(0, all - one))]
        const shares = new Map([
          ['1', first],
          ['2', second],
          ['3', all - first - second],
        ])
        const allotted = dividePosts(posts, shares)
        const sum = (rows: readonly { seats: number }[]) => rows.reduce((total, { seats }) => total + seats, 0)
        for (const [county, share] of shares) expect(sum(allotted.filter((row) => row.county === county))).toBe(share)
        for (const { id, seats } of posts) expect(sum(allotted.filter((row) => row.postId === id))).toBe(seats)
        expect(allotted.every(({ seats }) => seats > 0)).toBe(true)
      }),
    )
  })
})
