import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { withRoomyHeaps } from './roomy-heaps.ts'

/** Makes young objects until their space has grown as far as it may, and says how far that is. */
const FILL = `
  const { parentPort } = require('node:worker_threads')
  const { getHeapSpaceStatistics } = require('node:v8')
  let kept = []
  for (let made = 0; made < 3e6; made += 1) {
    kept.push({ made, also: [made] })
    if (kept.length > 400_000) kept = []
  }
  parentPort.postMessage(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size)`

async function youngSpaceOfThread(): Promise<number> {
  const thread = new Worker(FILL, { eval: true })
  const [size] = await once(thread, 'message')
  return size
}

test('a thread begun meanwhile has more room for what is young, and one begun after a fault has as much as before', async () => {
  const before = await youngSpaceOfThread()
  const meanwhile = withRoomyHeaps(async () => {
    expect(await youngSpaceOfThread()).toBeGreaterThan(before)
    throw new Error('the load broke')
  })
  await expect(meanwhile).rejects.toThrow('the load broke')

  expect(await youngSpaceOfThread()).toBe(before)
})
