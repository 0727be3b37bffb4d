import { expect, test } from 'vitest'
import { readUnsent } from './unsent-list.ts'

const post = (code: string) => ({ code, title: '职员', kind: 'institution' as const, seats: 1 })
const lists = { isOpen: true, until: '2026-06-12', most: 2, posts: ['P01', 'P02', 'P03'].map(post) }
const about = { roundId: 'a', lists } as Parameters<typeof readUnsent>[1]

test('an unsent list comes back in its order', () => {
  expect(readUnsent({ roundId: 'a', posts: ['P03', 'P01'] }, about)).toEqual(['P03', 'P01'])
  expect(readUnsent({ roundId: 'a', posts: [] }, about)).toEqual([])
})

test('posts that are gone, named twice or too many are left out', () => {
  expect(readUnsent({ roundId: 'a', posts: ['P09', 'P02', 'P02', 7, 'P01', 'P03'] }, about)).toEqual(['P02', 'P01'])
})

test.each([undefined, null, 'P01', [], { roundId: 'b', posts: ['P01'] }, { roundId: 'a', posts: 'P01' }])(
  '%j is no list of this round',
  (value) => {
    expect(readUnsent(value, about)).toBeUndefined()
  },
)
