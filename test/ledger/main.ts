import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { loginRoleOf, loginRolesOf } from '../../src/platform/database/app-role.ts'
import { asRole } from '../../src/platform/database/database-url.ts'
import { APP_LIMITS, makePool, OWNER_LIMITS } from '../../src/platform/database/make-pool.ts'
import { findMigrations, migrate } from '../../src/platform/database/migrate.ts'
import { openFileStore } from '../../src/platform/files/index.ts'
import { installJobs } from '../../src/platform/jobs/jobs.ts'
import { startOwnServer } from '../database/own-server.ts'
import { asAdmin, dropDatabases, onDatabase } from '../database/test-server.ts'
import { ground } from '../world.ts'
import { race } from './races.ts'
import { replay } from './replay.ts'
import { simulate } from './simulate.ts'

// npm run ledger -- [--ops 1000000] [--races 10000] [--workers 16] [--seed 1]
const { values } = parseArgs({
  options: {
    ops: { type: 'string', default: '1000000' },
    races: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
  },
})

const say = (line: string): void => console.info(line)
const APP_PASSWORD = 'a-password-of-the-ledger-run'

/** A migrated, empty database on the run's own server. */
async function openDatabase(adminUrl: string, name: string): Promise<{ app: Pool; owner: Pool }> {
  await asAdmin(adminUrl, `create database ${name}`)
  const connectionString = onDatabase(adminUrl, name)
  const owner = makePool({ connectionString }, OWNER_LIMITS, say)
  await migrate(owner, { directory: findMigrations(), appPassword: APP_PASSWORD, log: () => undefined })
  const connection = asRole({ database: name, connection: { connectionString } }, loginRoleOf(name), APP_PASSWORD)
  return { owner, app: makePool(connection, { ...APP_LIMITS, max: Number(values.workers), lockTimeout: 60_000 }, say) }
}

async function main(): Promise<boolean> {
  const [messages, workers, seed] = [values.ops, values.workers, values.seed].map(Number) as [number, number, number]
  say(
    `ledger · commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()} · seed ${seed} · load ${load()}`,
  )
  const own = await startOwnServer()
  const prefix = `guidui_ledger_${randomBytes(3).toString('hex')}`
  const [first, second] = [`${prefix}_a`, `${prefix}_b`]
  const [books, empty] = [await openDatabase(own.url, first), await openDatabase(own.url, second)]
  try {
    const done = await simulate(books, { messages, workers, seed })
    say(`${done.messages} messages in ${done.seconds.toFixed(0)} s: ${Math.round(done.messages / done.seconds)} a second, load ${load()}`)
    say(`  ${done.duplicates} again, ${done.otherBodies} with another body, ${done.hotMoves} on 5 hot accounts, ${done.fresh} new accounts`)
    say(`  answers: ${[...done.outcomes].map(([code, count]) => `${code} ${count}`).join(', ')}`)
    for (const one of done.wrong.slice(0, 20)) say(`  ✗ ${one}`)
    say(`${done.wrong.length === 0 ? '✓' : '✗'} answers, balances and the twelve invariants: ${done.wrong.length} other than the model`)
    const { postings, different } = await replay(books.owner, empty.owner)
    for (const one of different.slice(0, 20)) say(`  ✗ ${one}`)
    say(`${different.length === 0 ? '✓' : '✗'} ${postings} postings replayed into an empty database: ${different.length} balances differ`)
    const areAlone = await raceAll(books, Number(values.races))
    return done.wrong.length === 0 && different.length === 0 && areAlone
  } finally {
    for (const { app, owner } of [books, empty]) await Promise.all([app.end(), owner.end()])
    await dropDatabases(own.url, prefix, [...loginRolesOf(first), ...loginRolesOf(second)])
    await own.remove()
  }
}

/** Double submits of every endpoint that has a race written for it. */
async function raceAll({ app, owner }: { app: Pool; owner: Pool }, races: number): Promise<boolean> {
  await installJobs(owner)
  const directory = await mkdtemp(join(tmpdir(), 'guidui-races-'))
  const bare = ground({ appPool: app })
  const on = { ...bare, files: await openFileStore({ directory, secrets: bare.secrets }) }
  const raced = await race({ on, pools: { appPool: app, ownerPool: owner } }, races)
  await rm(directory, { recursive: true, force: true })
  for (const { endpoint, races: count, copies, wrong } of raced) {
    for (const one of wrong.slice(0, 5)) say(`  ✗ ${one}`)
    say(`${wrong.length === 0 ? '✓' : '✗'} ${endpoint}: ${count} races of ${copies} copies, ${wrong.length} with another effect or answer`)
  }
  return raced.every(({ wrong }) => wrong.length === 0)
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1)

main().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (fault: unknown) => {
    console.error(fault)
    process.exit(1)
  },
)
