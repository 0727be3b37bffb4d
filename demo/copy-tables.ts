import type { PoolClient } from 'pg'
import { openCopySink, type RowSink } from './copy-sink.ts'

type Field = string | number | boolean | bigint | null | Buffer | readonly string[]

/** Takes rows for many tables at once; what has gathered of a table goes on its way while more are being made. */
export interface TableCopier {
  /** Appends a row to a table, `schema.table (columns)`. */
  readonly row: (target: string, fields: readonly Field[]) => void
  /** Lets the wire breathe; waits where the database has fallen far behind. */
  readonly rest: () => Promise<void>
  /** Sends what is left. Resolves when everything stands; rejects with the first fault. */
  readonly end: () => Promise<void>
}

/** Characters of one table that go together. */
const ENOUGH = 1 << 19

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : text

/** A field of PostgreSQL's COPY text form; a list is an array of plain words (codes, ids). */
function fieldText(value: Field): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value)
}

function rowText(fields: readonly Field[]): string {
  let text = ''
  for (const field of fields) text += text === '' ? fieldText(field) : `\t${fieldText(field)}`
  return `${text}\n`
}

/** Rows as COPY's text, in pieces that are worth a message. */
export function openRowTexts(sink: RowSink): TableCopier {
  const open = new Map<string, { text: string }>()
  let rests = 0
  return {
    row: (target, fields) => {
      const table = open.get(target) ?? { text: '' }
      open.set(target, table)
      table.text += rowText(fields)
      if (table.text.length < ENOUGH) return
      void sink.take(target, Buffer.from(table.text))
      table.text = ''
    },
    rest: async () => {
      rests += 1
      if (rests % 8 === 0) await sink.room()
    },
    end: async () => {
      for (const [target, { text }] of open) if (text !== '') void sink.take(target, Buffer.from(text))
      await sink.end()
    },
  }
}

/** Copies rows in over one connection. @param frozen tables that this transaction has emptied: their rows are born frozen */
export const openTableCopier = (client: PoolClient, frozen: readonly string[]): TableCopier => openRowTexts(openCopySink(client, frozen))
