import type { CodeRange, UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Import, ImportStatus, MatchedColumn } from '../../contract.ts'
import type { RowOutcome, RowResult } from './land-rows.ts'

/** A row of registry.imports as the server needs it. */
export interface ImportRow {
  id: string
  unit_code: UnitCode
  file_id: string
  file_name: string
  /** Null for a text table. */
  sheet: string | null
  /** The other sheets of the workbook that have rows. */
  other_sheets: string[]
  status: ImportStatus
  started_by: string
  started_at: string
  finished_at: string | null
  header_row: number
  columns: MatchedColumn[]
  unmatched: string[]
  batches: number
  last_row: number
  rows_read: number
  rows_new: number
  rows_filled: number
  rows_unchanged: number
  rows_wrong: number
  rows_mended: number
  refusal: string | null
  result_file_id: string | null
}

const COLUMNS = `i.id, i.unit_code, i.file_id, i.file_name, i.sheet, i.other_sheets, i.status, i.started_by, i.started_at, i.finished_at, i.header_row, i.columns,
  i.unmatched, i.batches, i.last_row, i.rows_read, i.rows_new, i.rows_filled, i.rows_unchanged, i.rows_wrong, i.rows_mended, i.refusal,
  i.result_file_id`

/** What to read of the workbook. */
export const sheetOf = ({ sheet }: Pick<ImportRow, 'sheet'>): { sheet?: string } => (sheet === null ? {} : { sheet })

export async function insertImport(
  tx: Tx,
  row: Pick<
    ImportRow,
    | 'id'
    | 'unit_code'
    | 'file_id'
    | 'file_name'
    | 'sheet'
    | 'other_sheets'
    | 'started_by'
    | 'started_at'
    | 'header_row'
    | 'columns'
    | 'unmatched'
  >,
): Promise<void> {
  await tx.query(
    `insert into registry.imports (bureau_code, id, unit_code, file_id, file_name, status, started_by, started_at, header_row, columns, unmatched, sheet, other_sheets)
     values (left($1, 6), $2, $1, $3, $4, 'checked', $5, $6, $7, $8::jsonb, $9, $10, $11)`,
    [
      row.unit_code,
      row.id,
      row.file_id,
      row.file_name,
      row.started_by,
      row.started_at,
      row.header_row,
      JSON.stringify(row.columns),
      row.unmatched,
      row.sheet,
      row.other_sheets,
    ],
  )
}

export async function findImport(tx: Tx, importId: string): Promise<ImportRow | undefined> {
  const { rows } = await tx.query<ImportRow>(`select ${COLUMNS} from registry.imports i where i.id = $1`, [importId])
  return rows[0]
}

/** Imports of a range, the newest first, after a position (instant, id). */
export async function listImportRows(
  tx: Tx,
  wanted: { range: CodeRange; after: readonly string[] | undefined; limit: number },
): Promise<ImportRow[]> {
  const [at, id] = wanted.after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const { rows } = await tx.query<ImportRow>(
    `select ${COLUMNS} from registry.imports i
      where i.unit_code >= $1 and i.unit_code < $2 and (i.started_at, i.id) < ($3::timestamptz, $4::uuid)
      order by i.started_at desc, i.id desc limit $5`,
    [wanted.range.lo, wanted.range.hi, at, id, wanted.limit],
  )
  return rows
}

/** The same, alone with it until the transaction ends. */
export async function lockImport(tx: Tx, about: { id: string; unitCode: UnitCode }): Promise<ImportRow> {
  const { rows } = await tx.query<ImportRow>(
    `select ${COLUMNS} from registry.imports i where i.bureau_code = left($1, 6) and i.id = $2 for update`,
    [about.unitCode, about.id],
  )
  const row = rows[0]
  if (!row) throw new Error('an import that was just there is gone')
  return row
}

export async function setImport(
  tx: Tx,
  row: Pick<ImportRow, 'id' | 'unit_code'>,
  set: { status: ImportStatus; finishedAt?: string | null; refusal?: string | null; resultFileId?: string | null },
): Promise<void> {
  await tx.query(
    `update registry.imports set status = $3, finished_at = $4, refusal = $5, result_file_id = coalesce($6, result_file_id)
      where bureau_code = left($1, 6) and id = $2`,
    [row.unit_code, row.id, set.status, set.finishedAt ?? null, set.refusal ?? null, set.resultFileId ?? null],
  )
}

export interface SettledBatch {
  readonly batch: number
  readonly firstRow: number
  readonly lastRow: number
  readonly outcomes: readonly RowOutcome[]
  readonly sealed: Buffer
}

/** Keeps the outcomes of a batch and moves the import on past it. */
export async function recordBatch(tx: Tx, row: Pick<ImportRow, 'id' | 'unit_code'>, settled: SettledBatch): Promise<void> {
  const count = (result: RowResult): number => settled.outcomes.filter((one) => one.result === result).length
  const mended = settled.outcomes.filter(({ result, reason }) => result !== 'wrong' && reason !== '').length
  await tx.query(
    `with batch as (
       insert into registry.import_batches (bureau_code, import_id, batch, unit_code, first_row, last_row, outcomes)
       values (left($1, 6), $2, $3, $1, $4, $5, $6)
     )
     update registry.imports set batches = $3, last_row = $5, rows_read = rows_read + $7, rows_new = rows_new + $8,
            rows_filled = rows_filled + $9, rows_unchanged = rows_unchanged + $10, rows_wrong = rows_wrong + $11, rows_mended = rows_mended + $12
      where bureau_code = left($1, 6) and id = $2`,
    [
      row.unit_code,
      row.id,
      settled.batch,
      settled.firstRow,
      settled.lastRow,
      settled.sealed,
      settled.outcomes.length,
      count('new'),
      count('filled'),
      count('unchanged'),
      count('wrong'),
      mended,
    ],
  )
}

/** What everybody who may see the import is shown of it. */
export function shownImport(row: ImportRow, reader: { accountId: string; mayImport: boolean }): Import {
  const isOwn = row.started_by === reader.accountId
  const may = isOwn && reader.mayImport
  return {
    id: row.id,
    unitCode: row.unit_code,
    fileName: row.file_name,
    fileId: isOwn ? (row.file_id as Import['fileId']) : null,
    sheet: row.sheet,
    otherSheets: row.other_sheets,
    status: row.status,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    rowsRead: row.rows_read,
    rowsNew: row.rows_new,
    rowsFilled: row.rows_filled,
    rowsUnchanged: row.rows_unchanged,
    rowsWrong: row.rows_wrong,
    rowsMended: row.rows_mended,
    columns: row.columns,
    unmatched: row.unmatched,
    refusal: row.refusal,
    resultFileId: isOwn ? (row.result_file_id as Import['resultFileId']) : null,
    can: {
      run: may && (row.status === 'checked' || row.status === 'failed'),
      cancel: may && ['checked', 'queued', 'running'].includes(row.status),
    },
  }
}
