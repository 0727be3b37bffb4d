import { randomBytes } from 'node:crypto'

/**
 * Whole columns as parameters, `unnest($1::uuid[], $2::text[], …)`, in the binary form of PostgreSQL's arrays: a driver
 * that is given strings quotes and joins each value, and the server takes them apart again; for a batch of rows with
 * sealed fields that is most of what sending them costs.
 */
type Column<T> = readonly (T | null)[]
type Counted = { readonly length: number }

const OID = { uuid: 2950, text: 25, bytea: 17, date: 1082, int2: 21, int8: 20, bool: 16 } as const

interface Writer {
  buffer: Buffer
  at: number
}

const HEADER = 20

function begin(oid: number, { length }: Counted, bytes: number): Writer {
  const buffer = Buffer.allocUnsafe(HEADER + length * (4 + bytes))
  // One dimension, perhaps with nulls, subscripts from 1; nothing at all is an array without dimensions.
  for (const [at, value] of [length === 0 ? 0 : 1, 1, oid, length, 1].entries()) buffer.writeInt32BE(value, at * 4)
  return { buffer, at: HEADER }
}

const end = ({ buffer, at }: Writer, { length }: Counted): Buffer => buffer.subarray(0, length === 0 ? 12 : at)

function room(writer: Writer, bytes: number): void {
  if (writer.at + bytes <= writer.buffer.length) return
  const grown = Buffer.allocUnsafe(Math.max(writer.buffer.length * 2, writer.at + bytes))
  writer.buffer.copy(grown, 0, 0, writer.at)
  writer.buffer = grown
}

function put<T>(writer: Writer, value: T | null, write: (value: T) => number): void {
  room(writer, 4)
  if (value === null) {
    writer.at = writer.buffer.writeInt32BE(-1, writer.at)
    return
  }
  const place = writer.at
  writer.at += 4
  const length = write(value)
  writer.buffer.writeInt32BE(length, place)
  writer.at += length
}

function columnOf<T>(values: Column<T>, of: { oid: number; bytes: number }, write: (writer: Writer, value: T) => number): Buffer {
  const writer = begin(of.oid, values, of.bytes)
  for (const value of values) put(writer, value, (filled) => write(writer, filled))
  return end(writer, values)
}

/** What a character stands for in a UUID: 16 for a dash, 17 for what may not be there. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())
  return digit >= 0 ? digit : code === 45 ? 16 : 17
})

/** Character by character: for a text so short, a call out of JavaScript costs several times as much. */
export const uuidColumn = (values: Column<string>): Buffer =>
  columnOf(values, { oid: OID.uuid, bytes: 16 }, (writer, value) => {
    room(writer, 18)
    const { buffer, at } = writer
    let digits = 0
    let high = 0
    for (let place = 0; place < value.length && digits <= 32; place += 1) {
      const digit = DIGITS[value.charCodeAt(place)] ?? 17
      if (digit > 16) break
      if (digit === 16) continue
      if (digits % 2 === 0) high = digit
      else buffer[at + (digits >> 1)] = (high << 4) | digit
      digits += 1
    }
    if (digits !== 32) throw new Error('a UUID has 32 digits')
    return 16
  })

/** How many ids of one millisecond a counter of twelve bits tells apart. */
const COUNTER = 4096

/** New ids of version 7 (RFC 9562), each after the one before: drawn and written at once, for who would draw thousands one by one. */
export function freshUuidColumn(count: number): Buffer {
  const [writer, drawn, now] = [begin(OID.uuid, { length: count }, 16), randomBytes(count * 8), Date.now()]
  const { buffer } = writer
  for (let id = 0; id < count; id += 1) {
    const at = buffer.writeInt32BE(16, writer.at)
    buffer.writeUIntBE(now + Math.floor(id / COUNTER), at, 6)
    buffer.writeUInt16BE(0x7000 | (id % COUNTER), at + 6)
    drawn.copy(buffer, at + 8, id * 8, id * 8 + 8)
    buffer[at + 8] = ((buffer[at + 8] ?? 0) & 0x3f) | 0x80
    writer.at = at + 16
  }
  return end(writer, { length: count })
}

/** Codes, words of enumerations and the like. */
const SHORT = 40

/** Writes a text of nothing but ASCII; false where it is none, and what was written is to be written over. */
function isWrittenPlain({ buffer, at }: Writer, text: string): boolean {
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code > 127) return false
    buffer[at + place] = code
  }
  return true
}

export const textColumn = (values: Column<string>): Buffer =>
  columnOf(values, { oid: OID.text, bytes: 12 }, (writer, value) => {
    // A UTF-16 unit takes at most three bytes.
    room(writer, value.length * 3)
    return value.length <= SHORT && isWrittenPlain(writer, value) ? value.length : writer.buffer.write(value, writer.at, 'utf8')
  })

export const byteaColumn = (values: Column<Buffer>): Buffer =>
  columnOf(values, { oid: OID.bytea, bytes: 64 }, (writer, value) => {
    room(writer, value.length)
    return value.copy(writer.buffer, writer.at)
  })

const DAY_MS = 86_400_000
/** Days are counted from here on the wire. */
const FIRST_DAY = Date.UTC(2000, 0, 1)

/** Legal days, `YYYY-MM-DD`. */
export const dateColumn = (values: Column<string>): Buffer =>
  columnOf(values, { oid: OID.date, bytes: 4 }, (writer, value) => {
    room(writer, 4)
    writer.buffer.writeInt32BE((Date.parse(value) - FIRST_DAY) / DAY_MS, writer.at)
    return 4
  })

export const smallintColumn = (values: Column<number>): Buffer =>
  columnOf(values, { oid: OID.int2, bytes: 2 }, (writer, value) => {
    room(writer, 2)
    writer.buffer.writeInt16BE(value, writer.at)
    return 2
  })

export const bigintColumn = (values: Column<number | bigint>): Buffer =>
  columnOf(values, { oid: OID.int8, bytes: 8 }, (writer, value) => {
    room(writer, 8)
    writer.buffer.writeBigInt64BE(BigInt(value), writer.at)
    return 8
  })

export const booleanColumn = (values: Column<boolean>): Buffer =>
  columnOf(values, { oid: OID.bool, bytes: 1 }, (writer, value) => {
    room(writer, 1)
    writer.buffer[writer.at] = value ? 1 : 0
    return 1
  })
