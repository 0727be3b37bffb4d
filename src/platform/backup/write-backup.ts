import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { dumpFiles } from './dump-files.ts'
import { beginMoment, dumpTables, readEnds, readManifest } from './dump-tables.ts'
import type { Frame } from './frames.ts'
import { writeSealed } from './sealed-file.ts'

export interface AskedBackup {
  /** Of the owner, who sees every row. */
  readonly pool: pg.Pool
  readonly secrets: Secrets
  /** Where stored files lie. */
  readonly files: string
  readonly madeAt: string
  /** Tables that are made anew from the others after a restore. */
  readonly leftOut: readonly string[]
}

/**
 * Writes all that the database is at one moment, and every stored file, into one sealed file; then reads it again to its
 * end. The server may be at work meanwhile. The master key is not in it.
 *
 * @throws PlainError where the account may not see every row, or what was written does not read back
 */
export async function writeBackup(path: string, asked: AskedBackup): Promise<CheckedBackup> {
  const client = await asked.pool.connect()
  try {
    await writeSealed(path, asked.secrets, framesOf(client, asked))
  } catch (fault) {
    throw isDenied(fault) ? mayNot(fault) : fault
  } finally {
    // Its COPY may have been cut in the middle.
    client.release(true)
  }
  return await checkBackup(path, asked.secrets)
}

const isDenied = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === '42501'

const mayNot = (cause: unknown): PlainError =>
  new PlainError(
    {
      zh: '备份要用能看到每一行的账户（超级用户，或有 BYPASSRLS 的所有者）。请用这样的 DATABASE_URL 再试；什么也没有写下。',
      en: 'To back up, the account must see every row (a superuser, or an owner with BYPASSRLS). Try again with the DATABASE_URL of one; nothing was written.',
    },
    cause,
  )

/** Rows before files: a file lies on the disk before any row names it. */
async function* framesOf(client: pg.PoolClient, asked: AskedBackup): AsyncGenerator<Frame> {
  await beginMoment(client)
  const manifest = await readManifest(client, asked)
  yield { head: manifest }
  const rows = yield* dumpTables(client, manifest.tables)
  const ends = await readEnds(client)
  await client.query('commit')
  const files = yield* dumpFiles(asked.files)
  yield { head: { kind: 'end', tables: manifest.tables.length, rows, files, ...ends } }
}
