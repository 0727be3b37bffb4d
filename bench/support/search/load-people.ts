import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { bareTables } from '../../../demo/bare-tables.ts'
import { connectionOf } from '../connection-of.ts'
import type { LoadShare } from './copy-share.ts'

const TABLES = ['registry.people', 'registry.entitled_identities', 'registry.search_keys'] as const

/** Loads so many people, their keys and classes: copied by a process a core into tables without indexes, which are built afterwards. */
export async function loadPeople(
  pool: Pool,
  { people, units, masterKey }: { people: number; units: readonly string[]; masterKey: string },
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { dress } = await bareTables(client, TABLES)
    await client.query('commit')
    const shares = Math.min(4, availableParallelism())
    const edge = (at: number): number => Math.round((people * at) / shares)
    const connection = connectionOf(pool)
    await Promise.all(
      Array.from({ length: shares }, (_, at) => copyShare({ from: edge(at), to: edge(at + 1), units, masterKey, connection })),
    )
    for (const table of TABLES) await client.query(`vacuum ${table}`)
    await client.query('begin')
    await dress()
    await client.query('commit')
    await client.query('checkpoint')
  } finally {
    client.release(true)
  }
}

async function copyShare(share: LoadShare): Promise<void> {
  const child = fork(join(import.meta.dirname, 'copy-share.ts'), { execArgv: ['--import', 'tsx'] })
  child.send(share)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`people ${share.from} to ${share.to} were not copied (exit code ${code})`)
}
