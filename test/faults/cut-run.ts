import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startPrivateServer } from '../../src/platform/database/private-server.ts'
import { chanceOf } from './chance.ts'
import { seatClerk } from './clerk.ts'
import { openCutProxy } from './cut-proxy.ts'
import { startGuidui, waitForAnswer } from './guidui-process.ts'
import { SEATS } from './seats.ts'
import { type Verdict, verifyEffects } from './verify-effects.ts'

export interface CutReport extends Verdict {
  readonly cuts: number
  /** The database had committed and said so; nobody heard it. */
  readonly answered: number
}

const FIRST_START = 180_000
const PATIENCE = 240_000
const DATABASE = 'guidui'

/** Clerks work through a proxy that cuts connections between COMMIT and its answer; they send the same key again. */
export async function runCuts(given: { cuts: number; seed: number; port: number }): Promise<CutReport> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-cuts-'))
  await chmod(dataDirectory, 0o755)
  const server = await startPrivateServer({ dataDirectory, log: () => undefined })
  const { host, port, user, password } = server.connection
  const admin = new pg.Client({ ...server.connection, database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${DATABASE}`)
  await admin.end()
  const proxy = await openCutProxy(join(host, `.s.PGSQL.${port}`), chanceOf(given.seed))
  const heard: string[] = []
  const databaseUrl = `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}/${DATABASE}`
  const guidui = startGuidui({
    dataDirectory: join(dataDirectory, 'program'),
    port: given.port,
    databaseUrl,
    heard: (line) => void heard.push(line),
  })
  const address = `http://127.0.0.1:${given.port}`
  try {
    await waitForAnswer(address, FIRST_START, guidui)
    const since = new Date()
    const seats = SEATS.map((seat, at) => seatClerk({ ...seat, number: at, address, chance: chanceOf(given.seed + at) }))
    const clerks = await Promise.all(seats)
    proxy.arm(given.cuts)
    for (const armed = Date.now(); proxy.cuts() < given.cuts && Date.now() - armed < PATIENCE; ) await sleep(20)
    await Promise.all(clerks.map((clerk) => clerk.leave()))
    const acknowledged = clerks.flatMap((clerk) => clerk.acknowledged)
    const verdict = await verifyEffects({ ...server.connection, database: DATABASE }, acknowledged, since)
    return { ...verdict, cuts: proxy.cuts(), answered: proxy.answered() }
  } catch (fault) {
    throw new Error(`${String(fault)}\nthe server's last words:\n${heard.slice(-15).join('\n')}`, { cause: fault })
  } finally {
    await guidui.stop()
    await proxy.close()
    await server.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
