import { Buffer } from 'node:buffer'

/** Rows in PostgreSQL's binary COPY format: nothing is made into text here and parsed again there. */
export interface CopyWriter {
  /** Begins a row; its fields follow in the order of the columns. */
  readonly row: (columns: number) => void
  /** The two fields that every tenant table begins with: a code's bureau and the code. */
  readonly head: (code: Uint8Array) => void
  readonly text: (bytes: Uint8Array) => void
  readonly int2: (value: number) => void
  /** Whole numbers up to 2^53. */
  readonly int8: (value: number) => void
  /** The UUID that begins at `at` as four numbers of 32 bits. */
  readonly uuid: (quarters: Uint32Array, at: number) => void
  readonly array: (kind: 'int2' | 'int4', values: readonly number[]) => void
  /** The values from `from` to before `to`, the first with the subscript `lower`; zeros as null. */
  readonly amounts: (values: Float64Array, range: { from: number; to: number; lower: number }) => void
  readonly size: () => number
  /** What has been written since the last time. */
  readonly take: () => Buffer
}

const KINDS = { int2: { oid: 21, size: 2 }, int4: { oid: 23, size: 4 } } as const
const INT8_OID = 20

export const COPY_HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
export const COPY_TRAILER = Buffer.from([0xff, 0xff])
const FIRST = 1 << 19
const SHIFT = 4_294_967_296

/** Bytes that grow, and a place in them: `room` before each write. */
interface Page {
  bytes: DataView
  at: number
}

const emptyPage = (size: number): DataView => new DataView(new ArrayBuffer(size))

function room(page: Page, size: number): void {
  if (page.at + size <= page.bytes.byteLength) return
  const more = emptyPage(Math.max(page.bytes.byteLength * 2, page.at + size))
  new Uint8Array(more.buffer).set(new Uint8Array(page.bytes.buffer, 0, page.at))
  page.bytes = more
}

function putText(page: Page, text: Uint8Array, length: number): void {
  room(page, length + 4)
  page.bytes.setInt32(page.at, length)
  page.at += 4
  for (let index = 0; index < length; index += 1) page.bytes.setUint8(page.at + index, text[index] ?? 0)
  page.at += length
}

function putInt8(page: Page, value: number): void {
  page.bytes.setInt32(page.at, 8)
  page.bytes.setInt32(page.at + 4, Math.floor(value / SHIFT))
  page.bytes.setInt32(page.at + 8, (value % SHIFT) | 0)
  page.at += 12
}

/** What stands before the elements of an array of one dimension; of none where it is empty. */
function putArrayHead(page: Page, head: { size: number; hasNulls: boolean; oid: number; length: number; lower: number }): void {
  const { bytes, at } = page
  bytes.setInt32(at, head.size)
  bytes.setInt32(at + 4, head.length === 0 ? 0 : 1)
  bytes.setInt32(at + 8, head.hasNulls ? 1 : 0)
  bytes.setInt32(at + 12, head.oid)
  page.at += 16
  if (head.length === 0) return
  bytes.setInt32(at + 16, head.length)
  bytes.setInt32(at + 20, head.lower)
  page.at += 8
}

function putArray(page: Page, kind: 'int2' | 'int4', values: readonly number[]): void {
  const { oid, size } = KINDS[kind]
  room(page, 24 + values.length * (size + 4))
  const bodySize = values.length === 0 ? 12 : 20 + values.length * (size + 4)
  putArrayHead(page, { size: bodySize, hasNulls: false, oid, length: values.length, lower: 1 })
  for (const value of values) {
    page.bytes.setInt32(page.at, size)
    if (size === 2) page.bytes.setInt16(page.at + 4, value)
    else page.bytes.setInt32(page.at + 4, value)
    page.at += 4 + size
  }
}

function putAmounts(page: Page, values: Float64Array, { from, to, lower }: { from: number; to: number; lower: number }): void {
  room(page, 24 + (to - from) * 12)
  const start = page.at
  putArrayHead(page, { size: 0, hasNulls: true, oid: INT8_OID, length: to - from, lower })
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? 0
    if (value === 0) {
      page.bytes.setInt32(page.at, -1)
      page.at += 4
    } else putInt8(page, value)
  }
  page.bytes.setInt32(start, page.at - start - 4)
}

export function makeCopyWriter(): CopyWriter {
  const page: Page = { bytes: emptyPage(FIRST), at: 0 }
  return {
    row(columns) {
      room(page, 2)
      page.bytes.setInt16(page.at, columns)
      page.at += 2
    },
    head(code) {
      putText(page, code, 6)
      putText(page, code, code.length)
    },
    text: (text) => putText(page, text, text.length),
    int2(value) {
      room(page, 6)
      page.bytes.setInt32(page.at, 2)
      page.bytes.setInt16(page.at + 4, value)
      page.at += 6
    },
    int8(value) {
      room(page, 12)
      putInt8(page, value)
    },
    uuid(quarters, at) {
      room(page, 20)
      page.bytes.setInt32(page.at, 16)
      for (let quarter = 0; quarter < 4; quarter += 1) page.bytes.setUint32(page.at + 4 + quarter * 4, quarters[at + quarter] ?? 0)
      page.at += 20
    },
    array: (kind, values) => putArray(page, kind, values),
    amounts: (values, range) => putAmounts(page, values, range),
    size: () => page.at,
    take() {
      const taken = Buffer.from(page.bytes.buffer, 0, page.at)
      page.bytes = emptyPage(FIRST)
      page.at = 0
      return taken
    },
  }
}
