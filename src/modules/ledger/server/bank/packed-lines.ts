import type { Tx } from '../../../../platform/database/tx.ts'
import type { ColumnName } from '../../../../platform/secrets/secrets.ts'
import type { FileLine } from '../../domain/bank/bank-format.ts'
import type { Seal } from '../batches/batch-states.ts'
import type { BatchHead } from './bank-rows.ts'

export const PAGE = 10_000

/** Lines of a batch as the server packed them: of a million, an object for each column of each row costs more than reading them. */
export interface PackedLines {
  readonly count: number
  /** Null of no lines. */
  readonly last: string | null
  /** In hexadecimal, as the server sends bytes: whoever takes them apart reads them. */
  readonly packed: string
}

export type SealedLine = Pick<FileLine, 'lineId' | 'amountFen' | 'memo'> & Seal & { readonly payeeLabel: string; readonly sealed: Buffer }

/** At most `PAGE` lines in the order of their ids, those after `after`. */
export async function packLines(tx: Tx, { bureau, id }: BatchHead, after: string): Promise<PackedLines> {
  const { rows } = await tx.query<PackedLines>(
    `select count(*)::integer as count, (array_agg(line_id))[count(*)::integer] as last,
            coalesce(encode(string_agg(record_send(row(line_id, payee_label, bank_account, amount_fen, memo, sealed_as, sealed_for)), ''::bytea), 'hex'), '') as packed
       from (select * from ledger.batch_lines where bureau_code = $1 and batch_id = $2 and line_id > $3 order by line_id limit ${PAGE}) as line`,
    [bureau, id, after],
  )
  return rows[0] ?? { count: 0, last: null, packed: '' }
}

/** Where a field of a record lies on the wire: type 4 ‖ length 4 ‖ bytes. */
interface Reader {
  readonly bytes: Buffer
  start: number
  end: number
}

/** Goes on to the next field; false where it is null, whose length is -1. */
function hasNext(reader: Reader): boolean {
  reader.start = reader.end + 8
  const length = reader.bytes.readInt32BE(reader.end + 4)
  reader.end = reader.start + Math.max(length, 0)
  return length >= 0
}

function next(reader: Reader): Reader {
  if (!hasNext(reader)) throw new Error('a line of a batch lacks a field')
  return reader
}

const textOf = ({ bytes, start, end }: Reader): string => bytes.toString('utf8', start, end)

function uuidOf({ bytes, start, end }: Reader): string {
  const hex = bytes.toString('hex', start, end)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function lineOf(reader: Reader): SealedLine {
  reader.end += 4
  const lineId = uuidOf(next(reader))
  const payeeLabel = textOf(next(reader))
  const sealed = reader.bytes.subarray(next(reader).start, reader.end)
  const amountFen = reader.bytes.readBigInt64BE(next(reader).start)
  const memo = textOf(next(reader))
  const sealedAs = hasNext(reader) ? (textOf(reader) as ColumnName) : null
  const sealedFor = hasNext(reader) ? uuidOf(reader) : null
  return { lineId, payeeLabel, sealed, amountFen, memo, sealedAs, sealedFor }
}

/** So many at a time are gone before a collector would have to carry them about. */
const HANDFUL = 500

/** Takes packed lines apart, a handful at a time. */
export function* unpackLines(packed: string): Generator<readonly SealedLine[]> {
  const bytes = Buffer.from(packed, 'hex')
  const reader = { bytes, start: 0, end: 0 }
  while (reader.end < bytes.length) {
    const lines: SealedLine[] = []
    while (reader.end < bytes.length && lines.length < HANDFUL) lines.push(lineOf(reader))
    yield lines
  }
}
