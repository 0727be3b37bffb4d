import type { UnitCode } from '../../../../kernel/region-code.ts'
import { type FileColumns, fileColumns } from '../file-columns.ts'
import { citizenIndex } from '../person-row.ts'
import type { SealedFile } from '../seal-file.ts'
import type { CheckedRow } from './check-row.ts'
import { type Preparing, sealedFrom } from './ready-row.ts'
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

/** Seals a batch as if every sound row opened a file: the columns of all those files, and a line for each row. */
export function sealBatch(about: Preparing, rows: readonly CheckedRow[]): SealedBatch {
  const files: SealedFile[] = []
  const indexes = Buffer.alloc(rows.length * INDEX_BYTES)
  const sealed = rows.map((row, at): SealedRow | undefined => {
    const { citizenId } = row.values
    if (citizenId === undefined || row.issues.length > 0) return undefined
    const index = citizenIndex(about.secrets, citizenId)
    index.copy(indexes, at * INDEX_BYTES)
    const file = sealedFrom(about, row, index)
    if ('issues' in file) return { issues: file.issues }
    files.push(file)
    return { file: { id: file.id, unitCode: file.unitCode } }
  })
  return { rows: sealed, indexes, columns: fileColumns(files, about.today) }
}
