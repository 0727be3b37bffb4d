import { availableParallelism } from 'node:os'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { type AskedThread, askThread } from '../../../../platform/threads/ask-thread.ts'
import { openThread } from '../../../../platform/threads/open-thread.ts'
import type { BankFormatName } from '../../contract.ts'
import { SEALED_AS } from '../batches/batch-states.ts'
import type { LineWork } from './line-thread.ts'
import { type LineOrder, writeLines } from './write-lines.ts'

/** Writes pages of lines as a bank reads them; several orders may be under way. */
export interface LineWriter {
  write(order: LineOrder): Promise<Buffer>
  /** When whatever is asked from now on is written in threads; at once where there are none. */
  readonly started: Promise<unknown>
  end(): Promise<void>
}

/** Below so many lines a thread would take longer to start than to write them. */
const WORTH_THREADS = 50_000
/** Opening an account takes more than half of what a line costs; reading the next ones and sealing the file is the rest. */
const THREADS = Math.min(2, Math.max(1, availableParallelism() - 1))

const NO_LINES: LineOrder = { rows: new Uint8Array(0), count: 0, first: 1 }

/** Opens what writes the lines of a batch of so many: here, or in threads by turns. Until they have started it is done here. */
export function openLineWriter(secrets: Secrets, format: BankFormatName, lineCount: number): LineWriter {
  const here = async (order: LineOrder): Promise<Buffer> => writeLines(secrets, format, order)
  if (lineCount < WORTH_THREADS) return { write: here, started: Promise.resolve(), end: async () => undefined }
  const work: LineWork = { ring: secrets.shareToOpen(SEALED_AS), format }
  const threads = Array.from({ length: THREADS }, () =>
    askThread<LineOrder, Uint8Array>(openThread('./line-thread', import.meta.url, work)),
  )
  const ready: AskedThread<LineOrder, Uint8Array>[] = []
  const state: { fault?: unknown } = {}
  const start = async (thread: AskedThread<LineOrder, Uint8Array>): Promise<void> => {
    await thread.ask(NO_LINES)
    ready.push(thread)
  }
  const started = Promise.all(threads.map(start))
  started.catch((fault: unknown) => {
    state.fault = fault
  })
  let turn = 0
  return {
    started,
    async write(order) {
      if (state.fault !== undefined) throw state.fault
      const thread = ready[turn++ % ready.length]
      if (!thread) return await here(order)
      const { buffer, byteOffset, byteLength } = await thread.ask(order)
      return Buffer.from(buffer, byteOffset, byteLength)
    },
    async end() {
      await Promise.all(threads.map(({ end }) => end()))
    },
  }
}
