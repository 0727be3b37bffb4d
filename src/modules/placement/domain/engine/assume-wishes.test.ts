import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assumedList, assumedRanking, type PaidPost, wishesOf } from './assume-wishes.ts'
import { A, B, C, opening, person, post } from './round-world.ts'

const paid = (id: string, payFen: bigint, given: Parameters<typeof post>[1] = {}): PaidPost => ({ ...post(id, given), payFen })

describe('what is assumed of somebody without a list', () => {
  test('is the near post before the far one, of equally near ones the better paid', () => {
    const posts = [
      paid('far', 900n, { place: '440104' }),
      paid('poor', 100n, { place: '440103' }),
      paid('rich', 200n, { place: '440103' }),
      paid('next-door', 100n, { place: '440103001' }),
    ]

    expect(assumedList(person(A, { home: '440103001001' }), posts)).toEqual(['next-door', 'rich', 'poor', 'far'])
  })

  test('holds no post that is not open to them', () => {
    const posts = [paid('p1', 1n, { requires: [['doctor']] }), paid('p2', 1n)]

    expect(assumedList(person(A), posts)).toEqual(['p2'])
    expect(assumedList(person(A, { codes: ['doctor'] }), posts)).toEqual(['p1', 'p2'])
  })

  test('never stands in for a list that was handed in', () => {
    const posts = [paid('p1', 2n), paid('p2', 1n)]
    const wishes = wishesOf(opening(), posts)

    expect(wishes.lists.get(C)).toEqual(['p2', 'p1'])
    expect(wishes.lists.get(A)).toEqual(['p1', 'p2'])
    expect(wishes.assumed).toBe(2)
  })

  test('does not depend on the order in which posts come', () => {
    const posts = ['p1', 'p2', 'p3', 'p4'].map((id, at) => paid(id, BigInt(at % 2)))
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: 4 }), (shuffled) => {
        expect(assumedList(person(A), shuffled)).toEqual(assumedList(person(A), posts))
      }),
    )
  })
})

test('an employer is assumed to take who fits, then who has more points; equals stand together', () => {
  const people = [person(A, { composite: 500 }), person(B, { composite: 500 }), person(C, { composite: 100, codes: ['doctor'] })]

  expect(assumedRanking(post('p', { wishes: ['doctor'] }), people)).toEqual([[C], [A, B]])
})
