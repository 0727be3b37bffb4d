import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Job, JobContext } from '../../../../platform/jobs/jobs.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import type { ReturnRefusal } from '../../contract.ts'
import { openReturnReader, type ReturnLine } from '../../domain/bank/read-return.ts'
import { lockBatch } from '../bank/bank-rows.ts'
import { unitOf } from '../hands.ts'
import { findWaitingReturn, finishReturn, type Settled, sayReturn, type Waiting } from './return-rows.ts'
import { rowsOfFile } from './rows-of-file.ts'
import { bookReturn, settlePage, type Taking } from './settle-return.ts'

/** Lines that are settled in one statement. */
const PAGE = 10_000

/**
 * Reads a return file twice: first alone, to its foot, so that what is torn never reaches the books; then against its batch, all
 * of it in one transaction. Killed anywhere it has done nothing, or everything, and is run again.
 */
export const returnJob: Job = {
  name: 'ledger.bankReturn',
  async run(job) {
    const returnId = String(job.payload['returnId'])
    const waiting = await job.step('read', (tx) => findWaitingReturn(tx, returnId))
    if (!waiting) return
    const taken = await takeFile(job, waiting).catch((fault: unknown) => {
      if (!job.isLastTry || job.signal.aborted) throw fault
      return refuse({ code: 'return-failed' as const })
    })
    if (!taken.ok) await job.step('write', (tx) => finishReturn(tx, waiting, job.clock.now(), taken.refusal))
  },
}

async function takeFile(job: JobContext, waiting: Waiting): Promise<Result<void, ReturnRefusal>> {
  const hash = createHash('sha256')
  const read = await readAlone(job, waiting, (piece) => hash.update(piece))
  if (!read.ok) return read
  if (read.value.batchId !== waiting.batchId) return refuse({ code: 'return-of-other-batch' })
  await job.step('write', (tx) => sayReturn(tx, waiting, { done: 0, count: read.value.count }))
  return await job.step('write', async (tx) => {
    const settled = await settleFile(job, { waiting, tx, contentHash: hash.digest(), count: read.value.count })
    if (!settled.ok) tx.undo()
    return settled
  })
}

async function readAlone(job: JobContext, { address }: Waiting, heard: (piece: Buffer) => void) {
  const reader = openReturnReader()
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of job.files.read(address)) {
      job.signal.throwIfAborted()
      heard(piece)
      yield piece
    }
  }
  for await (const rows of rowsOfFile(pieces())) for (const row of rows) reader.take(row)
  return reader.end()
}

/** The lines of a file that was found sound, a page at a time. */
async function* pagesOf(job: JobContext, { address }: Waiting): AsyncGenerator<readonly ReturnLine[]> {
  const reader = openReturnReader()
  let page: ReturnLine[] = []
  for await (const rows of rowsOfFile(job.files.read(address))) {
    for (const row of rows) {
      const line = reader.take(row)
      if (line) page.push(line)
    }
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

interface Settling {
  readonly tx: Tx
  readonly waiting: Waiting
  readonly contentHash: Buffer
  readonly count: number
}

async function settleFile(job: JobContext, { tx, waiting, contentHash, count }: Settling): Promise<Result<void, ReturnRefusal>> {
  // Another file of the batch may be before us, with as many lines.
  await tx.query(
    `set local lock_timeout = '10min'; set local statement_timeout = '10min'; set local idle_in_transaction_session_timeout = '10min'`,
  )
  const batch = await lockBatch(tx, unitOf(waiting.bureau), waiting.batchId)
  const [now, today, by] = [job.clock.now(), job.clock.today(), job.scope.accountId]
  const taking: Taking = { tx, id: waiting.id, batch, by, now, today }
  let [settled, done]: [Settled, number] = [{ paid: { count: 0, fen: 0n }, returned: { count: 0, fen: 0n }, repeated: 0 }, 0]
  for await (const page of pagesOf(job, waiting)) {
    job.signal.throwIfAborted()
    const next = await settlePage(taking, page, settled)
    if (!next.ok) return next
    settled = next.value
    done += page.length
    // In a transaction of its own: it is seen while ours goes on.
    if (done < count) await job.step('write', (other) => sayReturn(other, waiting, { done, count }))
  }
  const booked = await bookReturn(taking, settled, contentHash)
  if (!booked.ok) return booked
  await finishReturn(tx, waiting, now, null)
  const { paid, returned, repeated } = settled
  const leaf = { id: uuidv7(), name: 'ledger.bankReturn', unitCode: batch.unitCode, accountId: by, at: now, subject: batch.id }
  const detail = { return: waiting.id, paid: paid.count, returned: returned.count, repeated, hash: contentHash.toString('hex') }
  await appendLeaf(tx, { ...leaf, detail })
  return ok(undefined)
}
