import { createReadStream } from 'node:fs'
import { recordFile } from '../../../../platform/files/index.ts'
import type { JobContext } from '../../../../platform/jobs/jobs.ts'
import { returnWorkbook, type Shape } from '../../../../platform/workbook/index.ts'
import { type ImportRow, sheetOf } from './import-rows.ts'
import { listOutcomes } from './outcomes.ts'
import { UNHURRIED } from './unhurried.ts'

/** Of several sheets each comes back on its own, under its name. */
const resultName = ({ file_name, sheet, other_sheets }: ImportRow): string =>
  [file_name.replace(/\.(xlsx|csv|txt|xls)$/i, ''), ...(other_sheets.length > 0 ? [sheet] : []), '导入结果.xlsx'].join('-')

/** The workbook that was imported, and its shape where all its rows went by. */
export interface Read {
  readonly path: string
  readonly shape: Shape | undefined
}

/** The same workbook with 结果 and 原因 beside the rows, stored for whoever imported it; undefined where it cannot be read again. */
export async function storeResult(job: JobContext, row: ImportRow, { path, shape }: Read): Promise<string | undefined> {
  const outcomes = (first: number, last: number) => job.step('read', (tx) => listOutcomes(tx, job.secrets, { row, first, last }))
  return await job.files.withScratch(async (out) => {
    const how = { signal: job.signal, budgets: UNHURRIED, ...sheetOf(row), ...(shape && { shape }) }
    const returned = await returnWorkbook({ path, headerRowNumber: row.header_row, outcomes, out, ...how })
    if (!returned.ok) return undefined
    const bytes = await job.files.take(createReadStream(out), { bytes: Number.MAX_SAFE_INTEGER })
    if (!bytes.ok) return undefined
    const file = { unitCode: row.unit_code, kind: 'returned' as const, ownerId: row.started_by, name: resultName(row) }
    return await job.step('write', (tx) => recordFile(tx, { ...file, bytes: bytes.value, now: job.clock.now() }))
  })
}
