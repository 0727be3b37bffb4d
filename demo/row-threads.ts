import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { openThread } from '../src/platform/threads/open-thread.ts'
import type { RowSink } from './copy-sink.ts'
import type { PeopleOfRegion } from './region-rows.ts'
import type { FinishedRows, RowWork } from './row-thread.ts'

/** More threads than this only wait for the one connection. */
const MOST_THREADS = 4

/** Makes the rows of all people, a bureau at a time, in as many threads as there are cores. Rejects with the first fault of any. */
export async function writePeopleInThreads(
  sink: RowSink,
  { ring, region }: { ring: RowWork['ring']; region: PeopleOfRegion },
): Promise<void> {
  const next = new Int32Array(new SharedArrayBuffer(4))
  const count = Math.min(MOST_THREADS, availableParallelism(), region.bureaus.length)
  const threads = Array.from({ length: count }, () => openThread('./row-thread', import.meta.url, { ring, region, next } satisfies RowWork))
  try {
    await Promise.all(threads.map((thread) => follow(thread, sink)))
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  await sink.end()
}

/** Resolves when the thread has ended well; every message of it is rows. Where the database refuses them, the thread is ended. */
async function follow(thread: Worker, sink: RowSink): Promise<void> {
  const copy = async ({ target, rows }: FinishedRows): Promise<void> => {
    const size = rows.length
    await sink.take(target, rows)
    await sink.room()
    thread.postMessage(size)
  }
  thread.on('message', (finished: FinishedRows) => void copy(finished).catch(() => thread.terminate()))
  const [code] = await once(thread, 'exit')
  await sink.room()
  if (code !== 0) throw new Error(`a thread that makes rows of the demo ended with ${code}`)
}
