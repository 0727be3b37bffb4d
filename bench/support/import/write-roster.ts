import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeWorkbook } from '../../../src/platform/workbook/index.ts'
import { type County, rowOf, TITLES } from './roster.ts'

export interface Roster {
  readonly rows: number
  readonly counties: readonly County[]
}

const LINES = 2_000

function* csvOf(roster: Roster): Generator<string> {
  let text = `${TITLES.join(',')}\r\n`
  for (let at = 0; at < roster.rows; at += 1) {
    text += `${rowOf(at, roster).cells.join(',')}\r\n`
    if (at % LINES !== LINES - 1) continue
    yield text
    text = ''
  }
  yield text
}

function* rowsOf(roster: Roster): Generator<readonly string[]> {
  for (let at = 0; at < roster.rows; at += 1) yield rowOf(at, roster).cells
}

/** Writes a roster as a spreadsheet program would: csv in UTF-8, or xlsx. */
export async function writeRoster(roster: Roster, { kind, path }: { kind: 'csv' | 'xlsx'; path: string }): Promise<void> {
  if (kind === 'csv') return await pipeline(Readable.from(csvOf(roster)), createWriteStream(path))
  const columns = TITLES.map((title) => ({ title, kind: 'text' as const }))
  await writeWorkbook(path, { sheets: [{ name: '花名册', columns, rows: rowsOf(roster) }] })
}
