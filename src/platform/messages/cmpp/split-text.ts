/** One part of a text as it stands in Msg_Content. */
export interface TextPart {
  readonly content: Buffer
  /** Beginning with 1. */
  readonly number: number
  readonly total: number
}

/** §7.4.3.1: Msg_Content holds at most 140 bytes in any format but ASCII. */
const ALONE_BYTES = 140
/** GSM 03.40 §9.2.3.24.1: 05 00 03 reference total number; what is left for the text is 134 bytes, 67 units. */
const HEADER_BYTES = 6
const LONGEST_PARTS = 10

/**
 * A text in UCS2 (UTF-16, big-endian), in one part where 70 units do, else in parts of at most 67 that the phone puts together
 * again by `reference`. An emoji is two units and is never cut in two: the part before it is then one unit shorter.
 * @throws where it needs more than ten parts: nobody means to send that.
 */
export function splitText(text: string, reference: number): readonly TextPart[] {
  const whole = ucs2(text)
  if (whole.length <= ALONE_BYTES) return [{ content: whole, number: 1, total: 1 }]
  const pieces = piecesOf(text, (ALONE_BYTES - HEADER_BYTES) / 2)
  if (pieces.length > LONGEST_PARTS) throw new Error(`a text of ${text.length} characters is too long for a phone`)
  return pieces.map((piece, index) => {
    const header = Buffer.from([5, 0, 3, reference & 0xff, pieces.length, index + 1])
    return { content: Buffer.concat([header, ucs2(piece)]), number: index + 1, total: pieces.length }
  })
}

const ucs2 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

function piecesOf(text: string, units: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece.length + character.length > units) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
