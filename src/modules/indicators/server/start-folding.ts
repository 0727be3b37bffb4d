import type { Worker } from 'node:worker_threads'
import type { ClientConfig } from 'pg'
import { openThread } from '../../../platform/threads/open-thread.ts'

const AFTER_FAULT_MS = 5_000

/** A fold of every fact takes minutes; nobody who pressed Ctrl-C waits for it. */
const PATIENCE_MS = 1_500

/**
 * Folds in the background until stopped, in a thread of its own with its own connection, so that no answer waits for a
 * fold. Several processes may: one folds at a time. Stopping waits a moment for a fold under way and then cuts it off: its
 * transaction is rolled back and the next start folds again. A thread that dies is followed by another.
 */
export function startFolding(connection: ClientConfig, log: (line: string) => void): { stop(): Promise<void> } {
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  const start = (): Worker => {
    const thread = openThread('./fold-thread', import.meta.url, { connection })
    thread.on('message', log)
    thread.on('error', (fault) => log(`indicators: the folding thread failed: ${fault.message}`))
    thread.once('exit', () => {
      if (!isStopping) timer = setTimeout(() => (worker = start()), AFTER_FAULT_MS).unref()
    })
    return thread
  }
  let worker = start()
  return {
    async stop() {
      isStopping = true
      clearTimeout(timer)
      if (worker.threadId === -1) return
      // Not node's `once`, which gives up where the thread fails on its way out: it is gone then, too.
      const gone = new Promise((resolve) => worker.once('exit', resolve))
      worker.postMessage('stop')
      const impatient = setTimeout(() => void worker.terminate(), PATIENCE_MS)
      await gone
      clearTimeout(impatient)
    },
  }
}
