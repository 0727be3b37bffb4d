import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'
import { claimServer } from './instance-lock.ts'
import { findPostmaster, sendSignal, stopPostmaster } from './postmaster-process.ts'
import { bringUp, type Launch, type RunningServer } from './run-postmaster.ts'
import { dropSocketDirectory } from './socket-directory.ts'

/** A private PostgreSQL that is ours alone and kept running until `stop`. */
export interface PrivateServer {
  /** As its owner, without a database's name. */
  readonly connection: RunningServer['connection']
  /** Stops the server and waits until nothing of it runs. May be called twice. */
  readonly stop: () => Promise<void>
}

type Plan = Omit<Launch, 'signal' | 'onSpawn'> & { readonly onSpawn?: (() => void) | undefined }

/** Runs a cluster's server, claims it for this process, and brings it up again whenever the claim's connection breaks. */
export async function superviseServer(plan: Plan, dataDirectory: string): Promise<PrivateServer> {
  const stopping = new AbortController()
  const exit = stopOnExit()
  let spawned: number | undefined
  const onSpawn = (pid: number): void => {
    spawned = pid
    exit.watch(pid)
    plan.onSpawn?.()
  }
  const launch: Launch = { ...plan, signal: stopping.signal, onSpawn }
  let repair = Promise.resolve()

  const hold = async (): Promise<{ server: RunningServer; claim: pg.Client }> => {
    const server = await bringUp(launch)
    const claim = await claimServer(server.connection, dataDirectory).catch((fault: unknown) => {
      // Another process has it: then the server is that one's to stop, though we may have started it.
      if (fault instanceof PlainError) exit.watch(undefined)
      throw fault
    })
    exit.watch(server.pid)
    claim.once('end', () => {
      if (!stopping.signal.aborted) repair = holdAgain()
    })
    return { server, claim }
  }
  const holdAgain = async (): Promise<void> => {
    plan.log('database: the server went away; bringing it up again')
    held = (await retry(hold, launch)) ?? held
  }

  let held = await hold()
  const stop = async (): Promise<void> => {
    stopping.abort()
    await repair
    // One that was started a moment ago has not written its file yet.
    const running = (await findPostmaster(plan.cluster.directory))?.pid ?? spawned
    if (running !== undefined) await stopPostmaster(running, plan.cluster.directory)
    await held.claim.end().catch(() => undefined)
    await dropSocketDirectory(plan.socketDirectory)
    exit.forget()
  }
  return { connection: held.server.connection, stop }
}

/** Tries until it succeeds, every second in the end; gives up only when we stop. The same reason is told once. */
async function retry<T>(attempt: () => Promise<T>, { signal, log }: Launch): Promise<T | undefined> {
  let told = ''
  for (let pause = 100; !signal.aborted; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await attempt()
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault)
      if (!signal.aborted && reason !== told) log(`database: ${reason}`)
      told = reason
      await sleep(pause, undefined, { signal }).catch(() => undefined)
    }
  }
  return undefined
}

/** Where the process ends without `stop` (an uncaught fault, `process.exit`), the server is at least told to end too. */
function stopOnExit(): { watch: (pid: number | undefined) => void; forget: () => unknown } {
  let watched: number | undefined
  const onExit = (): void => {
    if (watched !== undefined) sendSignal(watched, 'SIGINT')
  }
  process.on('exit', onExit)
  return {
    watch: (pid) => {
      watched = pid
    },
    forget: () => process.off('exit', onExit),
  }
}
