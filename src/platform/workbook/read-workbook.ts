import { on } from 'node:events'
import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { BUDGETS, type Budgets } from './budgets.ts'
import { detectContent, readHead } from './detect-content.ts'
import { readCsvHead } from './read-csv.ts'
import type { WorkerMessage } from './read-worker.ts'
import type { WantedSheets } from './read-xlsx.ts'
import type { WorkbookRefusal } from './refusals.ts'
import { type RowBatch, rowsOf, type SheetRow, type WorkbookSource } from './row-batch.ts'
import { refusalIn } from './stop-reading.ts'

export type ReadWorkbook = {
  readonly path: string
  readonly budgets?: Partial<Budgets>
  readonly signal?: AbortSignal
} & WantedSheets

/** From source a thread needs the loader this process was started with; a build has plain JavaScript. */
function startWorker(path: string, budgets: Budgets, wanted: WantedSheets): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const file = new URL(isSource ? './read-worker.ts' : './read-worker.js', import.meta.url)
  const options = {
    workerData: { path, budgets, wanted },
    resourceLimits: { maxOldGenerationSizeMb: budgets.heapMegabytes, maxYoungGenerationSizeMb: 8, stackSizeMb: 2 },
  }
  if (!isSource) return new Worker(file, options)
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  return new Worker(`import(${loader}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`, {
    ...options,
    eval: true,
  })
}

interface BusyWatch {
  /** Whether the thread has been busy (waiting does not count) for longer than the file deserves. */
  isOver(): boolean
  stop(): void
}

/** Looks ten times a second, so that a thread from which nothing comes is stopped too, and calls `tooLong`. */
function watchBusyTime(worker: Worker, busyMs: number, tooLong: () => void): BusyWatch {
  const before = worker.performance.eventLoopUtilization().active
  const isOver = (): boolean => worker.performance.eventLoopUtilization().active - before > busyMs
  const timer = setInterval(() => isOver() && tooLong(), 100).unref()
  return { isOver, stop: () => clearInterval(timer) }
}

function refusalOfError(error: unknown): WorkbookRefusal {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'too-much-memory' }
  throw error
}

/**
 * Reads an uploaded workbook or text table, whatever its name: batches of rows of the first sheet with content, or of
 * the wanted one, in order.
 * A refusal is the last thing that comes, and may come after rows (a checksum is known only at the end), so whoever needs
 * all or nothing waits for the end. The work is done in a thread of its own,
 * with a limited heap and limited time. Throws `signal.reason` when aborted; leaving the loop early stops the thread.
 */
export async function* readWorkbook({ path, budgets, signal, ...wanted }: ReadWorkbook): AsyncGenerator<Result<RowBatch, WorkbookRefusal>> {
  signal?.throwIfAborted()
  const limits = { ...BUDGETS, ...budgets }
  const busyMs = limits.busyMs + (limits.busyMsPerMegabyte * statSync(path).size) / 1_048_576
  const worker = startWorker(path, limits, wanted)
  const late = new AbortController()
  const stop = signal ? AbortSignal.any([signal, late.signal]) : late.signal
  let busy: BusyWatch | undefined
  try {
    for await (const [message] of on(worker, 'message', { signal: stop, close: ['exit'] }) as AsyncIterable<[WorkerMessage]>) {
      if (message.kind === 'ready') busy = watchBusyTime(worker, busyMs, () => late.abort())
      if (message.kind === 'refusal') return yield refuse(message.refusal)
      if (message.kind === 'end') return
      if (message.kind !== 'batch') continue
      // Not left to the clock alone, whose turn may come late where the server has much to do.
      if (busy?.isOver()) return yield refuse({ code: 'took-too-long' })
      yield ok(message.batch)
      worker.postMessage('more')
    }
    throw new Error('the reading thread ended without a word')
  } catch (error) {
    signal?.throwIfAborted()
    yield refuse(late.signal.aborted ? { code: 'took-too-long' } : refusalOfError(error))
  } finally {
    busy?.stop()
    await worker.terminate()
  }
}

/** As much of a text as is read here and now, without a thread of its own: a few milliseconds' work whatever is in it. */
const TEXT_HEAD = 1_048_576

/** As much of a file of words as `readHeads` needs: it is seen that more follows. */
export const ENOUGH_TEXT = TEXT_HEAD + 1

/** The first rows of a text table; undefined where it is something else, or is refused: then the thread has the word. */
function textHead({ path, budgets, signal }: ReadWorkbook): RowBatch | undefined {
  signal?.throwIfAborted()
  const limits = { ...BUDGETS, ...budgets }
  const bytes = statSync(path).size
  const head = readHead(path, TEXT_HEAD)
  if (bytes > limits.fileBytes || detectContent(head) !== 'text') return undefined
  try {
    return readCsvHead(head, bytes <= head.length, limits)
  } catch (error) {
    if (refusalIn(error)) return undefined
    throw error
  }
}

export type WorkbookHead = { readonly source: WorkbookSource; readonly rows: readonly SheetRow[] }

/** The rows with content of a whole table, or its first `most`: for what is taken in at once. A refusal leaves nothing of it. */
export async function readRows(request: ReadWorkbook, most: number): Promise<Result<SheetRow[], WorkbookRefusal>> {
  const rows: SheetRow[] = []
  for await (const batch of readWorkbook(request)) {
    if (!batch.ok) return batch
    rows.push(...rowsOf(batch.value).slice(0, most - rows.length))
    if (rows.length === most) break
  }
  return ok(rows)
}

/**
 * The first `count` rows of every sheet with content: enough to find the header and to show a preview, whatever the size of
 * the file, and nobody's second sheet is passed over unsaid. Hidden ones come only where no other has any.
 */
export async function readHeads(request: ReadWorkbook, count = 10): Promise<Result<readonly WorkbookHead[], WorkbookRefusal>> {
  const text = textHead(request)
  if (text) return ok([headOf(text, count)])
  const heads: { at: number; head: WorkbookHead }[] = []
  for await (const batch of readWorkbook({ ...request, heads: true })) {
    if (!batch.ok) return batch
    const { at, isLast } = batch.value.head ?? { at: 0, isLast: true }
    heads.push({ at, head: headOf(batch.value, count) })
    if (isLast) break
  }
  return ok(heads.toSorted((a, b) => a.at - b.at).map(({ head }) => head))
}

const headOf = (batch: RowBatch, count: number): WorkbookHead => ({ source: batch.source, rows: rowsOf(batch).slice(0, count) })
