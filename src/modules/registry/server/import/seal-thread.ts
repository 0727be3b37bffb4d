import { parentPort, workerData } from 'node:worker_threads'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { openSharedKeys, type SharedKeys } from '../../../../platform/secrets/shared-keys.ts'
import { handOver } from '../../../../platform/threads/hand-over.ts'
import { COLUMN_TABLES } from '../rows/file-columns.ts'
import { type Divisions, type Learned, placesOf } from './places.ts'
import { type Reading, type SealedBatch, type SealedRow, sealBatch, type Wanted } from './seal-batch.ts'

/** What the thread is told at its start, and with each batch. */
export interface SealWork extends Pick<Reading, 'source' | 'unitCode' | 'columns'> {
  readonly keys: SharedKeys
  readonly divisions: Divisions
}

export interface SealOrder extends Wanted {
  readonly today: PlainDate
  /** What the thread lacked when it was asked before. */
  readonly learned?: Learned
}

/** A batch on its way: its buffers in one list, the indexes first, then the columns in the order of their tables. */
export interface SentBatch {
  readonly rows: readonly SealedRow[]
  readonly count: number
  readonly widths: readonly number[]
  readonly buffers: readonly Uint8Array<ArrayBuffer>[]
}

/** The thread that reads, checks and seals what an import brings: it has the keys of the columns it fills, and no database. */
const port = parentPort
if (!port) throw new Error('seal-thread.ts runs only as a worker thread')
const { keys, divisions, ...work } = workerData as SealWork
const [secrets, places] = [openSharedKeys(keys), placesOf(divisions)]

function send({ rows, indexes, columns }: SealedBatch): void {
  const tables = COLUMN_TABLES.map((table) => columns[table])
  const { sent, transfer } = handOver([indexes, ...tables.flat()])
  const widths = tables.map(({ length }) => length)
  port?.postMessage({ rows, count: columns.count, widths, buffers: sent } satisfies SentBatch, transfer)
}

port.on('message', (order: SealOrder | 'spent') => {
  if (order === 'spent') return
  const { learned, today, batch, after } = order
  if (learned) places.know(learned)
  const sealed = sealBatch({ ...work, secrets, places, today }, { batch, after })
  if ('lacks' in sealed) port.postMessage(sealed)
  else send(sealed)
})
