import type { UnitCode } from '../../../../kernel/region-code.ts'
import { type FileColumns, fileColumns, joinFileColumns } from '../file-columns.ts'
import { citizenIndex } from '../person-row.ts'
import { type FreshFile, sealFiles } from '../seal-file.ts'
import type { CheckedRow } from './check-row.ts'
import { openedFrom, type Preparing } from './ready-row.ts'
import type { RowIssue } from './row-issue.ts'

/** What became of a row: the file that it opens or why it opens none. */
export type SealedRow = { readonly file: { readonly id: string; readonly unitCode: UnitCode } } | { readonly issues: readonly RowIssue[] }

/** Bytes of the keyed hash of a citizen. */
export const INDEX_BYTES = 32

export interface SealedBatch {
  /** One a row, in the order of the rows; undefined where a row names no citizen or has mistakes. */
  readonly rows: readonly (SealedRow | undefined)[]
  /** The keyed hashes of their citizens, one behind the other, `INDEX_BYTES` a row; zeros where there is no row. */
  readonly indexes: Buffer
  readonly columns: FileColumns
}

/** Rows that are sealed together: few enough that all that is made of them is forgotten before it counts as old. */
const SLICE = 200

/** Seals a batch as if every sound row opened a file: the columns of all those files, and a line for each row. */
export function sealBatch(about: Preparing, rows: readonly CheckedRow[]): SealedBatch {
  const sealed: (SealedRow | undefined)[] = []
  const indexes = Buffer.alloc(rows.length * INDEX_BYTES)
  const parts: FileColumns[] = []
  for (let from = 0; from < rows.length; from += SLICE) {
    const files: FreshFile[] = []
    for (const row of rows.slice(from, from + SLICE)) {
      const opened = openRow(about, row, indexes.subarray(sealed.length * INDEX_BYTES, (sealed.length + 1) * INDEX_BYTES))
      if (opened && 'state' in opened) files.push(opened)
      sealed.push(opened && ('state' in opened ? { file: { id: opened.id, unitCode: opened.unitCode } } : opened))
    }
    parts.push(fileColumns(sealFiles(about.secrets, files), about.today))
  }
  return { rows: sealed, indexes, columns: joinFileColumns(parts) }
}

/** The file that a row opens, or why it opens none; writes the keyed hash of its citizen. */
function openRow(about: Preparing, row: CheckedRow, index: Buffer): FreshFile | { readonly issues: readonly RowIssue[] } | undefined {
  const { citizenId } = row.values
  if (citizenId === undefined || row.issues.length > 0) return undefined
  citizenIndex(about.secrets, citizenId).copy(index)
  return openedFrom(about, row, index)
}
