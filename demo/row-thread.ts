import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openSecrets, type SecretsOptions } from '../src/platform/secrets/secrets.ts'
import { MOST_WAITING, type RowSink } from './copy-sink.ts'
import { openRowTexts } from './copy-tables.ts'
import { type Bureau, type PeopleOfRegion, writeBureau } from './region-rows.ts'

/** What a thread that makes rows is told; `next` is the number of the first bureau that nobody has taken yet. */
export interface RowWork {
  readonly ring: SecretsOptions
  readonly region: PeopleOfRegion
  readonly next: Int32Array<SharedArrayBuffer>
}

export interface FinishedRows {
  readonly target: string
  readonly rows: Uint8Array<ArrayBuffer>
}

/** Rows go to the thread that holds the transaction, which says of each message when the database has taken it. */
function openPortSink(port: MessagePort): RowSink {
  const state = { waiting: 0, wake: () => {} }
  port.on('message', (taken: number) => {
    state.waiting -= taken
    state.wake()
  })
  const until = async (most: number): Promise<void> => {
    while (state.waiting > most) await new Promise<void>((resolve) => (state.wake = resolve))
  }
  return {
    take: async (target, rows) => {
      state.waiting += rows.length
      // A small buffer is a slice of a shared one, and only a whole one can be handed over.
      const own = new Uint8Array(rows)
      port.postMessage({ target, rows: own } satisfies FinishedRows, [own.buffer])
    },
    room: async () => {
      await new Promise(setImmediate)
      await until(MOST_WAITING / 4)
    },
    end: () => until(0),
  }
}

/** Keys that crossed from another thread are plain bytes. */
const ownKeys = ({ masterKey, earlier = [], ...rest }: SecretsOptions): SecretsOptions => ({
  ...rest,
  masterKey: Buffer.from(masterKey),
  earlier: earlier.map(({ version, key }) => ({ version, key: Buffer.from(key) })),
})

async function writeBureaus(port: MessagePort, { ring, region, next }: RowWork): Promise<void> {
  const secrets = openSecrets(ownKeys(ring))
  const copier = openRowTexts(openPortSink(port))
  const take = (): Bureau | undefined => region.bureaus[Atomics.add(next, 0, 1)]
  for (let bureau = take(); bureau; bureau = take()) await writeBureau(copier, { secrets, region, bureau })
  await copier.end()
  port.close()
}

if (!parentPort) throw new Error('row-thread.ts runs only as a worker thread')
await writeBureaus(parentPort, workerData as RowWork)
