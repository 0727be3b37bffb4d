import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { SheetRow } from './row-batch.ts'

export type ImportField = {
  readonly key: string /** The title and its aliases. */
  readonly titles: readonly string[]
  readonly required: boolean
}

export type MatchedColumns = {
  /** The lower one, where the titles stand in two rows. */
  readonly headerRowNumber: number
  /** What stands above each column. */
  readonly titles: readonly string[]
  /** Field key to column, from 0; the first of two columns that claim one field. */
  readonly columns: ReadonlyMap<string, number>
  /** Columns no field knows; they are not imported. */
  readonly unmatched: readonly { readonly column: number; readonly title: string }[]
  readonly duplicates: readonly { readonly key: string; readonly columns: readonly number[] }[]
}

export type MatchRefusal =
  | { readonly code: 'no-header'; readonly expected: readonly string[] }
  | { readonly code: 'missing-columns'; readonly headerRowNumber: number; readonly missing: readonly string[] }

const HEADER_WITHIN = 10

/** A title reduced to what people mean: half-width, no spaces or marks, without the hint in brackets. */
export function normalTitle(title: string, keepsHint = false): string {
  const plain = title.normalize('NFKC').toLowerCase()
  const bare = keepsHint ? plain : plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|《[^》]*》|{[^}]*}/g, '')
  return bare.replace(/[^\p{L}\p{N}]/gu, '')
}

type Claims = Map<string, number[]>

function claimsOf(row: SheetRow, known: ReadonlyMap<string, string>): Claims {
  const claims: Claims = new Map()
  for (const [column, title] of row.cells.entries()) {
    const key = known.get(normalTitle(title, true)) ?? known.get(normalTitle(title))
    if (key !== undefined) claims.set(key, [...(claims.get(key) ?? []), column])
  }
  return claims
}

function knownTitles(fields: readonly ImportField[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const { key, titles } of fields) {
    for (const title of titles)
      for (const keepsHint of [true, false]) if (!known.has(normalTitle(title, keepsHint))) known.set(normalTitle(title, keepsHint), key)
  }
  known.delete('')
  return known
}

/** Two rows of titles as one: a title below is the closer one, and above an empty cell the title reaches down (服役情况 over 入伍时间). */
function asOneHeader(upper: SheetRow, lower: SheetRow): SheetRow {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const titleAt = (column: number): string => lower.cells[column]?.trim() || (upper.cells[column] ?? '')
  return { rowNumber: lower.rowNumber, cells: Array.from({ length: width }, (_, column) => titleAt(column)) }
}

/** Two rows that lie one under the other, among those that may be the header. */
const pairsOf = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.flatMap((upper, at) => {
    const lower = rows[at + 1]
    return lower?.rowNumber === upper.rowNumber + 1 ? [asOneHeader(upper, lower)] : []
  })

/**
 * Finds the row of column titles among the first ten rows (a ledger has its name, its unit and its date above it) and
 * says which column holds which field. The row with the most known titles is the header; of equals the first. Two rows
 * together are it where they have more than either alone.
 */
export function matchColumns(rows: readonly SheetRow[], fields: readonly ImportField[]): Result<MatchedColumns, MatchRefusal> {
  const known = knownTitles(fields)
  const candidates = rows.filter((row) => row.rowNumber <= rows.length + HEADER_WITHIN).slice(0, HEADER_WITHIN)
  const scored = [...candidates, ...pairsOf(candidates)]
    .map((row) => ({ row, claims: claimsOf(row, known) }))
    .toSorted((a, b) => b.claims.size - a.claims.size)
  const best = scored[0]
  if (!best || best.claims.size === 0)
    return refuse({ code: 'no-header', expected: fields.filter((f) => f.required).map((f) => f.titles[0] ?? f.key) })
  const { row, claims } = best
  const missing = fields.filter((field) => field.required && !claims.has(field.key)).map((field) => field.titles[0] ?? field.key)
  if (missing.length > 0) return refuse({ code: 'missing-columns', headerRowNumber: row.rowNumber, missing })
  const claimed = new Set(Array.from(claims.values()).flat())
  return ok({
    headerRowNumber: row.rowNumber,
    titles: row.cells,
    columns: new Map(Array.from(claims, ([key, columns]) => [key, columns[0] ?? 0])),
    unmatched: Array.from(row.cells.entries()).flatMap(([column, title]) =>
      claimed.has(column) || title.trim() === '' ? [] : [{ column, title }],
    ),
    duplicates: Array.from(claims).flatMap(([key, columns]) => (columns.length > 1 ? [{ key, columns }] : [])),
  })
}

/** The Chinese sentence for a header that cannot be used. */
export function matchRefusalSentence(refusal: MatchRefusal): string {
  if (refusal.code === 'no-header')
    return `前 ${HEADER_WITHIN} 行里找不到列名。请在第一行写上列名，至少要有：${refusal.expected.join('、')}。`
  return `第 ${refusal.headerRowNumber} 行的列名里缺少：${refusal.missing.join('、')}。请补上这些列，或按模板改正列名后再上传。`
}
