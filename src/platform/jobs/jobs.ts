import { Logger, type Runner, run, runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'
import { AccountId } from '../../kernel/id.ts'
import type { Actor } from '../access/actor.ts'
import { withScope } from '../database/scope.ts'
import type { Tx } from '../database/tx.ts'

/** A background job: what it is called, and what it does in the scope of whoever caused it. */
export interface Job {
  readonly name: string
  readonly run: (context: JobContext) => Promise<void>
}

export interface JobContext {
  readonly pool: Pool
  /** Who caused the job, and what that account could see then. */
  readonly scope: JobScope
  readonly payload: Readonly<Record<string, unknown>>
  /** Runs a step in the job's own scope: a job sees what its cause saw, no more. */
  step<T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>
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
export const installJobs = async (ownerPool: Pool): Promise<void> => await runMigrations({ pgPool: ownerPool })

/** Queues a job inside the action's transaction, with the scope of its actor. */
export async function addJob(tx: Tx, actor: Actor, job: { name: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const queued: Queued = { scope: { ...actor.scope, accountId: actor.accountId }, payload: job.payload }
  await tx.query('select app.add_job($1, $2::json)', [job.name, JSON.stringify(queued)])
}

/** Of the queue's own words only what somebody must act on. */
const troubleOnly = (log: (line: string) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log(`jobs: ${message}`)
  })

/** Starts taking jobs off the queue. A killed process leaves its job to be run again: jobs must be safe to repeat. */
export async function startJobs(parts: { ownerPool: Pool; appPool: Pool; jobs: readonly Job[]; log: (line: string) => void }): Promise<Runner> {
  const perform = (job: Job) => async (raw: unknown) => {
    const queued = raw as Queued
    const scope = { lo: queued.scope.lo, hi: queued.scope.hi, accountId: AccountId.parse(queued.scope.accountId) }
    const step: JobContext['step'] = (mode, work) => withScope(parts.appPool, scope, mode, work)
    await job.run({ pool: parts.appPool, scope, payload: queued.payload, step })
  }
  const taskList = Object.fromEntries(parts.jobs.map((job) => [job.name, perform(job)]))
  const { ownerPool: pgPool, log } = parts
  return await run({ pgPool, concurrency: 1, pollInterval: 1000, noHandleSignals: true, crontab: '', logger: troubleOnly(log), taskList })
}
