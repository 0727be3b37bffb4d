import { parentPort, workerData } from 'node:worker_threads'
import { openSharedKeys, type SharedKeys } from '../../../../platform/secrets/shared-keys.ts'
import { handOver } from '../../../../platform/threads/hand-over.ts'
import { COLUMN_TABLES } from '../file-columns.ts'
import type { CheckedRow } from './check-row.ts'
import type { Preparing } from './ready-row.ts'
import { type SealedBatch, type SealedRow, sealBatch } from './seal-batch.ts'

/** What the thread is told at its start, and with each batch. */
export interface SealWork extends Pick<Preparing, 'source'> {
  readonly keys: SharedKeys
}

export interface SealOrder extends Pick<Preparing, 'today'> {
  readonly rows: readonly CheckedRow[]
}

/** A batch on its way: its buffers in one list, the indexes first, then the columns in the order of their tables. */
export interface SentBatch {
  readonly rows: readonly (SealedRow | undefined)[]
  readonly count: number
  readonly widths: readonly number[]
  readonly buffers: readonly Uint8Array<ArrayBuffer>[]
}

/** The thread that seals what an import brings: it has the keys of the columns it fills, and no database. */
const port = parentPort
if (!port) throw new Error('seal-thread.ts runs only as a worker thread')
const { keys, source } = workerData as SealWork
const secrets = openSharedKeys(keys)

function send({ rows, indexes, columns }: SealedBatch): void {
  const tables = COLUMN_TABLES.map((table) => columns[table])
  const { sent, transfer } = handOver([indexes, ...tables.flat()])
  const widths = tables.map(({ length }) => length)
  port?.postMessage({ rows, count: columns.count, widths, buffers: sent } satisfies SentBatch, transfer)
}

port.on('message', ({ rows, today }: SealOrder) => send(sealBatch({ secrets, source, today }, rows)))
