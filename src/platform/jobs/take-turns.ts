import { setTimeout as sleep } from 'node:timers/promises'
import { type JobHelpers, Logger, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import { openQueuePool } from './queue-pool.ts'

export type Perform = (payload: unknown, how: { signal: AbortSignal; isLastTry: boolean }) => Promise<void>

export interface Turns {
  /** Ends the job under way (it is put back into the queue) and gives up the turn. */
  stop(): Promise<void>
}

interface TurnParts {
  readonly ownerPool: pg.Pool
  readonly tasks: ReadonlyMap<string, Perform>
  readonly log: (line: string) => void
}

/** How soon another process notices that the turn is free. */
const LOOK_AGAIN_MS = 2_000

/**
 * Runs the queue in one process of the deployment at a time: the one whose session holds an advisory lock. Whoever gets
 * the lock knows that nobody else is running a job, so what the queue still calls locked was left by a killed process
 * and is freed at once; the library itself would wait four hours.
 */
export async function takeTurns(parts: TurnParts): Promise<Turns> {
  const stopping = new AbortController()
  let turn = await tryTurn(parts)
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (turn) await turn.ended
      turn = undefined
      await sleep(LOOK_AGAIN_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      if (stopping.signal.aborted) return
      turn = await tryTurn(parts).catch(() => undefined)
    }
  }
  const watching = watch()
  return {
    async stop() {
      stopping.abort()
      await turn?.end()
      await watching
    },
  }
}

interface Turn {
  readonly ended: Promise<void>
  end(): Promise<void>
}

/** A turn that lasts until it is ended or its session breaks; undefined while another process has it. */
async function tryTurn(parts: TurnParts): Promise<Turn | undefined> {
  const pool = openQueuePool(parts.ownerPool)
  const holder = await pool.connect().catch(async (fault: unknown) => {
    await pool.end()
    throw fault
  })
  const leave = async (): Promise<void> => {
    holder.release(true)
    await pool.end().catch(() => undefined)
  }
  try {
    const { rows } = await holder.query<{ is_mine: boolean }>('select pg_try_advisory_lock(7310, 1) as is_mine')
    if (rows[0]?.is_mine) return await beginTurn(parts, { pool, holder, leave })
  } catch (fault) {
    await leave()
    throw fault
  }
  await leave()
  return undefined
}

async function beginTurn(
  parts: TurnParts,
  { pool, holder, leave }: { pool: pg.Pool; holder: pg.PoolClient; leave: () => Promise<void> },
): Promise<Turn> {
  const broken = new Promise<void>((resolve) => {
    holder.once('error', () => resolve())
    holder.once('end', () => resolve())
  })
  await freeWhatWasLeft(holder)
  const over = new AbortController()
  const givenBack: string[] = []
  const runner = await startRunner(parts, { pool, signal: over.signal, givenBack })
  let ending: Promise<void> | undefined
  const end = (): Promise<void> => {
    ending ??= (async () => {
      over.abort(new Error('the turn is over'))
      await runner.stop().catch(() => undefined)
      await giveBack(pool, givenBack).catch(() => undefined)
      await leave()
    })()
    return ending
  }
  return { end, ended: broken.then(end) }
}

async function freeWhatWasLeft(holder: pg.PoolClient): Promise<void> {
  await holder.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
       from (select locked_by from graphile_worker._private_jobs where locked_by is not null
              union select locked_by from graphile_worker._private_job_queues where locked_by is not null) as left_behind
     having count(*) > 0`,
  )
}

async function startRunner({ tasks, log }: TurnParts, turn: { pool: pg.Pool; signal: AbortSignal; givenBack: string[] }): Promise<Runner> {
  const { pool, signal, givenBack } = turn
  const perform =
    (task: Perform) =>
    async (payload: unknown, { job }: JobHelpers): Promise<void> => {
      try {
        signal.throwIfAborted()
        await task(payload, { signal, isLastTry: job.attempts >= job.max_attempts })
      } catch (fault) {
        if (signal.aborted) givenBack.push(job.id)
        throw fault
      }
    }
  const taskList = Object.fromEntries(Array.from(tasks, ([name, task]) => [name, perform(task)]))
  const logger = faultsOnly((line) => signal.aborted || log(line))
  return await run({ pgPool: pool, taskList, concurrency: 1, pollInterval: 1000, noHandleSignals: true, crontab: '', logger })
}

/** Stopping is no failure: the job under way is due again at once, with all its tries. */
async function giveBack(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  await pool.query(
    'update graphile_worker._private_jobs set run_at = now(), attempts = greatest(attempts - 1, 0) where id = any($1::bigint[])',
    [ids],
  )
}

const faultsOnly = (log: (line: string) => unknown): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log(`jobs: ${message}`)
  })
