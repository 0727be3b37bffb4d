import { createHash } from 'node:crypto'

/** A statement that each connection parses and plans once, and knows by its name from then on. */
export interface Prepared {
  readonly name: string
  readonly text: string
}

/**
 * For the statements of the daily work, asked thousands of times a minute: parsing and planning one behind row-level
 * policies costs more than running it. Not for those whose best plan depends on the values (a search), nor for text
 * that is put together anew each time: a connection keeps what it has prepared.
 */
export const prepared = (text: string): Prepared => ({ name: createHash('sha256').update(text).digest('base64url'), text })
