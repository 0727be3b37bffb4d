import { Buffer } from 'node:buffer'

/** One fact in a stream, as numbers. */
export interface StreamedFact {
  /** The twelve digits of the place as a number, and the unit's serial there (0: none). */
  place: number
  serial: number
  /** Days since 2000-01-01. */
  day: number
  quantity: number
  /** Kind and dimensions as they came: the key to what the fact counts for. `kindLength` tells them apart. */
  subject: string
  kindLength: number
  /** How many persons; the UUID of the first begins at `personsAt` of `bytes`, each next one `PERSON_STEP` further. */
  persons: number
  personsAt: number
  bytes: DataView
}

/** The columns in the order in which they are read; none of them may be null. */
export const FACT_COLUMNS = 'unit_code, on_day, quantity, kind, dimensions, person_ids'

/** A UUID in an array: its length, and sixteen bytes. */
export const PERSON_STEP = 20

const [FIELDS, HEADER, SHIFT] = [6, 19, 4_294_967_296]
const PLACE_DIGITS = 12

function readDigits(bytes: DataView, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + (bytes.getUint8(at) - 48)
  return value
}

/** Where a row ends, or −1 where it is not all there. A count of −1 fields ends the stream: two bytes. */
function endOf(bytes: DataView, from: number): number {
  if (from + 2 > bytes.byteLength) return -1
  if (bytes.getInt16(from) === -1) return from + 2
  let at = from + 2
  for (let field = 0; field < FIELDS; field += 1) {
    if (at + 4 > bytes.byteLength) return -1
    at += 4 + bytes.getInt32(at)
  }
  return at <= bytes.byteLength ? at : -1
}

/** Reads a row of binary COPY into `fact`, which is used again and again. */
function readRow(chunk: Buffer, bytes: DataView, from: number, fact: StreamedFact): void {
  const unit = from + 6
  const unitEnd = unit + bytes.getInt32(unit - 4)
  const quantity = unitEnd + 12
  const kind = quantity + 12
  const kindEnd = kind + bytes.getInt32(kind - 4)
  const dimensionsEnd = kindEnd + 4 + bytes.getInt32(kindEnd)
  fact.bytes = bytes
  fact.place = readDigits(bytes, unit, unit + PLACE_DIGITS)
  fact.serial = unitEnd > unit + PLACE_DIGITS ? readDigits(bytes, unit + PLACE_DIGITS + 1, unitEnd) : 0
  fact.day = bytes.getInt32(unitEnd + 4)
  fact.quantity = bytes.getInt32(quantity) * SHIFT + bytes.getUint32(quantity + 4)
  fact.subject = chunk.toString('latin1', kind, dimensionsEnd)
  fact.kindLength = kindEnd - kind
  // An array without dimensions is empty; else: dimensions, flags, type, length, first subscript, and the elements.
  fact.persons = bytes.getInt32(dimensionsEnd + 4) === 0 ? 0 : bytes.getInt32(dimensionsEnd + 16)
  fact.personsAt = dimensionsEnd + 28
}

/** Calls `take` for every row of a stream of binary COPY, with the same object each time. @returns how many there were. */
export async function readFacts(chunks: AsyncIterable<Buffer>, take: (fact: StreamedFact) => void): Promise<number> {
  const none = new DataView(new ArrayBuffer(0))
  const fact: StreamedFact = {
    ...{ place: 0, serial: 0, day: 0, quantity: 0, subject: '', kindLength: 0, persons: 0, personsAt: 0 },
    bytes: none,
  }
  let rest: Buffer = Buffer.alloc(0)
  let [count, skip] = [0, HEADER]
  for await (const more of chunks) {
    const chunk = rest.length === 0 ? more : Buffer.concat([rest, more])
    const bytes = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let at = Math.min(skip, chunk.length)
    skip -= at
    for (let end = endOf(bytes, at); end !== -1; end = endOf(bytes, at)) {
      if (end > at + 2) {
        readRow(chunk, bytes, at, fact)
        take(fact)
        count += 1
      }
      at = end
    }
    rest = chunk.subarray(at)
  }
  return count
}

/** Kind and dimensions of a subject. Between them stand a length and the version of the format, five bytes. */
export function readSubject({ subject, kindLength }: StreamedFact): { kind: string; dimensions: Record<string, string> } {
  const dimensions = Buffer.from(subject.slice(kindLength + 5), 'latin1').toString('utf8')
  return { kind: subject.slice(0, kindLength), dimensions: JSON.parse(dimensions) as Record<string, string> }
}
