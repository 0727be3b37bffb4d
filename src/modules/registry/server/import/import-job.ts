import { findOwnFile } from '../../../../platform/files/index.ts'
import type { Job, JobContext } from '../../../../platform/jobs/jobs.ts'
import { measureShape, readWorkbook, type Shape, withoutFootings, workbookRefusalSentence } from '../../../../platform/workbook/index.ts'
import { openGazetteer } from './gazetteer.ts'
import { findImport, type ImportRow, lockImport, setImport, sheetOf } from './import-rows.ts'
import type { Landing } from './land-batch.ts'
import { openLane } from './landing-lane.ts'
import { askDivisions } from './places.ts'
import { storeResult } from './store-result.ts'
import { UNHURRIED } from './unhurried.ts'

const GONE = '上传的文件已过期删除，请重新上传'
const BROKEN = '处理时出了故障，已导入的行都在；请点“继续导入”，仍不行请告诉系统管理员'

export const importJob: Job = {
  name: 'registry.import',
  async run(job) {
    const importId = String(job.payload['importId'])
    const row = await begin(job, importId)
    if (!row) return
    try {
      await takeIn(job, row)
    } catch (fault) {
      job.signal.throwIfAborted()
      if (job.isLastTry) await end(job, row, BROKEN)
      throw fault
    }
  },
}

/** The import, now running; undefined where it is over, or was cancelled before its turn. */
async function begin(job: JobContext, importId: string): Promise<ImportRow | undefined> {
  return await job.step('write', async (tx) => {
    const seen = await findImport(tx, importId)
    if (!seen) return undefined
    const row = await lockImport(tx, { id: seen.id, unitCode: seen.unit_code })
    if (row.status !== 'queued' && row.status !== 'running') return undefined
    await setImport(tx, row, { status: 'running' })
    return row
  })
}

async function end(job: JobContext, row: ImportRow, refusal: string | null, resultFileId?: string): Promise<void> {
  await job.step('write', async (tx) => {
    const { status } = await lockImport(tx, { id: row.id, unitCode: row.unit_code })
    const over = status === 'running' ? (refusal === null ? 'done' : 'failed') : status
    await setImport(tx, row, { status: over, finishedAt: job.clock.now(), refusal, resultFileId: resultFileId ?? null })
  })
}

async function takeIn(job: JobContext, row: ImportRow): Promise<void> {
  const asked = { id: row.file_id, ownerId: row.started_by, now: job.clock.now() }
  const file = await job.step('read', (tx) => findOwnFile(tx, asked))
  if (!file) return await end(job, row, GONE)
  const divisions = await job.step('read', (tx) => askDivisions(tx, row.unit_code, job.clock.today()))
  const gazetteer = openGazetteer(job, divisions)
  const columns = new Map(row.columns.map(({ field, column }) => [field, column]))
  await job.files.withPlainCopy(file.address, async (path) => {
    const { refusal = null, shape } = await landAll({ job, row, gazetteer, columns }, path)
    const resultFileId = await storeResult(job, row, { path, shape })
    await end(job, row, refusal, resultFileId)
  })
}

/** How the reading went: a sentence where the file cannot be read on, and its shape where all of it was read. */
interface Reading {
  readonly refusal?: string
  readonly shape?: Shape
}

/**
 * Reads on from the last settled row to the end, or to where the import is cancelled. What is read together lands
 * together: some two thousand rows, few enough that clerks beside hardly wait, many enough that statements cost little.
 */
async function landAll(landing: Landing, path: string): Promise<Reading> {
  const { job, row } = landing
  const [lane, meter] = [openLane(landing, Math.max(row.header_row, row.last_row)), measureShape(row.header_row)]
  try {
    for await (const read of readWorkbook({ path, signal: job.signal, budgets: UNHURRIED, ...sheetOf(row) })) {
      if (!read.ok) return { refusal: workbookRefusalSentence(read.refusal) }
      meter.see(read.value)
      job.signal.throwIfAborted()
      if (!(await lane.land(withoutFootings(read.value)))) return {}
    }
    return { shape: meter.shape() }
  } finally {
    await lane.end()
  }
}
