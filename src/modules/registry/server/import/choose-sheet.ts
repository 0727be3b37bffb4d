import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import {
  columnLetters,
  type MatchedColumns,
  matchColumns,
  matchRefusalSentence,
  type SheetRow,
  type WorkbookHead,
} from '../../../../platform/workbook/index.ts'
import { IMPORT_FIELDS } from './import-fields.ts'

/** The sheet that an import takes in, and what it leaves. */
export interface ChosenSheet {
  /** Null for a text table. */
  readonly sheet: string | null
  readonly otherSheets: readonly string[]
  readonly rows: readonly SheetRow[]
  readonly matched: MatchedColumns
}

interface Unfit {
  readonly why: string
  readonly sentence: string
}

const nameOf = ({ source }: WorkbookHead): string | null => (source.kind === 'xlsx' ? source.sheet : null)

/**
 * The wanted sheet, else the first whose columns are known: many a workbook begins with a page of explanations. Of those
 * that all lack something the one that comes closest is spoken of.
 */
export function chooseSheet(heads: readonly WorkbookHead[], wanted?: string): Result<ChosenSheet, Unfit> {
  const looked = heads
    .filter((head) => wanted === undefined || nameOf(head) === wanted)
    .map((head) => ({ head, matched: matchColumns(head.rows, IMPORT_FIELDS) }))
  const fits = looked.find(({ matched }) => matched.ok)
  if (fits?.matched.ok) {
    const sheet = nameOf(fits.head)
    const otherSheets = heads.flatMap((head) => (head === fits.head ? [] : [nameOf(head) ?? '']))
    return ok({ sheet, otherSheets, rows: fits.head.rows, matched: fits.matched.value })
  }
  const closest = looked.find(({ matched }) => !matched.ok && matched.refusal.code === 'missing-columns') ?? looked[0]
  if (!closest || closest.matched.ok) return refuse({ why: 'no-rows', sentence: '工作簿里没有这张工作表，或者它是空的。请重新上传。' })
  const { refusal } = closest.matched
  const where = heads.length > 1 ? `工作表“${nameOf(closest.head)}”：` : ''
  return refuse({ why: refusal.code, sentence: where + matchRefusalSentence(refusal) })
}

/** The titles of columns that are not taken in: those nobody knows, and those whose field another column has already. */
export function leftOut({ unmatched, duplicates, titles }: MatchedColumns): string[] {
  const named = (column: number): string => (titles[column] ?? '').trim().slice(0, 60)
  const twice = duplicates.flatMap(({ columns: [first = 0, ...others] }) =>
    others.map((column) => ({
      column,
      title: `${named(column)}（${columnLetters(column)} 列，与 ${columnLetters(first)} 列“${named(first)}”重复）`,
    })),
  )
  const unknown = unmatched.map(({ column }) => ({ column, title: named(column) }))
  return [...unknown, ...twice].toSorted((a, b) => a.column - b.column).map(({ title }) => title)
}
