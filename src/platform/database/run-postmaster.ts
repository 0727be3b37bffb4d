import { spawn } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clearLeftOver } from './clear-left-over.ts'
import { explainFault } from './explain-fault.ts'
import type { Binaries } from './find-binaries.ts'
import type { Cluster } from './make-cluster.ts'
import { findPostmaster, isPostmaster } from './postmaster-process.ts'
import type { ServerAccount } from './server-account.ts'
import { FIXED_SETTINGS, OWNER_ROLE, SOCKET_PORT } from './server-settings.ts'

/** All that it takes to run a cluster's server. */
export interface Launch {
  readonly cluster: Cluster
  readonly binaries: Binaries
  readonly account: ServerAccount
  readonly socketDirectory: string
  readonly log: (line: string) => void
  readonly signal: AbortSignal
  /** Told as soon as a server of our own runs, before it answers. */
  readonly onSpawn: (pid: number) => void
}

/** A server that answers, and how to reach it as its owner. */
export interface RunningServer {
  readonly pid: number
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly password: string }
}

/** What a server says that could not start because another one is still going, or coming. */
const IN_THE_WAY = /lock file ".*" already exists|lock file ".*" is empty|shared memory block .* is still in use|Is another postmaster/

/** Between two attempts, in milliseconds: whoever waits for an answer waits this long too. */
const LONGEST_PAUSE = 250

/**
 * Attaches to the server that runs on the cluster already (a killed Guidui leaves it running), or starts one; comes back
 * when it answers, however long the recovery after a crash takes.
 *
 * @throws PlainError where it cannot start
 */
export async function bringUp(launch: Launch): Promise<RunningServer> {
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    launch.signal.throwIfAborted()
    const standing = await findPostmaster(launch.cluster.directory)
    const pid = standing?.pid ?? (await spawnPostmaster(launch))
    const host = await waitUntilReady(pid, launch)
    const connection = { host: host ?? '', port: SOCKET_PORT, user: OWNER_ROLE, password: launch.cluster.password }
    if (host !== undefined && (await isAnswering(connection))) {
      launch.log(standing ? `database: attached to the running server (pid ${pid})` : `database: server started (pid ${pid})`)
      return { pid, connection }
    }
    if (!standing && host === undefined) await assertWorthRetrying(launch)
    await sleep(pause)
  }
}

/** Never through a link: the folder is the server account's, and we may be root. */
const OVERWRITE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW

const startupLog = ({ cluster }: Launch): string => join(cluster.home, 'startup.log')

/** In a session of its own, so that Ctrl-C reaches us alone and we stop it in order; its words go to a file, which outlives us. */
async function spawnPostmaster(launch: Launch): Promise<number> {
  const { cluster, binaries, account, socketDirectory } = launch
  await clearLeftOver(cluster.directory, socketDirectory)
  launch.signal.throwIfAborted()
  const settings = {
    ...FIXED_SETTINGS,
    port: String(SOCKET_PORT),
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const words = openSync(startupLog(launch), OVERWRITE, 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', cluster.directory, ...options], {
      ...account,
      cwd: cluster.directory,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      detached: true,
      stdio: ['ignore', words, words],
    })
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    const pid = child.pid ?? 0
    launch.onSpawn(pid)
    return pid
  } catch (fault) {
    throw explainFault(fault, cluster.directory)
  } finally {
    closeSync(words)
  }
}

/**
 * Looks into the server's pid file and not at its door: every knock before it is ready would be a fault in its log.
 *
 * @returns the folder of its socket; undefined when the server ended before it was ready
 */
async function waitUntilReady(pid: number, { cluster, signal, log }: Launch): Promise<string | undefined> {
  const since = Date.now()
  for (let told = 0; ; ) {
    signal.throwIfAborted()
    const found = await findPostmaster(cluster.directory)
    if (found?.pid === pid && found.isReady) return found.socketDirectory
    if (!(await isPostmaster(pid, cluster.directory))) return undefined
    await sleep(20)
    const seconds = Math.floor((Date.now() - since) / 10_000) * 10
    if (seconds > told) log(`database: still starting or recovering after ${seconds} s`)
    told = seconds
  }
}

async function isAnswering(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (fault) {
    // 28: wrong password. Waiting would not mend it.
    if (fault instanceof pg.DatabaseError && fault.code?.startsWith('28')) throw explainFault(fault, connection.host ?? '')
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** After a start that failed: comes back where another server was in the way, throws a sentence for any other reason. */
async function assertWorthRetrying(launch: Launch): Promise<void> {
  const said = await readFile(startupLog(launch), 'utf8')
  if (IN_THE_WAY.test(said)) return
  const today = join(launch.cluster.directory, 'log', `guidui-${String(new Date().getUTCDate()).padStart(2, '0')}.log`)
  const logged = await readFile(today, 'utf8').catch(() => '')
  const reasons = [...said.split('\n'), ...logged.split('\n').slice(-20)].filter(
    (line) => /FATAL|PANIC|error while loading/.test(line) && !/connection/.test(line),
  )
  throw explainFault(reasons.slice(-3).join(' ') || said.slice(-600), launch.cluster.directory)
}
