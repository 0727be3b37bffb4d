import type { LeafDetail } from './contract.ts'

const SAFE_TEXT = [
  /^\d{12}(-[1-9]\d?)?$/, // a place or a unit
  /^\d{4}-\d{2}(-\d{2})?$/, // a month or a day
  /^[A-Za-z][A-Za-z0-9._-]{0,63}( [A-Za-z][A-Za-z0-9._-]{0,63}){0,19}$/, // a code word, or a list of them
]

/** An id of ours begins with a digit, one that another program made may begin as a word does. */
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const isShowable = (value: unknown): value is string | number | boolean =>
  typeof value === 'string'
    ? SAFE_TEXT.some((form) => form.test(value)) && !ID.test(value)
    : typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) < 1e10)

/**
 * What a leaf's text may show of its detail: codes, days and counts. Ids stay in the text that is hashed: they may be those of
 * persons, or of files that lie outside the reader's range. Actions are to write nothing else; should one
 * ever write a name or a number of a person, it still does not leave the server here. (Numbers of 11 digits and more may be phones.)
 */
export function leafDetail(canon: string): LeafDetail {
  const { detail } = JSON.parse(canon) as { detail?: Record<string, unknown> }
  return Object.fromEntries(
    Object.entries(detail ?? {}).filter((entry): entry is [string, string | number | boolean] => isShowable(entry[1])),
  )
}
