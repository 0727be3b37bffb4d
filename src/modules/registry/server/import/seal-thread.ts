import { parentPort, workerData } from 'node:worker_threads'
import { openSharedKeys, type SharedKeys } from '../../../../platform/secrets/shared-keys.ts'
import type { CheckedRow } from './check-row.ts'
import type { Preparing } from './ready-row.ts'
import { sealBatch } from './seal-batch.ts'

/** What the thread is told at its start, and with each batch. */
export interface SealWork extends Pick<Preparing, 'source'> {
  readonly keys: SharedKeys
}

export interface SealOrder extends Pick<Preparing, 'today'> {
  readonly rows: readonly CheckedRow[]
}

/** The thread that seals what an import brings: it has the keys of the columns it fills, and no database. */
const port = parentPort
if (!port) throw new Error('seal-thread.ts runs only as a worker thread')
const { keys, source } = workerData as SealWork
const secrets = openSharedKeys(keys)
port.on('message', ({ rows, today }: SealOrder) => port.postMessage(sealBatch({ secrets, source, today }, rows)))
