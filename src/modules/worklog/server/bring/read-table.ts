import type { FileId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { findOwnFile } from '../../../../platform/files/index.ts'
import {
  type ImportField,
  matchColumns,
  matchRefusalSentence,
  readFirstRows,
  type SheetRow,
  workbookRefusalSentence,
} from '../../../../platform/workbook/index.ts'
import type { WorkKind } from '../../contract.ts'

/** What one sheet may bring: more is cut into several, so that a mistake is found before the next. */
export const MOST_ROWS = 5000
const PATIENCE_MS = 30_000

/** The rows under the header, and which column holds what. */
export interface Table {
  readonly rows: readonly SheetRow[]
  readonly columns: ReadonlyMap<string, number>
}

type ReadTable = Result<Table, string>

/** Columns besides the fields of a kind. Their keys begin with a sign that no field has. */
export const COLUMN = {
  on: '#on',
  until: '#until',
  unit: '#unit',
  organisation: '#organisation',
  uscc: '#uscc',
  people: '#people',
} as const

/** What the columns of a kind may be called: as its form calls them, and the usual names of days and organisations. */
export function columnsOf({ state, organisation, people, fields }: WorkKind): ImportField[] {
  return [
    {
      key: COLUMN.on,
      titles: state ? ['起始日期', '开始日期', '任职日期', '日期'] : ['日期', '开展日期', '时间', '活动日期'],
      required: true,
    },
    ...(state ? [{ key: COLUMN.until, titles: ['截止日期', '结束日期', '离任日期'], required: false }] : []),
    { key: COLUMN.unit, titles: ['单位代码', '区划代码', '机构代码'], required: false },
    ...(organisation === 'none'
      ? []
      : [
          { key: COLUMN.organisation, titles: ['单位名称', '组织名称', '企业名称', '机构名称'], required: organisation === 'required' },
          { key: COLUMN.uscc, titles: ['统一社会信用代码', '信用代码'], required: false },
        ]),
    ...(people === 'none'
      ? []
      : [{ key: COLUMN.people, titles: ['身份证号', '公民身份号码', '身份证号码'], required: people === 'required' }]),
    ...fields.map(({ code, zh, en, required }) => ({ key: code, titles: [zh, en], required })),
  ]
}

function underHeader(all: readonly SheetRow[], kind: WorkKind): ReadTable {
  const matched = matchColumns(all, columnsOf(kind))
  if (!matched.ok) return refuse(matchRefusalSentence(matched.refusal))
  const { headerRowNumber, columns } = matched.value
  const rows = all.filter(({ rowNumber, cells }) => rowNumber > headerRowNumber && cells.some((cell) => cell.trim() !== ''))
  return rows.length > MOST_ROWS ? refuse(`表里超过 ${MOST_ROWS} 行。请分成几张表，一张一张导入。`) : ok({ rows, columns })
}

/** Lines as they are pasted: what comes from a spreadsheet has tabs, and then a comma is part of a number. */
const typedRows = (sheet: string): SheetRow[] =>
  sheet
    .split(/\r?\n/)
    .map((line, at) => ({ rowNumber: at + 1, cells: line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()) }))

/** The table of a source; undefined where the file is not one of this account's own. */
export async function readTable(
  context: ActionContext,
  { source, kind }: { source: { fileId: FileId } | { sheet: string }; kind: WorkKind },
): Promise<ReadTable | undefined> {
  if ('sheet' in source) return underHeader(typedRows(source.sheet), kind)
  const file = await findOwnFile(context.tx, { id: source.fileId, ownerId: context.actor.accountId, now: context.now })
  if (file?.kind !== 'import') return undefined
  return await context.files.withPlainCopy(file.address, async (path): Promise<ReadTable> => {
    // A header within the first ten rows comes on top of the rows, and one more says that there are too many.
    const read = await readFirstRows({ path, signal: AbortSignal.timeout(PATIENCE_MS) }, MOST_ROWS + 11)
    return read.ok ? underHeader(read.value.rows, kind) : refuse(workbookRefusalSentence(read.refusal))
  })
}
