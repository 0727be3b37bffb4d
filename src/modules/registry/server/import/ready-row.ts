import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Sealing } from '../../../../platform/secrets/secrets.ts'
import type { FileColumns } from '../file-columns.ts'
import { citizenIndex } from '../person-row.ts'
import { type FreshFile, type SealedFile, sealFiles } from '../seal-file.ts'
import type { CheckedRow } from './check-row.ts'
import { openFromRow } from './merge-row.ts'
import type { RowIssue } from './row-issue.ts'

/** The file that a row opens; without `sealed` its rows are among the columns of its batch. */
export interface OpenedFile {
  readonly id: string
  readonly unitCode: UnitCode
  readonly sealed?: SealedFile
}

export type Fresh = { readonly file: OpenedFile } | { readonly issues: readonly RowIssue[] }

/** A checked row with what can be worked out for it before the database is asked, worked out once. */
export interface ReadyRow extends CheckedRow {
  /** The keyed hash of the citizen; undefined where the row has none that could be read. */
  readonly index: Buffer | undefined
  /** The file that the row opens, sealed, or why it opens none. */
  readonly fresh: () => Fresh
}

/** Rows that land together, and the columns of the files that were sealed for them ahead. */
export interface ReadyBatch {
  readonly rows: readonly ReadyRow[]
  readonly columns?: FileColumns
}

export interface Preparing {
  readonly secrets: Sealing
  readonly today: PlainDate
  /** What the versions say of where it comes from. */
  readonly source: string
}

export const sourceOf = ({ source }: Pick<Preparing, 'source'>, { typed }: Pick<CheckedRow, 'typed'>): string =>
  `${source} 第 ${typed.rowNumber} 行`.slice(-200)

/** Makes a row ready; what it opens is sealed when it is asked for. */
export function readyRow(about: Preparing, row: CheckedRow): ReadyRow {
  const { citizenId } = row.values
  const index = citizenId === undefined ? undefined : citizenIndex(about.secrets, citizenId)
  let known: Fresh | undefined
  const fresh = () => {
    known ??= freshFrom(about, row, index)
    return known
  }
  return { ...row, index, fresh }
}

function freshFrom(about: Preparing, row: CheckedRow, index: Buffer | undefined): Fresh {
  const opened = openedFrom(about, row, index)
  if ('issues' in opened) return opened
  const [sealed] = sealFiles(about.secrets, [opened])
  return { file: { id: opened.id, unitCode: opened.unitCode, ...(sealed && { sealed }) } }
}

/** Opens a file from a row, or says why not. */
export function openedFrom(
  about: Pick<Preparing, 'source' | 'today'>,
  row: CheckedRow,
  index: Buffer | undefined,
): FreshFile | { readonly issues: readonly RowIssue[] } {
  const opened = openFromRow(row, about.today)
  return 'issues' in opened ? opened : { id: uuidv7(), unitCode: row.unitCode, state: opened.state, source: sourceOf(about, row), index }
}
