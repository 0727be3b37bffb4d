import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'

type Field = string | number | boolean | bigint | null | Buffer | readonly string[]

/** Takes rows for many tables at once and copies them in, a table at a time, while more are being made. */
export interface TableCopier {
  /** Appends a row to a table, `schema.table (columns)`. */
  readonly row: (target: string, fields: readonly Field[]) => void
  /** Lets the wire breathe; waits where the database has fallen far behind. */
  readonly rest: () => Promise<void>
  /** Copies in what is left. Resolves when everything stands; rejects with the first fault. */
  readonly end: () => Promise<void>
}

const ENOUGH = 1 << 20
/** Characters that may wait for the database: memory stays the same for a million people. */
const MOST_WAITING = 24 * ENOUGH
const PIECE = 1 << 17

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

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

/** @param frozen tables that this transaction has emptied: their rows are born frozen */
export function openTableCopier(client: PoolClient, frozen: readonly string[]): TableCopier {
  const open = new Map<string, { text: string }>()
  const state = { waiting: 0, rests: 0, fault: undefined as unknown, last: Promise.resolve() }
  const send = (target: string, text: string): void => {
    state.waiting += text.length
    state.last = state.last
      .then(() =>
        state.fault === undefined
          ? pipeline(
              Readable.from(pieces(text)),
              client.query(from(`copy ${target} from stdin${frozen.includes(target.replace(/ .*/s, '')) ? ' with (freeze)' : ''}`)),
            )
          : undefined,
      )
      .catch((fault: unknown) => {
        state.fault ??= fault
      })
      .finally(() => {
        state.waiting -= text.length
      })
  }
  const row: TableCopier['row'] = (target, fields) => {
    const table = open.get(target) ?? { text: '' }
    open.set(target, table)
    table.text += `${fields.map(fieldText).join('\t')}\n`
    if (table.text.length < ENOUGH) return
    send(target, table.text)
    table.text = ''
  }
  const rest = async (): Promise<void> => {
    state.rests += 1
    if (state.rests % 8 === 0) await new Promise(setImmediate)
    while (state.waiting > MOST_WAITING) await state.last
    if (state.fault !== undefined) throw state.fault
  }
  const end = async (): Promise<void> => {
    for (const [target, { text }] of open) if (text !== '') send(target, text)
    await state.last
    if (state.fault !== undefined) throw state.fault
  }
  return { row, rest, end }
}
