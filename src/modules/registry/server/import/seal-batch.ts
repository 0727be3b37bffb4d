import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { type RowBatch, rowReader } from '../../../../platform/workbook/index.ts'
import { type FileColumns, fileColumns, joinFileColumns } from '../rows/file-columns.ts'
import { citizenIndex } from '../rows/person-row.ts'
import { type FreshFile, sealFiles } from '../rows/seal-file.ts'
import { checkRow, placeCodesOf } from './check-row.ts'
import type { Places } from './places.ts'
import { readRow, type TypedRow } from './read-row.ts'
import { openedFrom, type Preparing } from './ready-row.ts'
import { issueSentence } from './row-issue.ts'

/** Rows that were read together, of which those up to `after` are not looked at. */
export interface Wanted {
  readonly batch: RowBatch
  readonly after: number
}

/** By what rows are read and checked. */
export interface Reading extends Preparing {
  readonly places: Places
  /** Which column is which field. */
  readonly columns: ReadonlyMap<string, number>
  readonly unitCode: UnitCode
  readonly today: PlainDate
}

/** What became of a row: the file that it opens, or in sentences why it opens none. */
export interface SealedRow {
  readonly rowNumber: number
  readonly mended: readonly string[] | undefined
  /** What is wrong with its fields. */
  readonly wrong: readonly string[] | undefined
  readonly file: { readonly id: string; readonly unitCode: UnitCode } | undefined
  /** Why it opens no file, though its fields hold: it may still fill one. */
  readonly refused: readonly string[] | undefined
  /** What its words for places mean, in the order of `PLACE_KEYS`; for a row whose fields hold. */
  readonly places: readonly (string | undefined)[] | undefined
}

/** Bytes of the keyed hash of a citizen. */
export const INDEX_BYTES = 32

export interface SealedBatch {
  /** One a row, in the order of the rows. */
  readonly rows: readonly SealedRow[]
  /** The keyed hashes of their citizens, one behind the other, `INDEX_BYTES` a row; zeros where fields are wrong. */
  readonly indexes: Buffer
  readonly columns: FileColumns
}

/** Codes of places that have to be asked for before these rows can be checked. */
export interface Lacking {
  readonly lacks: readonly string[]
}

/** Rows that are worked on together: few enough that all that is made of them is forgotten before it counts as old. */
const SLICE = 25

/** Reads, checks and seals a batch as if every sound row opened a file: the columns of all those files, and a line for each row. */
export function sealBatch(about: Reading, { batch, after }: Wanted): SealedBatch | Lacking {
  const read = (at: number): TypedRow => readRow(rowOf(at), about.columns)
  const [rowOf, end] = [rowReader(batch), batch.rowNumbers.length]
  const begin = batch.rowNumbers.filter((rowNumber) => rowNumber <= after).length
  const indexes = Buffer.alloc((end - begin) * INDEX_BYTES)
  const rows: SealedRow[] = []
  const parts: FileColumns[] = []
  for (let from = begin; from < end; from += SLICE) {
    const typed = Array.from({ length: Math.min(SLICE, end - from) }, (_, at) => read(from + at))
    if (about.places.unknown(typed.flatMap(placeCodesOf)).length > 0) return { lacks: lackingFrom(about, read, [from, end]) }
    const files: FreshFile[] = []
    for (const one of typed) {
      rows.push(openRow(about, one, { files, index: indexes.subarray(rows.length * INDEX_BYTES, (rows.length + 1) * INDEX_BYTES) }))
    }
    parts.push(fileColumns(sealFiles(about.secrets, files), about.today))
  }
  return { rows, indexes, columns: joinFileColumns(parts) }
}

/** All that the rest of the batch lacks: it is asked for at once. */
function lackingFrom({ places }: Reading, read: (at: number) => TypedRow, [from, end]: readonly [number, number]): string[] {
  const codes = new Set<string>()
  for (let at = from; at < end; at += 1) for (const code of placeCodesOf(read(at))) codes.add(code)
  return places.unknown([...codes])
}

/** The file that a row opens is put to the others, and the keyed hash of its citizen written. */
function openRow(about: Reading, typed: TypedRow, to: { files: FreshFile[]; index: Buffer }): SealedRow {
  const row = checkRow(typed, about)
  const { citizenId } = row.values
  const mended = typed.mended.length > 0 ? typed.mended : undefined
  const said = { rowNumber: typed.rowNumber, mended, wrong: undefined, file: undefined, refused: undefined, places: undefined }
  if (row.issues.length > 0 || citizenId === undefined) return { ...said, wrong: row.issues.map(issueSentence) }
  citizenIndex(about.secrets, citizenId).copy(to.index)
  const opened = openedFrom(about, row, to.index)
  const places = [row.unitCode, row.values.householdRegion, row.values.residenceRegion ?? undefined]
  if ('issues' in opened) return { ...said, places, refused: opened.issues.map(issueSentence) }
  to.files.push(opened)
  return { ...said, places, file: { id: opened.id, unitCode: opened.unitCode } }
}
