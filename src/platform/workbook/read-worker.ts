import { parentPort, workerData } from 'node:worker_threads'
import type { Budgets } from './budgets.ts'
import { readHere } from './read-here.ts'
import type { WantedSheets } from './read-xlsx.ts'
import type { WorkbookRefusal } from './refusals.ts'
import type { RowBatch } from './row-batch.ts'
import { refusalIn } from './stop-reading.ts'

/** What the reading thread says. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'batch'; readonly batch: RowBatch }
  | { readonly kind: 'refusal'; readonly refusal: WorkbookRefusal }
  | { readonly kind: 'end' }

/** Batches sent and not yet taken: the reader works ahead, and never fills the memory of a slow consumer. */
const AHEAD = 3

async function work(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('read-worker.ts runs only as a worker thread')
  let [credit, wake] = [AHEAD, () => {}]
  port.on('message', () => {
    credit++
    wake()
  })
  const send = (message: WorkerMessage): void => port.postMessage(message)
  try {
    send({ kind: 'ready' })
    const { path, budgets, wanted } = workerData as { path: string; budgets: Budgets; wanted: WantedSheets }
    for await (const batch of readHere(path, budgets, wanted)) {
      while (credit <= 0) await new Promise<void>((resolve) => (wake = resolve))
      credit--
      port.postMessage({ kind: 'batch', batch } satisfies WorkerMessage, [
        batch.bounds.buffer,
        batch.rowStarts.buffer,
        batch.rowNumbers.buffer,
      ])
    }
    send({ kind: 'end' })
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal) throw error
    send({ kind: 'refusal', refusal })
  } finally {
    port.close()
  }
}

await work()
