import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { uuidv7 } from 'uuidv7'
import { actions, jobs } from '../../../src/catalogue.ts'
import { AccountId } from '../../../src/kernel/id.ts'
import { rangeOf, type UnitCode } from '../../../src/kernel/region-code.ts'
import type { Actor } from '../../../src/platform/access/actor.ts'
import { atWork } from '../../../src/platform/access/at-work.ts'
import { type Ground, runAction } from '../../../src/platform/actions/run-action.ts'
import { systemClock } from '../../../src/platform/clock/clock.ts'
import { APP_LIMITS, makePool, OWNER_LIMITS } from '../../../src/platform/database/make-pool.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import { type FileStore, openFileStore, recordFile } from '../../../src/platform/files/index.ts'
import { startJobs } from '../../../src/platform/jobs/jobs.ts'
import { openMasterKey } from '../../../src/platform/secrets/master-key.ts'
import { openSecrets } from '../../../src/platform/secrets/secrets.ts'

/** What the process is told: the roster to import, for whom, and where the rest of the program lives. */
export interface Importing {
  readonly owner: ClientConfig
  readonly app: ClientConfig
  readonly dataDirectory: string
  /** The key that whoever compares the answers opens them with. */
  readonly keyFile: string | undefined
  readonly unitCode: UnitCode
  readonly path: string
}

/** What it measured. */
export interface Imported {
  readonly importId: string
  readonly status: string
  /** From the question to the preview with the first mistakes. */
  readonly previewMs: number
  readonly wrongShown: number
  /** From the order to the last row settled, and to the returned workbook. */
  readonly landedSeconds: number
  readonly doneSeconds: number
  /** The most memory the whole process ever held. */
  readonly megabytes: number
}

interface Progress {
  status: string
  rows_read: number
  finished_at: string | null
  refusal: string | null
}

const found = (name: string) => {
  const action = actions.find(({ contract }) => contract.name === name)
  if (!action) throw new Error(`there is no ${name}`)
  return action
}

async function importRoster({ owner, app, dataDirectory, keyFile, unitCode, path }: Importing): Promise<Imported> {
  const ring = await openMasterKey({ keyFile, directory: dataDirectory })
  if (!ring.ok) throw new Error(ring.refusal.code)
  const secrets = openSecrets({ ...ring.value, profile: 'gm' })
  const files = await openFileStore({ directory: `${dataDirectory}/files`, secrets })
  const pool = makePool(app, APP_LIMITS, () => undefined)
  const ownerPool = makePool(owner, OWNER_LIMITS, () => undefined)
  const ground = { pool, clock: systemClock, secrets, files }
  const fileId = await upload(files, { pool, unitCode, path })
  const turns = await startJobs({ ownerPool, ground, jobs, log: (line) => process.stderr.write(`${line}\n`) })
  try {
    const begun = performance.now()
    const looked = await act(ground, unitCode, { name: 'import.start', input: { fileId, unitCode } })
    const previewMs = performance.now() - begun
    const { importId, preview } = looked as { importId: string; preview: { wrong: unknown[] } }
    const run = await follow({ ground, unitCode, importId })
    const megabytes = process.resourceUsage().maxRSS / 1024
    return { importId, previewMs, wrongShown: preview.wrong.length, ...run, megabytes }
  } finally {
    await turns.stop()
    await pool.end()
    await ownerPool.end()
  }
}

const ACCOUNT = AccountId.parse('0198a002-0000-7000-8000-000000000007')

const actorOf = (unitCode: UnitCode): Actor => atWork({ accountId: ACCOUNT, name: '陈晓琴', unitCode, roles: ['countyOfficer'] })

async function upload(files: FileStore, { pool, unitCode, path }: { pool: Ground['pool']; unitCode: UnitCode; path: string }) {
  const taken = await files.take(createReadStream(path), { bytes: Number.MAX_SAFE_INTEGER })
  if (!taken.ok) throw new Error(taken.refusal.code)
  const { value: bytes } = taken
  const file = { unitCode, kind: 'import' as const, ownerId: ACCOUNT, name: basename(path), bytes, now: systemClock.now() }
  return await withScope(pool, rangeOf(unitCode), 'write', (tx) => recordFile(tx, file))
}

async function act(ground: Ground, unitCode: UnitCode, { name, input }: { name: string; input: unknown }): Promise<unknown> {
  const answer = await runAction(ground, found(name), { actor: actorOf(unitCode), actionId: uuidv7(), input })
  if (answer.kind !== 'value') throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value
}

async function follow({ ground, unitCode, importId }: { ground: Ground; unitCode: UnitCode; importId: string }) {
  const begun = performance.now()
  const since = () => (performance.now() - begun) / 1000
  await act(ground, unitCode, { name: 'import.run', input: { importId } })
  const times = { read: -1, landedSeconds: 0 }
  for (;;) {
    const { rows } = await withScope(ground.pool, rangeOf(unitCode), 'read', (tx) =>
      tx.query<Progress>('select status, rows_read, finished_at, refusal from registry.imports where id = $1', [importId]),
    )
    const now = rows[0]
    if (!now) throw new Error('the import is gone')
    if (now.rows_read !== times.read) Object.assign(times, { read: now.rows_read, landedSeconds: since() })
    if (now.refusal !== null) throw new Error(now.refusal)
    if (now.finished_at !== null) return { status: now.status, landedSeconds: times.landedSeconds, doneSeconds: since() }
    await sleep(200)
  }
}

process.once('message', (importing) => {
  importRoster(importing as Importing).then(
    (imported) => process.send?.(imported, undefined, {}, () => process.exit(0)),
    (fault: unknown) => {
      process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
      process.exit(1)
    },
  )
})
