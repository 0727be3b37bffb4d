import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { PlainError } from '../../kernel/plain-error.ts'
import type { Frame, Manifest, WrittenTable } from './frames.ts'

/** The queue's tables are its own: of another version of it they would not fit. */
const QUEUE = 'graphile_worker.'

export interface Load {
  readonly client: pg.ClientBase
  readonly manifest: Manifest
  /** Where stored files go; nothing may lie there that is not replaced. */
  readonly files: string
  /** Whether the queue here is of the version that the backup's was. */
  readonly keepsQueue: boolean
}

const mayNot = (cause: unknown): PlainError =>
  new PlainError(
    {
      zh: '恢复要用能暂停外键检查的账户（超级用户）。请用超级用户的 DATABASE_URL 恢复，之后再换回平时的账户。',
      en: 'To restore, the account must be able to pause foreign keys (a superuser). Restore with the DATABASE_URL of a superuser, then go back to the usual one.',
    },
    cause,
  )

/** Puts rows and files in place, rows in one transaction: a restore that is cut short leaves none. */
export async function loadBackup(load: Load, frames: AsyncIterable<Frame>): Promise<void> {
  const { client, manifest, keepsQueue } = load
  const tables = new Map(manifest.tables.filter(({ name }) => keepsQueue || !name.startsWith(QUEUE)).map((table) => [table.name, table]))
  await client.query('begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
  await client.query(`set local session_replication_role = 'replica'; set local row_security = off`).catch((cause: unknown) => {
    throw mayNot(cause)
  })
  // What migrations put there is in the backup as it had become.
  await client.query(`truncate ${[...tables.keys()].join(', ')} cascade`)
  await takeAll(load, tables, frames)
  if (keepsQueue) await freeJobs(client)
  await client.query('commit')
}

async function takeAll({ client, files }: Load, tables: ReadonlyMap<string, WrittenTable>, frames: AsyncIterable<Frame>): Promise<void> {
  const [rows, bytes] = [takeRows(client, tables), takeBytes(files)]
  try {
    for await (const { head, body = Buffer.alloc(0) } of frames) {
      if (head.kind === 'rows') await rows.add(head.table, body)
      else if (head.kind === 'table') await rows.end()
      else if (head.kind === 'piece') await bytes.add(head.address, body)
      else if (head.kind === 'file') await bytes.end(head.address)
      else if (head.kind === 'end') await setSequences(client, head.sequences)
    }
  } finally {
    await bytes.stop()
  }
}

/** One COPY a table; rows of tables that nobody wants are passed over. */
function takeRows(client: pg.ClientBase, tables: ReadonlyMap<string, WrittenTable>) {
  let stream: Writable | undefined
  return {
    async add(name: string, body: Buffer): Promise<void> {
      const table = tables.get(name)
      if (!table) return
      // What goes wrong is heard where the rows end.
      stream ??= client.query(from(`copy ${table.name} (${table.columns.join(', ')}) from stdin`)).on('error', () => undefined)
      if (!stream.write(body)) await drained(stream)
    },
    async end(): Promise<void> {
      if (!stream) return
      const ending = finished(stream)
      stream.end()
      stream = undefined
      await ending
    },
  }
}

/** Room again, or no more use in waiting for it. */
const drained = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go)
      resolve()
    }
    stream.on('drain', go).on('close', go)
  })

/** Each stored file at its address, on the disk before the next one comes. */
function takeBytes(files: string) {
  let file: FileHandle | undefined
  const begin = async (address: string): Promise<FileHandle> => {
    const folder = join(files, address.slice(0, 2))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await open(join(folder, address), 'w', 0o600)
  }
  const stop = async (): Promise<void> => {
    await file?.close()
    file = undefined
  }
  return {
    async add(address: string, body: Buffer): Promise<void> {
      file ??= await begin(address)
      await file.write(body)
    },
    async end(address: string): Promise<void> {
      file ??= await begin(address)
      await file.sync()
      await stop()
    },
    stop,
  }
}

async function setSequences(client: pg.ClientBase, sequences: readonly { name: string; next: string }[]): Promise<void> {
  for (const { name, next } of sequences) {
    await client.query(`select setval(to_regclass($1), $2, false) where to_regclass($1) is not null`, [name, next])
  }
}

/** Who held a job is gone: it is taken up again at once. */
const freeJobs = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null;
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null`)
