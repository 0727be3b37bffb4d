import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Sealing } from '../../../../platform/secrets/secrets.ts'
import { freshId } from '../file/fresh-id.ts'
import type { FileColumns } from '../rows/file-columns.ts'
import { citizenIndex } from '../rows/person-row.ts'
import { type FreshFile, type SealedFile, sealFiles } from '../rows/seal-file.ts'
import type { CheckedRow } from './check-row.ts'
import { openFromRow } from './merge-row.ts'
import { issueSentence, type RowIssue } from './row-issue.ts'

/** The file that a row opens; without `sealed` its rows are among the columns of its batch. */
export interface OpenedFile {
  readonly id: string
  readonly unitCode: UnitCode
  readonly sealed?: SealedFile
}

/** The file, or in sentences why there is none. */
export type Fresh = { readonly file: OpenedFile } | { readonly wrong: readonly string[] }

/** What is known of a row before the database is asked. */
export interface ReadyRow {
  readonly rowNumber: number
  /** What was repaired, and what is wrong with its fields, in words. */
  readonly mended: readonly string[]
  readonly wrong: readonly string[]
  /** The keyed hash of the citizen; undefined where the row has none that could be read. */
  readonly index: Buffer | undefined
  /** The file that the row opens, sealed, or why it opens none. */
  readonly fresh: () => Fresh
  /** The row itself, field by field: asked for where it fills a file. */
  readonly checked: () => CheckedRow
}

/** Rows that land together, and the columns of the files that were sealed for them ahead. */
export interface ReadyBatch {
  readonly rows: readonly ReadyRow[]
  readonly columns?: FileColumns
  /** Called when all of it has been written: nothing of it is read after that. */
  readonly spent?: () => void
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
  const { rowNumber, mended } = row.typed
  return { rowNumber, mended, wrong: row.issues.map(issueSentence), index, fresh, checked: () => row }
}

function freshFrom(about: Preparing, row: CheckedRow, index: Buffer | undefined): Fresh {
  const opened = openedFrom(about, row, index)
  if ('issues' in opened) return { wrong: opened.issues.map(issueSentence) }
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
  return 'issues' in opened ? opened : { id: freshId(), unitCode: row.unitCode, state: opened.state, source: sourceOf(about, row), index }
}
