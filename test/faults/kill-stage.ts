import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPrivateServer } from '../../src/platform/database/private-server.ts'
import { type GuiduiProcess, startGuidui, waitForAnswer } from './guidui-process.ts'
import { openStepProxy, type StepProxy } from './step-proxy.ts'

const DATABASE = 'guidui'
const FIRST_START = 180_000
/** Enough for the demo's county to have a cohort that waits for its round, and people who are paid. */
const PEOPLE = 3_000

/** The real program on a database of its own, with a proxy between them that strikes at a statement. */
export interface KillStage {
  readonly admin: pg.Pool
  readonly proxy: StepProxy
  readonly address: string
  readonly start: () => GuiduiProcess
  guidui: GuiduiProcess
}

/** Starts the program again after it was killed, and waits until it answers. */
export async function restart(stage: KillStage): Promise<void> {
  stage.guidui = stage.start()
  await waitForAnswer(stage.address, FIRST_START, stage.guidui)
}

/** Opens a stage with the demo on it, plays, and takes everything away again. */
export async function onKillStage<T>(
  { port, watched }: { port: number; watched: RegExp },
  play: (stage: KillStage) => Promise<T>,
): Promise<T> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'guidui-kills-'))
  await chmod(dataDirectory, 0o755)
  const server = await startPrivateServer({ dataDirectory, log: () => undefined })
  const { host, port: databasePort, user, password } = server.connection
  await createDatabase(server.connection)
  const proxy = await openStepProxy(join(host, `.s.PGSQL.${databasePort}`), watched)
  const databaseUrl = `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}/${DATABASE}`
  const heard: string[] = []
  const start = (): GuiduiProcess =>
    startGuidui({
      dataDirectory: join(dataDirectory, 'program'),
      port,
      databaseUrl,
      people: PEOPLE,
      heard: (line) => void heard.push(line),
    })
  const admin = new pg.Pool({ ...server.connection, database: DATABASE, max: 1, options: '-c app.scope_lo=0 -c app.scope_hi=:' })
  const stage: KillStage = { admin, proxy, address: `http://127.0.0.1:${port}`, start, guidui: start() }
  try {
    await waitForAnswer(stage.address, FIRST_START, stage.guidui)
    return await play(stage)
  } catch (fault) {
    throw new Error(`${String(fault)}\nthe server's last words:\n${heard.slice(-15).join('\n')}`, { cause: fault })
  } finally {
    await stage.guidui.stop()
    await admin.end()
    await proxy.close()
    await server.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

async function createDatabase(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${DATABASE}`)
  await client.end()
}
