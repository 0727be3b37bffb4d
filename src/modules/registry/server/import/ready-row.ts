import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { citizenIndex } from '../person-row.ts'
import { type SealedFile, sealFile } from '../seal-file.ts'
import type { CheckedRow } from './check-row.ts'
import { openFromRow } from './merge-row.ts'
import type { RowIssue } from './row-issue.ts'

/** A checked row with what can be worked out for it before the database is asked, worked out once. */
export interface ReadyRow extends CheckedRow {
  /** The keyed hash of the citizen; undefined where the row has none that could be read. */
  readonly index: Buffer | undefined
  /** The file that the row opens, sealed, or why it opens none. */
  readonly fresh: () => { readonly file: SealedFile } | { readonly issues: readonly RowIssue[] }
}

export interface Preparing {
  readonly secrets: Secrets
  readonly today: PlainDate
  /** What the versions say of where it comes from. */
  readonly source: string
}

export const sourceOf = ({ source }: Pick<Preparing, 'source'>, { typed }: CheckedRow): string =>
  `${source} 第 ${typed.rowNumber} 行`.slice(-200)

export function readyRow(about: Preparing, row: CheckedRow): ReadyRow {
  const { citizenId } = row.values
  const index = citizenId === undefined ? undefined : citizenIndex(about.secrets, citizenId)
  let known: ReturnType<ReadyRow['fresh']> | undefined
  const fresh = () => {
    known ??= freshFrom(about, row, index)
    return known
  }
  return { ...row, index, fresh }
}

function freshFrom(about: Preparing, row: CheckedRow, index: Buffer | undefined): ReturnType<ReadyRow['fresh']> {
  const opened = openFromRow(row, about.today)
  if ('issues' in opened) return opened
  const file = { id: uuidv7(), unitCode: row.unitCode, state: opened.state, source: sourceOf(about, row), index }
  return { file: sealFile(about.secrets, file) }
}
