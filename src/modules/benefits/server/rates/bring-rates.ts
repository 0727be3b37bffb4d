import type { FileId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findOwnFile } from '../../../../platform/files/index.ts'
import {
  type ImportField,
  matchColumns,
  matchRefusalSentence,
  readFirstRows,
  type SheetRow,
  workbookRefusalSentence,
} from '../../../../platform/workbook/index.ts'
import type { RateRow } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type ReadRow, readRateRow, type WrongRow } from '../../domain/rates/read-rate-row.ts'
import { KEEP_REFUSALS, keepNotice } from './enter-rates.ts'

const FIELDS: readonly ImportField[] = [
  { key: 'class', titles: ['类别', '对象类别', '人员类别', 'class'], required: false },
  { key: 'grade', titles: ['残疾等级', '等级', '伤残等级', 'grade'], required: false },
  { key: 'cause', titles: ['残疾性质', '性质', '致残性质', '伤残性质', 'cause'], required: false },
  { key: 'period', titles: ['入伍时期', '时期', 'period'], required: false },
  { key: 'unit', titles: ['单位', '计发单位', 'unit'], required: false },
  { key: 'amount', titles: ['标准', '金额', '抚恤金标准', '补助标准', '年标准', '月标准', '标准元年', 'amount'], required: true },
]

/** A notice has some dozens of amounts; more rows than this are none. */
const MOST_ROWS = 500
const PATIENCE_MS = 20_000

/** The rows under the header, and which column is what; or why it cannot be read, in a sentence. */
type ReadTable = Result<{ rows: SheetRow[]; columns: ReadonlyMap<string, number> }, string>

async function readTable(path: string): Promise<ReadTable> {
  const read = await readFirstRows({ path, signal: AbortSignal.timeout(PATIENCE_MS) }, MOST_ROWS)
  return read.ok ? underHeader(read.value.rows) : refuse(workbookRefusalSentence(read.refusal))
}

/** Lines as they are typed or pasted: what comes from a spreadsheet has tabs, and then a comma is part of an amount. */
const typedRows = (sheet: string): SheetRow[] =>
  sheet
    .split(/\r?\n/)
    .slice(0, MOST_ROWS)
    .map((line, at) => ({ rowNumber: at + 1, cells: line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

function underHeader(all: readonly SheetRow[]): ReadTable {
  const matched = matchColumns(all, FIELDS)
  if (!matched.ok) return refuse(matchRefusalSentence(matched.refusal))
  const { headerRowNumber, columns } = matched.value
  return ok({ rows: all.filter(({ rowNumber }) => rowNumber > headerRowNumber), columns })
}

/** The rows of the source; undefined where the file is not one of this account's own. */
async function readSource(context: ActionContext, source: { fileId: FileId } | { sheet: string }): Promise<ReadTable | undefined> {
  if ('sheet' in source) return underHeader(typedRows(source.sheet))
  const file = await findOwnFile(context.tx, { id: source.fileId, ownerId: context.actor.accountId, now: context.now })
  return file?.kind === 'import' ? await context.files.withPlainCopy(file.address, readTable) : undefined
}

/** All rows, or what is wrong with them: a notice is taken in whole or not at all. */
function judge(rows: readonly SheetRow[], columns: ReadonlyMap<string, number>, unit: 'year' | 'month'): Result<RateRow[], WrongRow[]> {
  const read = rows.map((row): ReadRow => {
    const cell = (key: string) => (row.cells[columns.get(key) ?? -1] ?? '').trim()
    return readRateRow({ row: row.rowNumber, cell, unit })
  })
  const wrong = read.flatMap((one) => (one.ok ? [] : [one.refusal]))
  if (wrong.length > 0) return refuse(wrong.slice(0, 100))
  return ok(read.flatMap((one) => (one.ok ? [{ ...one.value, amountFen: String(one.value.amountFen) }] : [])))
}

export const bringRates = action(contract.bringRates, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { ...KEEP_REFUSALS, 'no-such-file': 404, unreadable: 422, 'rows-wrong': 422 },
  async run(context, { unitCode, source, head, unit }) {
    const table = await readSource(context, source)
    if (!table) return refuse({ code: 'no-such-file' })
    if (!table.ok) return refuse({ code: 'unreadable', sentence: table.refusal })
    const judged = judge(table.value.rows, table.value.columns, unit)
    if (!judged.ok) return refuse({ code: 'rows-wrong', rows: judged.refusal })
    const notice = contract.Notice.safeParse({ ...head, rows: judged.value })
    if (!notice.success) return refuse({ code: 'unreadable', sentence: '表里没有一行标准，或超过 200 行，请检查。' })
    const kept = await keepNotice(context, unitCode, notice.data)
    return kept.ok ? ok({ id: kept.value.id, rows: judged.value.length }) : kept
  },
})
