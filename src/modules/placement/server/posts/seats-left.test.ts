import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { closeOf, draftOf, laterGround, openOf, room, seeRound } from '../../../../../test/round-world.ts'
import { divisions, ground, YUBEI } from '../../../../../test/world.ts'
import type { Post } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = laterGround(database)

test('a seat that a round has given away is offered no more, and is counted no more beside those who wait', async () => {
  const listed = () => seeRound(later, room.officer)<{ posts: Post[]; seats: number }>('post.list', { place: YUBEI })
  const made = await draftOf(on, { points: [90, 80], seats: [1, 2] })
  const before = await listed()

  await openOf(on, later, made)
  await closeOf(later, made)

  const after = await listed()
  expect([before.seats, before.posts.map(({ seats, left }) => [seats, left])]).toEqual([
    3,
    [
      [1, 1],
      [2, 2],
    ],
  ])
  expect([after.seats, after.posts.map(({ seats, left }) => [seats, left])]).toEqual([
    1,
    [
      [1, 0],
      [2, 1],
    ],
  ])
})
