import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { findMigrations, migrate } from '../database/migrate.ts'
import { pendingMigrations, readMigrations } from '../database/migration-files.ts'
import { installJobs } from '../jobs/jobs.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { CheckedBackup } from './check-backup.ts'
import { loadBackup } from './load-backup.ts'
import { readSealed } from './sealed-file.ts'

export interface AskedRestore {
  /** Of the owner of an empty database. */
  readonly pool: pg.Pool
  readonly secrets: Secrets
  readonly appPassword: string
  /** Where stored files go. */
  readonly files: string
  readonly log: (line: string) => void
}

/**
 * Puts a backup that has been checked into an empty database: the schema as it was then, its rows, its files. What came
 * to the schema since is a matter of the next migration. Rows land in one transaction; afterwards they are counted.
 *
 * @throws PlainError where the database is not empty, the backup comes from a newer Guidui, or the account may not
 */
export async function restoreBackup(path: string, { manifest, ending }: CheckedBackup, asked: AskedRestore): Promise<void> {
  const { pool, secrets, appPassword, log } = asked
  await assertEmpty(pool)
  pendingMigrations(await readMigrations(findMigrations()), manifest.migrations)
  const only = manifest.migrations.map(({ name }) => name)
  await migrate(pool, { directory: findMigrations(), appPassword, only, log: () => undefined })
  await installJobs(pool)
  const keepsQueue = (await queueSteps(pool)).join() === manifest.queue.join()
  if (!keepsQueue) log('任务队列的版本不同，未恢复排队中的任务 / the job queue is of another version: waiting jobs are not restored')
  const client = await pool.connect()
  try {
    await loadBackup({ client, manifest, files: asked.files, keepsQueue }, readSealed(path, secrets))
    await assertSame(client, { manifest, ending }, keepsQueue)
  } finally {
    client.release(true)
  }
}

async function assertEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ is_used: boolean }>(`select to_regclass('app.migrations') is not null as is_used`)
  if (!rows[0]?.is_used) return
  throw new PlainError({
    zh: '这个数据库里已有数据，恢复不会覆盖它。请新建一个空数据库再恢复。',
    en: 'This database has data already, and a restore never overwrites it. Restore into a new, empty database.',
  })
}

const queueSteps = async (pool: pg.Pool): Promise<number[]> =>
  (await pool.query<{ id: number }>('select id from graphile_worker.migrations order by id')).rows.map(({ id }) => id)

/** What stands in the database now, counted by itself. */
async function assertSame(client: pg.ClientBase, { manifest, ending }: CheckedBackup, keepsQueue: boolean): Promise<void> {
  const tables = manifest.tables.filter(({ name }) => keepsQueue || !name.startsWith('graphile_worker.'))
  await client.query('begin; set local row_security = off; set local statement_timeout = 0')
  let rows = 0
  for (const { name } of tables)
    rows += (await client.query<{ count: number }>(`select count(*)::int as count from ${name}`)).rows[0]?.count ?? 0
  const heads = await client.query(`select seq::text as leaves, encode(hash, 'hex') as hash from spine.heads order by bureau_code`)
  await client.query('commit; analyze')
  if (keepsQueue && rows !== ending.rows) throw new Error(`${ending.rows} rows were in the backup, ${rows} are in the database`)
  const told = ending.heads.map(({ leaves, hash }) => ({ leaves, hash }))
  if (JSON.stringify(heads.rows) !== JSON.stringify(told)) throw new Error('the chains end elsewhere than in the backup')
}
