import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..', '..')

export interface GuiduiOptions {
  readonly dataDirectory: string
  readonly port: number
  readonly databaseUrl?: string
  /** How many people the demo has; few, where nothing is said. */
  readonly people?: number
  /** Every line that the server says. */
  readonly heard: (line: string) => void
}

/** The built server in a process of its own, to be killed. */
export interface GuiduiProcess {
  readonly isRunning: () => boolean
  /** As a power cut would. Returns when the process is gone. */
  readonly kill: () => Promise<void>
  /** As Ctrl-C does: in order, with everything it started. */
  readonly stop: () => Promise<void>
}

/** Starts `node dist/program/main.js`; the caller waits until it answers. */
export function startGuidui({ dataDirectory, port, databaseUrl, people = 50, heard }: GuiduiOptions): GuiduiProcess {
  const { DATABASE_URL: _named, ...inherited } = process.env
  const child: ChildProcess = spawn(process.execPath, [join('dist', 'program', 'main.js')], {
    cwd: ROOT,
    env: {
      ...inherited,
      PORT: String(port),
      GUIDUI_DATA: dataDirectory,
      GUIDUI_DEMO: 'files',
      GUIDUI_DEMO_PEOPLE: String(people),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => heard(String(words).trim()))
  const gone = once(child, 'exit')
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isRunning()) child.kill(signal)
    await gone
  }
  return { isRunning, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** Comes back when the server answers. @throws after `patience` milliseconds, or where it has ended */
export async function waitForAnswer(address: string, patience: number, guidui: GuiduiProcess): Promise<void> {
  for (const since = Date.now(); Date.now() - since < patience && guidui.isRunning(); ) {
    const answer = await fetch(`${address}/api/session`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return
    await sleep(25)
  }
  throw new Error(`the server at ${address} did not answer within ${patience} ms, or ended`)
}

/** A program that is as new as its sources. */
export async function buildProgram(): Promise<void> {
  const build = spawn(process.execPath, [join('tools', 'build.mjs')], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(build, 'exit')) as [number]
  if (code !== 0) throw new Error('the program could not be built')
}
