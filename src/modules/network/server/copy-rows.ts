import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'

type Field = string | number | boolean

const ENOUGH = 1 << 16
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const field = (value: Field): string =>
  typeof value === 'string' ? value.replaceAll(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : String(value)

/** Rows in PostgreSQL's COPY text form, in chunks large enough for the wire. */
function* copyText(rows: Iterable<readonly Field[]>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(field).join('\t')}\n`
    if (chunk.length < ENOUGH) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

/** Appends rows to a table: `target` is a table with its columns, `network.division_keys (key, rank, code)`. */
export async function copyRows(client: PoolClient, target: string, rows: Iterable<readonly Field[]>): Promise<void> {
  await pipeline(Readable.from(copyText(rows)), client.query(from(`copy ${target} from stdin`)))
}
