import type { RowPage } from './row-pages.ts'

/** A field of a line: where its bytes lie in the page; one that is null ends before it begins. */
export interface Field {
  readonly start: number
  readonly end: number
}

/** A line of a batch as it lies in a page. */
export interface LineRow {
  readonly lineId: Field
  readonly payeeLabel: Field
  readonly sealed: Field
  readonly amountFen: Field
  readonly memo: Field
  readonly sealedAs: Field
  readonly sealedFor: Field
}

/** The columns of a line, in the order in which `readLine` reads them. */
const LINE_COLUMNS = 'line_id, payee_label, bank_account, amount_fen, memo, sealed_as, sealed_for'

/** The lines of a batch in the order of their ids, for `copyOut`. @throws where either is not what it is called */
export function selectLines({ bureau, id }: { bureau: string; id: string }): string {
  if (!/^\d{6}$/.test(bureau) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a batch of a bureau')
  return `select ${LINE_COLUMNS} from ledger.batch_lines where bureau_code = '${bureau}' and batch_id = '${id}' order by line_id`
}

/** Reads the lines of a page, one after the other. */
export function* lineRows({ rows, count }: RowPage): Generator<LineRow> {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength)
  let at = 0
  const next = (): Field => {
    const [start, length] = [at + 4, view.getInt32(at)]
    at = start + Math.max(length, 0)
    return { start, end: length < 0 ? start - 1 : at }
  }
  for (let line = 0; line < count; line += 1) {
    at += 2
    // In the order of LINE_COLUMNS: fields of an object are evaluated as they are written.
    yield {
      lineId: next(),
      payeeLabel: next(),
      sealed: next(),
      amountFen: next(),
      memo: next(),
      sealedAs: next(),
      sealedFor: next(),
    }
  }
}

export const isNull = ({ start, end }: Field): boolean => end < start

/** Whether two fields of a page hold the same. */
export function isSame(rows: Uint8Array, one: Field, other: Field): boolean {
  if (one.end - one.start !== other.end - other.start) return false
  for (let at = one.start, to = other.start; at < one.end; at += 1, to += 1) if (rows[at] !== rows[to]) return false
  return true
}
