import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { countFilesByKey, resealFiles } from '../files/index.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { countByKey, rotateTable } from './rotate-table.ts'
import type { SealedTable } from './sealed-table.ts'

export interface Sealings {
  readonly pool: pg.Pool
  readonly secrets: Secrets
  readonly tables: readonly SealedTable[]
  /** Where the stored files lie. */
  readonly files: string
}

/** Ciphertexts and stored files by the three bytes that they begin with, in hexadecimal digits. */
export async function countAll({ pool, tables, files }: Omit<Sealings, 'secrets'>): Promise<Map<string, number>> {
  const all = new Map<string, number>()
  const add = (counts: ReadonlyMap<string, number>): void => {
    for (const [begins, count] of counts) all.set(begins, (all.get(begins) ?? 0) + count)
  }
  for (const table of tables) add(await countByKey(pool, table))
  add(await countFilesByKey(files))
  return all
}

/** What is not sealed with the newest key. */
export async function countStale(sealings: Sealings): Promise<number> {
  const newest = sealings.secrets.header.toString('hex')
  return [...(await countAll(sealings))].reduce((sum, [begins, count]) => (begins === newest ? sum : sum + count), 0)
}

/** Rows that are held by somebody for longer than this many turns are left for another time. */
const TURNS = 20
const BETWEEN_MS = 250

/** How a rotation ended. */
export interface Ended {
  readonly written: number
  /** Counted anew at the end: nothing is done before this is none. */
  readonly left: number
  readonly unreadable: readonly string[]
}

/** Writes everything anew that is not sealed with the newest key, in as many turns as rows are held by others; `told` of each table. */
export async function rotateAll(sealings: Sealings, told: (what: string, written: number) => void): Promise<Ended> {
  const { pool, secrets, tables, files } = sealings
  let written = 0
  for (let turn = 1; ; turn += 1) {
    const unreadable: string[] = []
    for (const { what, run } of [
      ...tables.map((table) => ({ what: table.table, run: () => rotateTable(pool, secrets, table) })),
      { what: 'files', run: () => resealFiles(files, secrets) },
    ]) {
      const done = await run()
      written += done.written
      unreadable.push(...done.unreadable)
      if (done.written > 0) told(what, done.written)
    }
    const left = await countStale(sealings)
    if (left <= unreadable.length || turn === TURNS) return { written, left, unreadable }
    await sleep(BETWEEN_MS)
  }
}
