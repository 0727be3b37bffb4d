import { regionOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findOwnFile } from '../../../../platform/files/index.ts'
import { ENOUGH_TEXT } from '../../../../platform/workbook/index.ts'
import * as contract from '../../contract.ts'
import { regionIssues } from '../file/check-regions.ts'
import { importJob } from './import-job.ts'
import { findImport, insertImport, lockImport, setImport } from './import-rows.ts'
import { previewImport } from './preview.ts'

export const startImport = action(contract.startImport, {
  grant: 'person.import',
  where: (input) => input.unitCode,
  refusals: { 'no-such-file': 404, unreadable: 422 },
  async run(context, { fileId, unitCode, sheet: wanted }) {
    const { tx, actor, now, actionId: importId } = context
    const file = await findOwnFile(tx, { id: fileId, ownerId: actor.accountId, now })
    if (file?.kind !== 'import') return refuse({ code: 'no-such-file' })
    const misplaced = await regionIssues(context, [{ field: 'unitCode', code: regionOf(unitCode) }])
    if (misplaced.length > 0) return refuse({ code: 'unreadable', why: 'unknown-unit', sentence: '没有这个导入单位，请重新选择。' })
    const first = file.contentType.startsWith('text/') ? ENOUGH_TEXT : undefined
    const looked = await context.files.withPlainCopy(file.address, (path) => previewImport(context, { path, unitCode, wanted }), first)
    if (!looked.ok) return looked
    const { sheet, otherSheets, headerRowNumber, columns, unmatched, preview } = looked.value
    await insertImport(tx, {
      id: importId,
      unit_code: unitCode,
      file_id: file.id,
      file_name: file.name,
      sheet,
      other_sheets: [...otherSheets],
      started_by: actor.accountId,
      started_at: now,
      header_row: headerRowNumber,
      columns: [...columns],
      unmatched: [...unmatched],
    })
    context.note({ import: importId, file: file.id })
    return ok({ importId, fileName: file.name, preview })
  },
})

/** Only whoever brought the workbook runs or stops it; to everybody else it is not there. */
const whereOwnImport = async ({ importId }: { importId: string }, { tx, actor }: ViewContext) => {
  const row = await findImport(tx, importId)
  return row?.started_by === actor.accountId ? row.unit_code : undefined
}

export const runImport = action(contract.runImport, {
  grant: 'person.import',
  where: whereOwnImport,
  refusals: { 'not-to-run': 409 },
  async run(context, { importId }) {
    const row = await lockImport(context.tx, { id: importId, unitCode: context.unitCode })
    if (row.status !== 'checked' && row.status !== 'failed') return refuse({ code: 'not-to-run', status: row.status })
    await setImport(context.tx, row, { status: 'queued' })
    await context.job(importJob.name, { importId })
    context.note({ import: importId })
    return ok({ importId, status: 'queued' as const })
  },
})

export const cancelImport = action(contract.cancelImport, {
  grant: 'person.import',
  where: whereOwnImport,
  refusals: { 'already-over': 409 },
  async run(context, { importId }) {
    const row = await lockImport(context.tx, { id: importId, unitCode: context.unitCode })
    if (!['checked', 'queued', 'running'].includes(row.status)) return refuse({ code: 'already-over', status: row.status })
    await setImport(context.tx, row, { status: 'cancelled', finishedAt: context.now })
    context.note({ import: importId, rows: row.rows_read })
    return ok({ importId, status: 'cancelled' as const })
  },
})
