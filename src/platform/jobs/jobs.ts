import { runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'
import { AccountId } from '../../kernel/id.ts'
import type { Actor } from '../access/actor.ts'
import type { Clock } from '../clock/clock.ts'
import { withScope } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { openQueuePool, quiet } from './queue-pool.ts'
import { type Perform, type Turns, takeTurns } from './take-turns.ts'

/** A background job: what it is called, and what it does in the scope of whoever caused it. */
export interface Job {
  readonly name: string
  readonly run: (context: JobContext) => Promise<void>
}

export interface JobContext extends JobGround {
  /** Who caused the job, and what that account could see then. */
  readonly scope: JobScope
  readonly payload: Readonly<Record<string, unknown>>
  /** Aborted when the program stops: a long job then leaves by throwing, and is taken up again at the next start. */
  readonly signal: AbortSignal
  /** The queue tries a failing job five times; after the last one nobody comes back to it. */
  readonly isLastTry: boolean
  /** Runs a step in the job's own scope: a job sees what its cause saw, no more. */
  step<T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>
}

/** What jobs stand on. */
export interface JobGround {
  readonly pool: Pool
  readonly clock: Clock
  readonly secrets: Secrets
  readonly files: FileStore
}

export interface JobScope {
  readonly lo: string
  readonly hi: string
  readonly accountId: AccountId
}

interface Queued {
  readonly scope: { lo: string; hi: string; accountId: string }
  readonly payload: Readonly<Record<string, unknown>>
}

/** Makes the queue's tables. Run by the owner, before any job is added. */
export async function installJobs(ownerPool: Pool): Promise<void> {
  const pool = openQueuePool(ownerPool)
  await runMigrations({ pgPool: pool, logger: quiet }).finally(() => pool.end())
}

/** Queues a job inside the action's transaction, with the scope of its actor. */
export async function addJob(
  tx: Tx,
  actor: Pick<Actor, 'scope' | 'accountId'>,
  job: { name: string; payload: Readonly<Record<string, unknown>> },
): Promise<void> {
  const queued: Queued = { scope: { ...actor.scope, accountId: actor.accountId }, payload: job.payload }
  await tx.query('select app.add_job($1, $2::json)', [job.name, JSON.stringify(queued)])
}

/**
 * Starts taking jobs off the queue, in whichever server process of the deployment has the turn. A killed process leaves
 * its job to be run again at once by the next one: jobs must be safe to repeat.
 */
export async function startJobs(parts: {
  ownerPool: Pool
  ground: JobGround
  jobs: readonly Job[]
  log: (line: string) => void
}): Promise<Turns> {
  const performers = parts.jobs.map((job): [string, Perform] => [job.name, performerOf(job, parts.ground)])
  return await takeTurns({ ownerPool: parts.ownerPool, log: parts.log, tasks: new Map(performers) })
}

const performerOf =
  (job: Job, ground: JobGround): Perform =>
  async (raw, how) => {
    const queued = raw as Queued
    const scope = { lo: queued.scope.lo, hi: queued.scope.hi, accountId: AccountId.parse(queued.scope.accountId) }
    const step: JobContext['step'] = (mode, work) => withScope(ground.pool, scope, mode, work)
    await job.run({ ...ground, ...how, scope, payload: queued.payload, step })
  }
