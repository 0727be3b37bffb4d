import { expect, test } from 'vitest'
import { openPace, type Ticking } from './pace.ts'

/** A clock that stands still but for those who wait on it, and remembers who waited how long. */
function standing(): Ticking & { waits: number[]; at: number } {
  const clock = {
    waits: [] as number[],
    at: 0,
    now: () => clock.at,
    sleep: async (milliseconds: number) => void clock.waits.push(milliseconds),
  }
  return clock
}

test('twenty a second: each waits fifty milliseconds longer than the one before', async () => {
  const clock = standing()
  const pace = openPace(20, clock)

  await Promise.all([pace(), pace(), pace(), pace()])

  expect(clock.waits).toEqual([50, 100, 150])
})

test('after a pause nobody waits, and nothing is saved up', async () => {
  const clock = standing()
  const pace = openPace(20, clock)
  await pace()

  clock.at = 10_000
  await Promise.all([pace(), pace(), pace()])

  expect(clock.waits).toEqual([50, 100])
})
