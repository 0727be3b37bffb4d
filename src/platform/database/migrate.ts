import type pg from 'pg'
import { repositoryPath } from '../config/repository-path.ts'
import { ensureAppRoles } from './app-role.ts'
import { type AppliedMigration, type Migration, pendingMigrations, readMigrations } from './migration-files.ts'

/** 'migrate' in ASCII: one process migrates a database, the others wait. */
const LOCK = '30796155206137957'

export interface MigrateOptions {
  /** `findMigrations()` for the repository's own. */
  readonly directory: string
  /** Of the login role `guidui_app_<database>`: printable ASCII, at least 16 characters. */
  readonly appPassword: string
  readonly log: (line: string) => void
  /** Only these steps, as they were when a backup was made; the others are left for a later call. */
  readonly only?: readonly string[]
}

/**
 * Brings a database up to date: roles, then every step not yet in `app.migrations`, each in one transaction with its row
 * there. A process killed at any point leaves whole steps; running again goes on from there. Running twice changes nothing.
 *
 * @returns the names of the steps taken
 * @throws PlainError where other code than this has migrated the database
 */
export async function migrate(owner: pg.Pool, { directory, appPassword, log, only }: MigrateOptions): Promise<string[]> {
  const files = await readMigrations(directory)
  const client = await owner.connect()
  try {
    // Else the session of a killed process works on, lock and all, until its statement ends. Some systems cannot do it.
    await client.query("set client_connection_check_interval = '1s'").catch(() => undefined)
    await client.query(`select pg_advisory_lock(${LOCK})`)
    const database = (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? ''
    await ensureAppRoles(client, database, appPassword)
    await ensureLedger(client)
    const applied = await client.query<AppliedMigration>('select name, sha256 from app.migrations order by name')
    const wanted = only && new Set(only)
    const pending = pendingMigrations(files, applied.rows).filter(({ name }) => !wanted || wanted.has(name))
    for (const step of pending) {
      await apply(client, step)
      log(`database: applied ${step.name}`)
    }
    return pending.map(({ name }) => name)
  } finally {
    // Not back into the pool: ending the session is what surely gives the lock back.
    client.release(true)
  }
}

async function ensureLedger(client: pg.ClientBase): Promise<void> {
  await client.query(`
    begin;
    create schema if not exists app;
    create table if not exists app.migrations (
      name       text collate "C" not null,
      sha256     text collate "C" not null,
      applied_at timestamptz      not null default now(),
      constraint migrations_pkey primary key (name)
    );
    comment on table app.migrations is 'Append-only ledger of schema changes: file name and hash of each migration applied.';
    commit`)
}

async function apply(client: pg.ClientBase, step: Migration): Promise<void> {
  try {
    if (!step.isTransactional) for (const statement of statementsOf(step.text)) await client.query(statement)
    // A waiting schema change makes everybody queue behind it: better to fail and be run again.
    await client.query("begin; set local lock_timeout = '10s'")
    if (step.isTransactional) await client.query(step.text)
    await client.query('insert into app.migrations (name, sha256) values ($1, $2)', [step.name, step.sha256])
    await client.query('commit')
  } catch (cause) {
    throw new Error(`migration ${step.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** PostgreSQL runs several statements in one message as one transaction: so one by one. Such files hold no function bodies. */
const statementsOf = (text: string): string[] =>
  text
    .split(/;[ \t]*$/m)
    .map((part) => part.replace(/^\s*--.*$/gm, '').trim())
    .filter((part) => part !== '')

/** The repository's `migrations/`. */
export const findMigrations = (): string => repositoryPath('migrations')
