import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { copyOut } from '../../../../platform/database/copy-out.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { recordFile, type TakenBytes } from '../../../../platform/files/index.ts'
import type { Job, JobContext } from '../../../../platform/jobs/jobs.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import { BANK_FORMATS } from '../../domain/bank/bank-format.ts'
import { type BatchHead, findBatchHead, findMaking, lockBatch, type Making } from './bank-rows.ts'
import { selectLines } from './line-rows.ts'
import { openLineWriter } from './line-writer.ts'
import { type RowPage, rowPages } from './row-pages.ts'

const CANCELLED = 'the making was cancelled'

/** Makes the file of a batch, page by page, and says how far it is. Run again after a kill it makes the same bytes. */
export const bankFileJob: Job = {
  name: 'ledger.bankFile',
  async run(job) {
    const found = await job.step('read', async (tx) => {
      const batch = await findBatchHead(tx, String(job.payload['batchId']))
      return { batch, making: batch && (await findMaking(tx, batch)) }
    })
    const { batch, making } = found
    if (!batch || making?.state !== 'queued' || making.id !== job.payload['fileJobId']) return
    // It is sealed as it comes: no account is ever on the disk in plain text.
    const bytes = await job.files.take(pieces(job, { batch, making }), { bytes: Number.MAX_SAFE_INTEGER }).catch((fault: Error) => {
      if (fault.message !== CANCELLED) throw fault
      return undefined
    })
    if (!bytes) return
    if (!bytes.ok) throw new Error(`a written bank file cannot be stored: ${bytes.refusal.code}`)
    await job.step('write', (tx) => finish(tx, job, { batch, making, bytes: bytes.value }))
  },
}

interface About {
  readonly batch: BatchHead
  readonly making: Making
}

/** The bytes of the file, a page at a time: the next page is read while those before it are opened and written. */
async function* pieces(job: JobContext, { batch, making }: About): AsyncGenerator<Buffer> {
  const format = BANK_FORMATS[making.format]
  const { lineCount, totalFen, title } = batch
  const head = { batchId: batch.id, title, lineCount, totalFen, on: batch.openedOn as PlainDate }
  yield Buffer.from(format.head(head), 'utf8')
  const writer = openLineWriter(job.secrets, making.format, lineCount)
  try {
    const writing: Promise<Buffer>[] = []
    let first = 1
    for await (const page of pagesOf(job, { batch, making })) {
      writing.push(unheard(writer.write({ ...page, first })))
      first += page.count
      for (const written of writing.splice(0, writing.length - AHEAD)) yield await written
    }
    for (const written of writing) yield await written
    if (first !== lineCount + 1) throw new Error(`batch ${batch.id} has ${first - 1} lines and not ${lineCount}`)
  } finally {
    await writer.end()
  }
  yield Buffer.from(format.foot(head), 'utf8')
}

/** As many pages are under way as keep the threads at work while one is being sealed. */
const AHEAD = 3

/** The lines, all as of one moment; after each page is said how far it is. */
async function* pagesOf(job: JobContext, about: About): AsyncGenerator<RowPage> {
  let [done, going] = [0, Promise.resolve(true)]
  for await (const page of rowPages(copyOut(job.pool, job.scope, selectLines(about.batch)))) {
    job.signal.throwIfAborted()
    if (!(await going)) throw new Error(CANCELLED)
    done += page.count
    const soFar = done
    going = unheard(job.step('write', (tx) => sayHowFar(tx, about, soFar)))
    yield page
  }
  if (!(await going)) throw new Error(CANCELLED)
}

/** It is waited for later; failing before that it takes nothing down with it. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** False where it has been cancelled meanwhile. */
async function sayHowFar(tx: Tx, { batch, making }: About, done: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update ledger.bank_files set done_count = $3 where bureau_code = $1 and id = $2 and state = 'queued'`,
    [batch.bureau, making.id, done],
  )
  return rowCount === 1
}

type Finished = About & { readonly bytes: TakenBytes }

/** The file is recorded, and the batch is filed by it where it is the first. */
async function finish(tx: Tx, job: JobContext, { batch: { id, unitCode }, making, bytes }: Finished): Promise<void> {
  const hash = bytes.sha256
  const now = job.clock.now()
  const batch = await lockBatch(tx, unitCode, id)
  if (batch.fileHash !== null && !batch.fileHash.equals(hash))
    throw new Error(`the file of batch ${id} would not have the same bytes again`)
  const { rowCount } = await tx.query(`select from ledger.bank_files where bureau_code = $1 and id = $2 and state = 'queued' for update`, [
    batch.bureau,
    making.id,
  ])
  if (rowCount !== 1) return
  const name = `${batch.title}.${BANK_FORMATS[making.format].extension}`
  const contentType = making.format === 'csv' ? 'text/csv' : 'application/xml'
  const file = { unitCode: batch.unitCode, kind: 'bank', ownerId: making.askedBy, name, bytes: { ...bytes, contentType }, now } as const
  const fileId = await recordFile(tx, { id: uuidv7(), ...file })
  await tx.query(
    `update ledger.bank_files set state = 'made', done_count = $3, file_id = $4, file_hash = $5 where bureau_code = $1 and id = $2`,
    [batch.bureau, making.id, batch.lineCount, fileId, hash],
  )
  if (batch.state === 'opened') await markFiled(tx, { batch, making, hash }, now)
  const leaf = { id: uuidv7(), name: 'ledger.bankFile', unitCode: batch.unitCode, accountId: job.scope.accountId, at: now, subject: id }
  await appendLeaf(tx, { ...leaf, detail: { format: making.format, hash: hash.toString('hex'), lines: batch.lineCount } })
}

/** The lines are filed by it too: none of them is touched for that (`LINE_STATE`), for a million of them would be written anew. */
async function markFiled(tx: Tx, { batch, making, hash }: About & { hash: Buffer }, now: string): Promise<void> {
  await tx.query(
    `update ledger.batches set state = 'filed', format = $3, file_hash = $4, filed_by = $5, filed_at = $6 where bureau_code = $1 and id = $2`,
    [batch.bureau, batch.id, making.format, hash, making.askedBy, now],
  )
}
