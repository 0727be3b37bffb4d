import { Buffer } from 'node:buffer'

const [TAB, NEWLINE, DASH] = [9, 10, 45]

/** One fact in a stream, as numbers; `subject` is its kind and dimensions as they came, the key to what it counts for. */
export interface FactLine {
  /** The twelve digits of the place as a number, and the unit's serial there (0: none). */
  place: number
  serial: number
  /** 20261122 */
  day: number
  quantity: number
  subject: string
  /** How many persons, and where the first one's UUID begins in `bytes`: 36 bytes each, one byte between. */
  persons: number
  personsAt: number
  bytes: Buffer
}

/** The columns in the order in which the lines are read. */
export const FACT_COLUMNS = 'unit_code, on_day, quantity, kind, dimensions, person_ids'

function readNumber(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === DASH
  let value = 0
  for (let at = isNegative ? from + 1 : from; at < to; at += 1) value = value * 10 + ((bytes[at] ?? 48) - 48)
  return isNegative ? -value : value
}

/** Reads one line of COPY text into `line`, which is used again and again. `from` is its first byte, `to` its newline. */
function readLine(bytes: Buffer, from: number, line: FactLine): number {
  const unitEnd = bytes.indexOf(TAB, from)
  const dayEnd = bytes.indexOf(TAB, unitEnd + 1)
  const quantityEnd = bytes.indexOf(TAB, dayEnd + 1)
  const kindEnd = bytes.indexOf(TAB, quantityEnd + 1)
  const subjectEnd = bytes.indexOf(TAB, kindEnd + 1)
  const end = bytes.indexOf(NEWLINE, subjectEnd + 1)
  line.bytes = bytes
  line.place = readNumber(bytes, from, from + 12)
  line.serial = unitEnd > from + 12 ? readNumber(bytes, from + 13, unitEnd) : 0
  line.day =
    readNumber(bytes, unitEnd + 1, unitEnd + 5) * 10_000 +
    readNumber(bytes, unitEnd + 6, unitEnd + 8) * 100 +
    readNumber(bytes, unitEnd + 9, dayEnd)
  line.quantity = readNumber(bytes, dayEnd + 1, quantityEnd)
  line.subject = bytes.toString('latin1', quantityEnd + 1, subjectEnd)
  line.persons = Math.floor((end - subjectEnd - 2) / 37)
  line.personsAt = subjectEnd + 2
  return end + 1
}

/** Calls `take` for every line of a stream of COPY text, with the same object each time. @returns how many there were. */
export async function readFactLines(chunks: AsyncIterable<Buffer>, take: (line: FactLine) => void): Promise<number> {
  const line: FactLine = { place: 0, serial: 0, day: 0, quantity: 0, subject: '', persons: 0, personsAt: 0, bytes: Buffer.alloc(0) }
  let rest: Buffer = Buffer.alloc(0)
  let count = 0
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = bytes.lastIndexOf(NEWLINE) + 1
    for (let at = 0; at < end; count += 1) {
      at = readLine(bytes, at, line)
      take(line)
    }
    rest = bytes.subarray(end)
  }
  return count
}

/** Kind and dimensions of a subject. COPY doubles a backslash; anything else it would escape, JSON has escaped already. */
export function readSubject(subject: string): { kind: string; dimensions: Record<string, string> } {
  const text = Buffer.from(subject, 'latin1').toString('utf8')
  const at = text.indexOf('\t')
  return { kind: text.slice(0, at), dimensions: JSON.parse(text.slice(at + 1).replaceAll('\\\\', '\\')) as Record<string, string> }
}
