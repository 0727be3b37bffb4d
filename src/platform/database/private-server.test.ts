import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { runScript } from '../../../test/database/run-script.ts'
import { PlainError } from '../../kernel/plain-error.ts'
import { findPostmaster, stopPostmaster } from './postmaster-process.ts'
import { startPrivateServer } from './private-server.ts'
import type { PrivateServer } from './supervise-server.ts'

// One cluster for all: making one is what takes long.
const dataDirectory = await realpath(await mkdtemp(join(tmpdir(), 'guidui-server-')))
await chmod(dataDirectory, 0o755)
const cluster = join(dataDirectory, 'postgresql', 'cluster')
const servers: PrivateServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  const left = await findPostmaster(cluster)
  if (left) await stopPostmaster(left.pid, cluster)
})
afterAll(() => rm(dataDirectory, { recursive: true }))

async function start(directory = dataDirectory): Promise<PrivateServer> {
  const server = await startPrivateServer({ dataDirectory: directory, log: () => undefined })
  servers.push(server)
  return server
}

async function ask(server: PrivateServer, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** The server needs a moment to come back. */
async function askUntilAnswered(server: PrivateServer, statement: string): Promise<unknown[]> {
  for (;;) {
    const rows = await ask(server, statement).catch(() => undefined)
    if (rows) return rows
    await sleep(50)
  }
}

const pidOf = async (): Promise<number> => (await findPostmaster(cluster))?.pid ?? 0

function isKnown(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const reasonOf = (starting: Promise<unknown>): Promise<unknown> =>
  starting.then(
    () => 'it started',
    (fault: unknown) => fault,
  )

test('of two that make the cluster at once, one gets it and the other is refused', async () => {
  const outcomes = await Promise.allSettled([start(), start()])

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await ask(servers[0] ?? (await start()), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a server starts durable, checksummed, in UTC and without a port', async () => {
  const server = await start()

  const names = [
    'fsync',
    'full_page_writes',
    'synchronous_commit',
    'data_checksums',
    'TimeZone',
    'listen_addresses',
    'server_encoding',
    'jit',
  ]
  const rows = await ask(
    server,
    `select name || '=' || setting as line from pg_settings where name = any('{${names.join(',')}}') order by name collate "C"`,
  )

  expect(rows.map((row) => Object(row).line)).toEqual([
    'TimeZone=UTC',
    'data_checksums=on',
    'fsync=on',
    'full_page_writes=on',
    'jit=off',
    'listen_addresses=',
    'server_encoding=UTF8',
    'synchronous_commit=on',
  ])
})

test('a stopped server leaves no process, and its rows are there the next time', async () => {
  const first = await start()
  await ask(first, 'create table kept_by_stop as select 1 as n')
  const pid = await pidOf()
  await first.stop()

  // A moment may pass until the system forgets a process that has ended.
  while (isKnown(pid)) await sleep(10)

  expect(await pidOf()).toBe(0)
  expect(await ask(await start(), 'select n from kept_by_stop')).toEqual([{ n: 1 }])
})

test('the server that a killed process left running is attached to', async () => {
  const killed = runScript('hold-server.ts', [dataDirectory])
  await killed.hasSaid('ready')
  const pid = await pidOf()
  await killed.kill()

  await start()

  expect(await pidOf()).toBe(pid)
})

test('a process that ends without stopping takes the server with it', async () => {
  const careless = runScript('hold-server.ts', [dataDirectory, 'leave'])
  await careless.hasEnded()

  while (await findPostmaster(cluster)) await sleep(25)

  await expect(readFile(join(cluster, 'postmaster.pid'))).rejects.toThrow('ENOENT')
})

test('a server that is killed comes back with every row', async () => {
  const server = await start()
  await ask(server, 'create table kept as select 1 as n')
  const pid = await pidOf()
  process.kill(pid, 'SIGKILL')

  const rows = await askUntilAnswered(server, 'select n from kept')

  expect(rows).toEqual([{ n: 1 }])
  expect(await pidOf()).not.toBe(pid)
})

test('a server killed twice comes back twice', async () => {
  const server = await start()
  for (let i = 0; i < 2; i += 1) {
    process.kill(await pidOf(), 'SIGKILL')
    while ((await pidOf()) === 0) await sleep(25)
    await askUntilAnswered(server, 'select 1')
  }

  expect(await askUntilAnswered(server, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a server killed with its processes still at work, and its socket still locked, is back at once', async () => {
  const server = await start()
  // One that would not notice: it is stopped, as a busy machine stops it.
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const orphan = rows[0]?.pid ?? 0
  process.kill(orphan, 'SIGSTOP')
  const lock = await readFile(join(server.connection.host, '.s.PGSQL.5432.lock'), 'utf8')
  process.kill(await pidOf(), 'SIGKILL')
  await writeFile(join(server.connection.host, '.s.PGSQL.5432.lock'), lock.replace(/^\d+/, String(process.pid))).catch(() => undefined)

  const answer = await askUntilAnswered(server, 'select 1 as n')

  expect(answer).toEqual([{ n: 1 }])
  while (isKnown(orphan)) await sleep(10)
})

test('a claim that a dead process has not left yet is waited for', async () => {
  const first = await start()
  await first.stop()
  const holder = runScript('hold-server.ts', [dataDirectory])
  await holder.hasSaid('ready')
  const claim = new pg.Client({ ...first.connection, host: cluster, database: 'postgres', application_name: 'guidui 4194305' })
  await claim.connect()
  const waiting = claim.query('select pg_advisory_lock(113763810338153)')
  await holder.kill()
  await waiting

  const starting = start()
  await sleep(3_000)
  await claim.end()

  expect(await ask(await starting, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a server can be stopped while it is coming back', async () => {
  const server = await start()
  process.kill(await pidOf(), 'SIGKILL')
  await sleep(20)

  await server.stop()

  expect(await pidOf()).toBe(0)
})

test('a second process on the same directory is refused, and the first works on', async () => {
  const holder = runScript('hold-server.ts', [dataDirectory])
  await holder.hasSaid('ready')

  const reason = await reasonOf(start())

  expect(reason).toBeInstanceOf(PlainError)
  expect(String(reason)).toMatch(/正由另一个 Guidui 进程使用（pid \d+）[\s\S]*is in use by another Guidui process \(pid \d+\)/)
  expect(await pidOf()).not.toBe(0)
  await holder.kill()
})

test('a pid file whose number now belongs to a stranger is no obstacle', async () => {
  await (await start()).stop()
  // Of the server's own account: the one stranger PostgreSQL itself would take for a server.
  const stranger = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {})
  await once(stranger, 'spawn')
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1700000000\n5432\n${cluster}\n\n  1234567    123456\nready   \n`,
  )

  const server = await start()

  expect(await ask(server, 'select 1 as n')).toEqual([{ n: 1 }])
  expect(stranger.exitCode).toBeNull()
  stranger.kill()
})

test('a cluster copied while its server ran is refused', async () => {
  await (await start()).stop()
  const pidFile = join(cluster, 'postmaster.pid')
  await writeFile(pidFile, '1\n/somewhere/else/postgresql/cluster\n1700000000\n5432\n\n\n  1234567    123456\nready   \n')

  const reason = await reasonOf(start())
  await rm(pidFile)

  expect(reason).toBeInstanceOf(PlainError)
  expect(String(reason)).toMatch(/来自 \/somewhere\/else[\s\S]*restore a backup/)
})

test('a pid file left empty by a full disk is no obstacle', async () => {
  await (await start()).stop()
  await writeFile(join(cluster, 'postmaster.pid'), '')
  await utimes(join(cluster, 'postmaster.pid'), 1_700_000_000, 1_700_000_000)

  const server = await start()

  expect(await ask(server, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a directory whose path is too long for a socket still works', async () => {
  const deep = join(dataDirectory, 'a-very-long-name-of-a-folder'.repeat(4))
  const server = await start(deep)

  expect(await ask(server, 'select 1 as n')).toEqual([{ n: 1 }])
  expect(server.connection.host.startsWith(tmpdir())).toBe(true)
})

test('a cluster of another major version is refused', async () => {
  await (await start()).stop()
  await writeFile(join(cluster, 'PG_VERSION'), '17\n')

  const reason = await reasonOf(start())
  await writeFile(join(cluster, 'PG_VERSION'), '18\n')

  expect(String(reason)).toMatch(/由 PostgreSQL 17 建立[\s\S]*was made by PostgreSQL 17/)
})

test('a file where the directory should be is refused', async () => {
  const file = join(dataDirectory, 'file')
  await writeFile(file, '')

  expect(String(await reasonOf(start(file)))).toMatch(/不是目录[\s\S]*is not a directory/)
})

test('a directory that the server may not enter is refused by name', async () => {
  const locked = join(dataDirectory, 'locked')
  await mkdir(join(locked, 'inside'), { recursive: true })
  await chmod(locked, process.getuid?.() === 0 ? 0o700 : 0o000)

  const reason = await reasonOf(start(join(locked, 'inside')))
  await chmod(locked, 0o755)

  expect(reason).toBeInstanceOf(PlainError)
  expect(String(reason)).toContain(locked)
})
