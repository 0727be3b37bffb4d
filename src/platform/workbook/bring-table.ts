import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { ActionContext } from '../actions/context.ts'
import { findOwnFile } from '../files/index.ts'
import { isFooting } from './footings.ts'
import { type ImportField, matchColumns, matchRefusalSentence } from './match-columns.ts'
import { type ReadWorkbook, readHeads, readRows } from './read-workbook.ts'
import { workbookRefusalSentence } from './refusals.ts'
import type { SheetRow } from './row-batch.ts'

/** A stored file, or lines as they were typed or pasted. */
export type TableSource = { readonly fileId: string } | { readonly sheet: string }

export interface AskedTable {
  readonly fields: readonly ImportField[]
  /** More rows than this under the header are refused. */
  readonly most: number
  readonly patienceMs: number
}

/** The rows under the header, and which column holds what. */
export interface Table {
  readonly rows: readonly SheetRow[]
  readonly columns: ReadonlyMap<string, number>
}

/** A header within the first ten rows comes on top of the rows, and one more says that there are too many. */
const BESIDES = 11

const hasContent = ({ cells }: SheetRow): boolean => cells.some((cell) => cell.trim() !== '')

function underHeader(all: readonly SheetRow[], { fields, most }: AskedTable): Result<Table, string> {
  const matched = matchColumns(all, fields)
  if (!matched.ok) return refuse(matchRefusalSentence(matched.refusal))
  const { headerRowNumber, columns } = matched.value
  const rows = all.filter((row) => row.rowNumber > headerRowNumber && hasContent(row) && !isFooting(row.cells))
  return rows.length > most ? refuse(`表里超过 ${most} 行。请分成几张表，一张一张导入。`) : ok({ rows, columns })
}

/** What comes from a spreadsheet has tabs, and then a comma is part of a number. */
const typedRows = (sheet: string): SheetRow[] =>
  sheet
    .split(/\r?\n/)
    .map((line, at) => ({ rowNumber: at + 1, cells: line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()) }))
    .filter(hasContent)

/** The first sheet whose columns are known: many a workbook begins with a page of explanations. Undefined: the first with content. */
async function fittingSheet(request: ReadWorkbook, { fields }: AskedTable): Promise<string | undefined> {
  const heads = await readHeads(request)
  const fits = heads.ok && heads.value.length > 1 ? heads.value.find(({ rows }) => matchColumns(rows, fields).ok) : undefined
  return fits?.source.kind === 'xlsx' ? fits.source.sheet : undefined
}

/**
 * The table of a source, the whole of it, or in a sentence why it cannot be read; undefined where the file is not one of
 * this account's own.
 */
export async function bringTable(
  { tx, actor, now, files }: ActionContext,
  source: TableSource,
  asked: AskedTable,
): Promise<Result<Table, string> | undefined> {
  if ('sheet' in source) return underHeader(typedRows(source.sheet), asked)
  const file = await findOwnFile(tx, { id: source.fileId, ownerId: actor.accountId, now })
  if (file?.kind !== 'import') return undefined
  return await files.withPlainCopy(file.address, async (path): Promise<Result<Table, string>> => {
    const request = { path, signal: AbortSignal.timeout(asked.patienceMs) }
    const sheet = await fittingSheet(request, asked)
    const read = await readRows({ ...request, ...(sheet !== undefined && { sheet }) }, asked.most + BESIDES)
    return read.ok ? underHeader(read.value, asked) : refuse(workbookRefusalSentence(read.refusal))
  })
}

/** What a row has in the column of a field; nothing where there is no such column. */
export const cellsByKey =
  (row: SheetRow, { columns }: Pick<Table, 'columns'>) =>
  (key: string): string =>
    (row.cells[columns.get(key) ?? -1] ?? '').trim()
