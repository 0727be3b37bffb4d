import { unescapeXml } from './xml-text.ts'

/** A cell as read: `column` from 0 or -1 where its tag has no reference, `style` -1 where it has none. Reused from cell to cell. */
export type PlainCell = { column: number; style: number; type: string; text: string }

const ONE_LETTER = new Map(Array.from('snbed', (letter) => [letter.charCodeAt(0), letter]))

/** The cell type spelt from `from` to `to`, or '' for none we know. By length and first letter: a look-up by a fresh string costs more than all else here. */
function typeOf(text: string, from: number, to: number): string {
  if (to - from === 1) return ONE_LETTER.get(text.charCodeAt(from)) ?? ''
  if (to - from === 3) return text.startsWith('str', from) ? 'str' : ''
  return to - from === 9 && text.startsWith('inlineStr', from) ? 'inlineStr' : ''
}

const LONGEST_VALUE = 16
/** What the value walked over last spells: capital letters as a column, digits as a number. One object for all cells. */
const spelt = { letters: 0, number: 0 }

/** Walks over the attribute value that begins at `from` to its closing quote; -1 where it is longer than any of ours. */
function walkValue(text: string, from: number): number {
  let [letters, number] = [0, 0]
  for (let at = from; at - from <= LONGEST_VALUE; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) number = number * 10 + code - 48
    else if (code >= 65 && code <= 90) letters = letters * 26 + code - 64
    else if (code === 34) {
      spelt.letters = letters
      spelt.number = number
      return at
    }
  }
  return -1
}

/** The end of the attributes that begin at `at` (the place of `>` or `/`), or -1 where there is one other than r, s and t. */
function plainAttributes(text: string, at: number, into: PlainCell): number {
  let place = at
  while (text.charCodeAt(place) === 32) {
    const name = text.charCodeAt(place + 1)
    if (text.charCodeAt(place + 2) !== 61 || text.charCodeAt(place + 3) !== 34) return -1
    const to = walkValue(text, place + 4)
    if (to < 0) return -1
    if (name === 114 && spelt.letters > 0) into.column = spelt.letters - 1
    else if (name === 115) into.style = spelt.number
    else if (name === 116) into.type = typeOf(text, place + 4, to)
    else return -1
    place = to + 1
  }
  return into.type === '' ? -1 : place
}

const VALUE_END = '</v></c>'
const INLINE_END = '</t></is></c>'
const PRESERVED = '<is><t xml:space="preserve">'

/** Where the text of the cell whose tag ends before `at` begins, or -1. */
function textStart(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === 118 && text.charCodeAt(at + 2) === 62) return at + 3
  if (text.startsWith('<is><t>', at)) return at + 7
  return text.startsWith(PRESERVED, at) ? at + PRESERVED.length : -1
}

/**
 * The short way through the cells that make up nearly all of a sheet: `<c r s t><v>…</v></c>`, an inline text, or nothing.
 * Returns where the cell ends, or -1 where it is anything else or not all there; then the scanner reads it tag by tag.
 */
export function readPlainCell(text: string, at: number, into: PlainCell): number {
  into.column = -1
  into.style = -1
  into.type = 'n'
  into.text = ''
  const tagEnd = plainAttributes(text, at + 2, into)
  if (tagEnd < 0) return -1
  if (text.charCodeAt(tagEnd) === 47) return text.charCodeAt(tagEnd + 1) === 62 ? tagEnd + 2 : -1
  const start = text.charCodeAt(tagEnd) === 62 ? textStart(text, tagEnd + 1) : -1
  const end = start < 0 ? -1 : text.indexOf('<', start)
  if (end < 0) return -1
  const closing = text.charCodeAt(start - 2) === 118 ? VALUE_END : INLINE_END
  for (let i = 1; i < closing.length; i++) if (text.charCodeAt(end + i) !== closing.charCodeAt(i)) return -1
  into.text = unescapeXml(text.slice(start, end))
  return end + closing.length
}
