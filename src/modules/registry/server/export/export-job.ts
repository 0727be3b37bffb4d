import { createReadStream } from 'node:fs'
import { uuidv7 } from 'uuidv7'
import { minuteInChina } from '../../../../kernel/china-time.ts'
import { recordFile, XLSX } from '../../../../platform/files/index.ts'
import type { Job, JobContext } from '../../../../platform/jobs/jobs.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import { type CellValue, writeWorkbook } from '../../../../platform/workbook/index.ts'
import { PersonFilter, WITHOUT_APPROVAL } from '../../contract.ts'
import { LISTED_COLUMNS, type ListedColumns, maskedRow } from '../file/masking.ts'
import { filterOf } from '../find/list-persons.ts'
import { type ExportRow, findExport, lockExport } from './export-rows.ts'
import { ROSTER_COLUMNS, rosterLine } from './roster-columns.ts'

const PAGE = 1_000

export const exportJob: Job = {
  name: 'registry.export',
  async run(job) {
    const row = await job.step('read', (tx) => findExport(tx, String(job.payload['exportId'])))
    if (row?.status !== 'queued') return
    await job.files.withScratch(async (out) => {
      const people = await writeRoster(job, row, out)
      const hasGrown = !row.needs_approval && people > WITHOUT_APPROVAL
      const bytes = await job.files.take(createReadStream(out), { bytes: Number.MAX_SAFE_INTEGER })
      if (!bytes.ok) throw new Error(`a written roster cannot be stored: ${bytes.refusal.code}`)
      await finish(job, row, hasGrown ? undefined : { people, bytes: { ...bytes.value, contentType: XLSX } })
    })
  },
}

/** Who, when, what for: above the header and at the foot of every printed page. */
const watermark = (row: ExportRow, now: string): string[] => [
  `内部资料，注意保密。导出人：${row.asked_by_name}　时间：${minuteInChina(now)}`,
  `用途：${row.purpose}${row.decided_by_name ? `　批准人：${row.decided_by_name}` : ''}`,
]

async function writeRoster(job: JobContext, row: ExportRow, out: string): Promise<number> {
  let people = 0
  async function* lines(): AsyncGenerator<CellValue[]> {
    for await (const line of rosterLines(job, row)) {
      people++
      yield line
    }
  }
  const sheets = [{ name: '花名册', columns: ROSTER_COLUMNS, rows: lines() }]
  await writeWorkbook(out, { sheets, notes: watermark(row, job.clock.now()) })
  return people
}

/** Page by page in the order of stations, so that memory stays flat and no transaction lasts. */
async function* rosterLines(job: JobContext, row: ExportRow): AsyncGenerator<CellValue[]> {
  const filter = filterOf(PersonFilter.parse(row.filter), job.clock.today())
  const at = filter.values.length
  let after = ['', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    job.signal.throwIfAborted()
    const { rows } = await job.step('read', (tx) =>
      tx.query<ListedColumns>(
        `select ${LISTED_COLUMNS} from registry.people p where ${filter.text} and (p.unit_code, p.id) > ($${at + 1}, $${at + 2}::uuid)
          order by p.unit_code, p.id limit ${PAGE}`,
        [...filter.values, ...after],
      ),
    )
    const about = { full: row.full_columns, secrets: job.secrets }
    for (const one of rows) yield rosterLine(one, maskedRow(one, { secrets: job.secrets, today: job.clock.today() }), about)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = [last.unit_code, last.id]
  }
}

async function finish(
  job: JobContext,
  { id, unit_code: unitCode }: ExportRow,
  written: { people: number; bytes: { address: string; size: number; contentType: string } } | undefined,
): Promise<void> {
  const now = job.clock.now()
  await job.step('write', async (tx) => {
    const row = await lockExport(tx, { id, unitCode })
    if (row.status !== 'queued') return
    const name = `花名册-${minuteInChina(row.asked_at).slice(0, 10)}.xlsx`
    const file = written && { unitCode, kind: 'export' as const, ownerId: row.asked_by, name, bytes: written.bytes, now }
    const fileId = file ? await recordFile(tx, file) : null
    await tx.query(
      `update registry.exports set status = $3, finished_at = $4, file_id = $5, people = coalesce($6, people)
        where bureau_code = left($1, 6) and id = $2`,
      [unitCode, id, written ? 'done' : 'failed', now, fileId, written?.people ?? null],
    )
    const detail = { export: id, people: written?.people ?? 0, full: row.full_columns.join(' '), done: written !== undefined }
    await appendLeaf(tx, { id: uuidv7(), name: 'export.write', unitCode, accountId: job.scope.accountId, at: now, detail })
  })
}
