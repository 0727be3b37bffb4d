/** Bytes that are written one after the other; whoever writes has made room. */
export interface Sink {
  bytes: Buffer
  at: number
}

/** A line of our CSV, its parts as bytes. */
export interface CsvLine {
  readonly number: number
  /** The UUID in its text form. */
  readonly lineId: Uint8Array
  /** What `packPayee` packed, in UTF-8, from `start` to `end`. */
  readonly payee: { readonly bytes: Uint8Array; readonly start: number; readonly end: number }
  /** Positive and safe as a number. */
  readonly amountFen: number
  /** In quotes already. */
  readonly memo: Uint8Array
}

const [QUOTE, BACKSLASH, COMMA, OPENING, CLOSING, DOT, ZERO, CR, LF] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x2e, 0x30, 0x0d, 0x0a]

export const openSink = (size: number): Sink => ({ bytes: Buffer.allocUnsafe(size), at: 0 })

/** Makes room for so many bytes more. */
export function makeRoom(sink: Sink, length: number): void {
  if (sink.at + length <= sink.bytes.length) return
  sink.bytes = Buffer.concat([sink.bytes.subarray(0, sink.at)], Math.max(2 * sink.bytes.length, sink.at + length))
}

/** A whole number that is not negative, in decimal digits, at least so many. */
function putNumber(sink: Sink, value: number, least: number): void {
  let [digits, bound] = [1, 10]
  while (digits < least || value >= bound) {
    digits += 1
    bound *= 10
  }
  let rest = value
  for (let at = sink.at + digits - 1; at >= sink.at; at -= 1) {
    const tenth = Math.floor(rest / 10)
    sink.bytes[at] = ZERO + (rest - 10 * tenth)
    rest = tenth
  }
  sink.at += digits
}

function putByte(sink: Sink, byte: number): void {
  sink.bytes[sink.at] = byte
  sink.at += 1
}

function put(sink: Sink, bytes: Uint8Array, start: number, end: number): void {
  const { bytes: into } = sink
  let to = sink.at
  for (let at = start; at < end; at += 1) into[to++] = bytes[at] ?? 0
  sink.at = to
}

/** Where the account ends in a packed payee, `["account","holder","bank"]` without a backslash and with a holder; undefined of any other. */
function accountEnd({ bytes, start, end }: CsvLine['payee']): number | undefined {
  if (bytes[start] !== OPENING || bytes[start + 1] !== QUOTE || bytes[end - 2] !== QUOTE || bytes[end - 1] !== CLOSING) return undefined
  let [first, second, quotes] = [0, 0, 0]
  for (let at = start + 2; at < end - 2; at += 1) {
    const byte = bytes[at]
    if (byte === BACKSLASH) return undefined
    if (byte !== QUOTE) continue
    if (bytes[at + 1] !== COMMA || bytes[at + 2] !== QUOTE) return undefined
    if (quotes === 0) first = at
    else second = at
    quotes += 1
    at += 2
  }
  return quotes === 2 && second > first + 3 && second + 3 <= end - 2 ? first : undefined
}

/**
 * Writes the bytes that `BANK_FORMATS.csv.line` gives for the same line, without making a text of any of them: of a million
 * lines that took longer than opening them.
 *
 * @returns false, having written nothing, of a payee that is not the plain case: a text with a quote or a backslash in it, a
 * bare number, no holder
 */
export function writeCsvLine(sink: Sink, { number, lineId, payee, amountFen, memo }: CsvLine): boolean {
  const { bytes, start, end } = payee
  const first = accountEnd(payee)
  if (first === undefined) return false
  makeRoom(sink, end - start + lineId.length + memo.length + 64)
  putNumber(sink, number, 1)
  putByte(sink, COMMA)
  put(sink, lineId, 0, lineId.length)
  putByte(sink, COMMA)
  // "holder","bank" stand there as they are written: quotes, comma and all.
  put(sink, bytes, first + 2, end - 1)
  putByte(sink, COMMA)
  put(sink, bytes, start + 2, first)
  putByte(sink, COMMA)
  const yuan = Math.floor(amountFen / 100)
  putNumber(sink, yuan, 1)
  putByte(sink, DOT)
  putNumber(sink, amountFen - 100 * yuan, 2)
  putByte(sink, COMMA)
  put(sink, memo, 0, memo.length)
  putByte(sink, CR)
  putByte(sink, LF)
  return true
}
