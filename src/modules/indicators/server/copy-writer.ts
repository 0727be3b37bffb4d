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
  /** A UUID as four numbers of 32 bits. */
  readonly uuid: (quarters: Uint32Array) => void
  readonly array: (kind: 'int2' | 'int4' | 'int8', values: ArrayLike<number>, shape?: ArrayShape) => void
  readonly size: () => number
  /** What has been written since the last time. */
  readonly take: () => Buffer
}

/** The first subscript, 1 unless said; and whether zeros are written as null. */
export interface ArrayShape {
  readonly lower?: number
  readonly isZeroNull?: boolean
}

const KINDS = { int2: { oid: 21, size: 2 }, int4: { oid: 23, size: 4 }, int8: { oid: 20, size: 8 } } as const

export const COPY_HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
export const COPY_TRAILER = Buffer.from([0xff, 0xff])
const FIRST = 1 << 17
const SHIFT = 4_294_967_296

export function makeCopyWriter(): CopyWriter {
  let bytes = Buffer.allocUnsafe(FIRST)
  let at = 0
  const room = (size: number): void => {
    if (at + size <= bytes.length) return
    const more = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + size))
    bytes.copy(more, 0, 0, at)
    bytes = more
  }
  const put4 = (value: number): void => {
    at = bytes.writeInt32BE(value, at)
  }
  const putValue = (value: number, size: number): void => {
    if (size === 2) at = bytes.writeInt16BE(value, at)
    if (size === 8) put4(Math.floor(value / SHIFT))
    if (size === 4) put4(value)
    if (size === 8) at = bytes.writeUInt32BE(value - Math.floor(value / SHIFT) * SHIFT, at)
  }
  const field = (size: number): void => {
    room(size + 4)
    put4(size)
  }
  const putNumber = (value: number, size: number): void => {
    field(size)
    putValue(value, size)
  }
  const putText = (text: Uint8Array, length: number): void => {
    field(length)
    for (let index = 0; index < length; index += 1) bytes[at + index] = text[index] ?? 0
    at += length
  }
  const putArray: CopyWriter['array'] = (kind, values, { lower = 1, isZeroNull = false } = {}) => {
    const { oid, size } = KINDS[kind]
    room(24 + values.length * (size + 4))
    const start = at
    at += 4
    put4(values.length === 0 ? 0 : 1)
    put4(isZeroNull ? 1 : 0)
    put4(oid)
    if (values.length > 0) [values.length, lower].forEach(put4)
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? 0
      if (value === 0 && isZeroNull) put4(-1)
      else {
        put4(size)
        putValue(value, size)
      }
    }
    bytes.writeInt32BE(at - start - 4, start)
  }
  return {
    row(columns) {
      room(2)
      at = bytes.writeInt16BE(columns, at)
    },
    head(code) {
      putText(code, 6)
      putText(code, code.length)
    },
    text: (text) => putText(text, text.length),
    int2: (value) => putNumber(value, 2),
    int8: (value) => putNumber(value, 8),
    uuid(quarters) {
      field(16)
      for (const quarter of quarters) at = bytes.writeUInt32BE(quarter, at)
    },
    array: putArray,
    size: () => at,
    take() {
      const taken = bytes.subarray(0, at)
      bytes = Buffer.allocUnsafe(FIRST)
      at = 0
      return taken
    },
  }
}
