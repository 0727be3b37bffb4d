import type { OpenedRows, Opening } from '../../../../platform/secrets/secrets.ts'
import type { BankFormatName } from '../../contract.ts'
import { BANK_FORMATS, quoted } from '../../domain/bank/bank-format.ts'
import { readPayee } from '../../domain/bank/payee.ts'
import { openSealed, type SealedUnder } from '../batches/batch-states.ts'
import { makeRoom, openSink, type Sink, writeCsvLine } from './csv-bytes.ts'
import { type Field, isNull, isSame, type LineRow, lineRows } from './line-rows.ts'
import type { RowPage } from './row-pages.ts'
import { UUID_TEXT, writeUuid } from './uuid-bytes.ts'

/** A page of lines, and the number of its first in the file. */
export interface LineOrder extends RowPage {
  readonly first: number
}

/** So many at a time are gone before a collector would have to carry them about. */
const HANDFUL = 1_000

/** What a bank reads of a page of lines. @throws where an account does not open */
export function writeLines(secrets: Opening, format: BankFormatName, order: LineOrder): Buffer {
  const writing: Writing = { rows: Buffer.from(order.rows.buffer, order.rows.byteOffset, order.rows.byteLength), format, memo: undefined }
  const sink = openSink(order.rows.length)
  let [lines, number]: [LineRow[], number] = [[], order.first]
  const write = (): void => {
    const opened = openSealed(secrets, sealedOf(writing.rows, lines))
    for (const [no, line] of lines.entries()) writeLine(sink, writing, { line, opened, no, number: number + no })
    number += lines.length
    lines = []
  }
  for (const line of lineRows(order)) if (lines.push(line) === HANDFUL) write()
  write()
  return sink.bytes.subarray(0, sink.at)
}

interface Writing {
  readonly rows: Buffer
  readonly format: BankFormatName
  /** The last memo that was met, quoted: most of a batch have one. */
  memo: { readonly field: Field; readonly quoted: Buffer } | undefined
}

const textOf = (rows: Buffer, { start, end }: Field): string => rows.toString('utf8', start, end)

/** Under what the payees of lines are sealed: the column, and the row by its id. */
function sealedOf(rows: Buffer, lines: readonly LineRow[]): SealedUnder[] {
  const names = Buffer.allocUnsafe(lines.length * UUID_TEXT)
  let last: { field: Field; name: string } | undefined
  return lines.map(({ lineId, sealed, sealedAs, sealedFor }, no) => {
    const at = no * UUID_TEXT
    writeUuid(rows, (isNull(sealedFor) ? lineId : sealedFor).start, names, at)
    if (!isNull(sealedAs) && !(last && isSame(rows, last.field, sealedAs))) last = { field: sealedAs, name: textOf(rows, sealedAs) }
    const column = isNull(sealedAs) ? null : (last?.name ?? null)
    return { column, rowId: names.subarray(at, at + UUID_TEXT), sealed: rows.subarray(sealed.start, sealed.end) }
  })
}

interface Numbered {
  readonly line: LineRow
  readonly opened: OpenedRows
  /** Its place among those that were opened. */
  readonly no: number
  readonly number: number
}

const lineId = Buffer.alloc(UUID_TEXT)

function writeLine(sink: Sink, writing: Writing, { line, opened, no, number }: Numbered): void {
  const { rows, format } = writing
  const payee = { bytes: opened.bytes, start: opened.starts[no] ?? 0, end: opened.ends[no] ?? 0 }
  const amountFen = rows.readBigInt64BE(line.amountFen.start)
  writeUuid(rows, line.lineId.start, lineId, 0)
  if (format === 'csv' && amountFen <= Number.MAX_SAFE_INTEGER) {
    if (!writing.memo || !isSame(rows, writing.memo.field, line.memo))
      writing.memo = { field: line.memo, quoted: Buffer.from(quoted(textOf(rows, line.memo))) }
    if (writeCsvLine(sink, { number, lineId, payee, amountFen: Number(amountFen), memo: writing.memo.quoted })) return
  }
  const { account, holder, bank } = readPayee(opened.bytes.toString('utf8', payee.start, payee.end))
  // What was sealed before names were is told by its label.
  const named = { account, bank, holder: holder || textOf(rows, line.payeeLabel) }
  const about = { lineId: lineId.toString('latin1'), amountFen, memo: textOf(rows, line.memo) }
  const text = BANK_FORMATS[format].line({ ...named, ...about }, number)
  makeRoom(sink, Buffer.byteLength(text))
  sink.at += sink.bytes.write(text, sink.at, 'utf8')
}
