import { availableParallelism } from 'node:os'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { askThread } from '../../../../platform/threads/ask-thread.ts'
import { openThread } from '../../../../platform/threads/open-thread.ts'
import type { BankFormatName } from '../../contract.ts'
import { SEALED_AS } from '../batches/batch-states.ts'
import type { LineWork } from './line-thread.ts'
import { type LineOrder, writeLines } from './write-lines.ts'

/** Writes packed lines as a bank reads them; several orders may be under way. */
export interface LineWriter {
  write(order: LineOrder): Promise<Buffer>
  end(): Promise<void>
}

/** Below so many lines a thread would take longer to start than to write them. */
const WORTH_THREADS = 50_000
/** Opening an account takes more than half of what a line costs; reading the next ones and sealing the file is the rest. */
const THREADS = Math.min(2, Math.max(1, availableParallelism() - 1))

/** Opens what writes the lines of a batch of so many: here, or in threads by turns. */
export function openLineWriter(secrets: Secrets, format: BankFormatName, lineCount: number): LineWriter {
  if (lineCount < WORTH_THREADS) return { write: async (order) => writeLines(secrets, format, order), end: async () => undefined }
  const work: LineWork = { ring: secrets.shareToOpen(SEALED_AS), format }
  const threads = Array.from({ length: THREADS }, () =>
    askThread<LineOrder, Uint8Array>(openThread('./line-thread', import.meta.url, work)),
  )
  let turn = 0
  return {
    async write(order) {
      const thread = threads[turn++ % THREADS]
      if (!thread) throw new Error('there is no thread')
      const { buffer, byteOffset, byteLength } = await thread.ask(order)
      return Buffer.from(buffer, byteOffset, byteLength)
    },
    async end() {
      await Promise.all(threads.map(({ end }) => end()))
    },
  }
}
