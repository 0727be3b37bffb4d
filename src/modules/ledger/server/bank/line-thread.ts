import { parentPort, workerData } from 'node:worker_threads'
import { openSharedRing, type SharedRing } from '../../../../platform/secrets/shared-keys.ts'
import { handOver } from '../../../../platform/threads/hand-over.ts'
import type { BankFormatName } from '../../contract.ts'
import { type LineOrder, writeLines } from './write-lines.ts'

/** What the thread is told at its start. */
export interface LineWork {
  readonly ring: SharedRing
  readonly format: BankFormatName
}

/** A thread that opens accounts and writes lines of a bank file: it has the keys of those columns, and no database. */
const port = parentPort
if (!port) throw new Error('line-thread.ts runs only as a worker thread')
const { ring, format } = workerData as LineWork
const secrets = openSharedRing(ring)
port.on('message', (order: LineOrder) => {
  const { sent, transfer } = handOver([writeLines(secrets, format, order)])
  port.postMessage(sent[0], transfer)
})
