import { expect, test } from 'vitest'
import { playHistories } from './histories.ts'
import { PLANTED } from './planted.ts'

// A few of the histories of `npm run faults -- outbox`; a seed that ever failed is played again here for good.
test('what showed 已存本机 takes effect exactly once, whatever the line, the clocks and the processes do', {
  timeout: 120_000,
}, async () => {
  const found = await playHistories({ runs: 300, seed: 20_260_601 })

  expect(found.broken).toBeUndefined()
  expect(found.saved).toBeGreaterThan(1_500)
})

test.each(PLANTED)('the checker sees a planted mistake: $name', { timeout: 120_000 }, async (planted) => {
  const found = await playHistories({ runs: 200, seed: 7, planted })

  expect(found.broken).toBeDefined()
})
