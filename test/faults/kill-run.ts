import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPrivateServer } from '../../src/platform/database/private-server.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Acknowledged, type Clerk, seatClerk } from './clerk.ts'
import { type GuiduiProcess, startGuidui, waitForAnswer } from './guidui-process.ts'
import { findPostmasterPid, listBackendPids } from './postgres-processes.ts'
import { SEATS } from './seats.ts'
import { type Verdict, verifyEffects } from './verify-effects.ts'

export type Victim = 'server' | 'backend' | 'postmaster'

export interface KillReport extends Verdict {
  /** Milliseconds from each kill to the answer to an action that was sent after it. */
  readonly backAfter: Readonly<Record<Victim, readonly number[]>>
}

interface Stage {
  readonly dataDirectory: string
  readonly port: number
  readonly address: string
  readonly heard: string[]
  guidui: GuiduiProcess
}

/** How long the first start may take: it makes a cluster, loads the divisions and the demo. */
const FIRST_START = 180_000
const PATIENCE = 60_000

/** Clerks work while their server, one of its connections or its whole database is killed, again and again. */
export async function runKills(given: { kills: number; seed: number; port: number; say: (line: string) => void }): Promise<KillReport> {
  const chance = chanceOf(given.seed)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-faults-'))
  // Under root the database has an account of its own, which must get through.
  await chmod(dataDirectory, 0o755)
  const heard: string[] = []
  const { port } = given
  const stage: Stage = { dataDirectory, port, address: `http://127.0.0.1:${port}`, heard, guidui: start(dataDirectory, port, heard) }
  try {
    await waitForAnswer(stage.address, FIRST_START, stage.guidui)
    const since = new Date()
    const clerks = await Promise.all(
      SEATS.map((seat, at) => seatClerk({ ...seat, number: at, address: stage.address, chance: chanceOf(given.seed + at) })),
    )
    const backAfter: Record<Victim, number[]> = { server: [], backend: [], postmaster: [] }
    for (let at = 0; at < given.kills; at += 1) {
      await sleep(30 + chance() * 300)
      const victim = await strike(stage, chance)
      backAfter[victim].push(await measureReturn(clerks))
      if ((at + 1) % 20 === 0) given.say(`  ${at + 1} of ${given.kills} kills, ${acknowledgedBy(clerks).length} actions acknowledged`)
    }
    await Promise.all(clerks.map((clerk) => clerk.leave()))
    await stage.guidui.stop()
    const verdict = await verifyAt(dataDirectory, acknowledgedBy(clerks), since)
    return { ...verdict, backAfter }
  } catch (fault) {
    throw new Error(`${String(fault)}\nthe server's last words:\n${heard.slice(-15).join('\n')}`, { cause: fault })
  } finally {
    await stage.guidui.stop()
    await stopDatabase(dataDirectory)
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

const start = (dataDirectory: string, port: number, heard: string[]): GuiduiProcess =>
  startGuidui({ dataDirectory, port, heard: (line) => void heard.push(line) })

const acknowledgedBy = (clerks: readonly Clerk[]): Acknowledged[] => clerks.flatMap((clerk) => clerk.acknowledged)

/** Kills one of the three and, where it was the server, starts it again as an operator's supervisor would. */
async function strike(stage: Stage, chance: Chance): Promise<Victim> {
  const wanted = (['server', 'backend', 'postmaster'] as const)[Math.floor(chance() * 3)] ?? 'server'
  const postmaster = wanted === 'server' ? undefined : await findPostmasterPid(stage.dataDirectory)
  const backends = wanted === 'backend' && postmaster !== undefined ? await listBackendPids(postmaster) : []
  const backend = backends[Math.floor(chance() * backends.length)]
  if (wanted === 'postmaster' && postmaster !== undefined) {
    process.kill(postmaster, 'SIGKILL')
    return 'postmaster'
  }
  if (backend !== undefined) {
    process.kill(backend, 'SIGKILL')
    return 'backend'
  }
  await stage.guidui.kill()
  stage.guidui = start(stage.dataDirectory, stage.port, stage.heard)
  return 'server'
}

/** From now to the first answer to an action that is sent from now on. */
export async function measureReturn(clerks: readonly Clerk[]): Promise<number> {
  const since = Date.now()
  const before = clerks.map((clerk) => clerk.acknowledged.length)
  while (Date.now() - since < PATIENCE) {
    const fresh = clerks.flatMap((clerk, at) => clerk.acknowledged.slice(before[at]).filter(({ sentAt }) => sentAt >= since))
    if (fresh.length > 0) return Math.min(...fresh.map(({ answeredAt }) => answeredAt)) - since
    await sleep(10)
  }
  throw new Error(`the service was not back ${PATIENCE} ms after a kill`)
}

/** Opens the database without the program and compares it with what was acknowledged. */
export async function verifyAt(dataDirectory: string, acknowledged: readonly Acknowledged[], since: Date): Promise<Verdict> {
  const server = await startPrivateServer({ dataDirectory, log: () => undefined })
  try {
    return await verifyEffects({ ...server.connection, database: 'guidui' }, acknowledged, since)
  } finally {
    await server.stop()
  }
}

/** What a killed program has left running. */
export async function stopDatabase(dataDirectory: string): Promise<void> {
  const pid = await findPostmasterPid(dataDirectory)
  if (pid !== undefined) process.kill(pid, 'SIGQUIT')
}
