import { uuidv7 } from 'uuidv7'
import { bureauOf } from '../../../../kernel/region-code.ts'
import type { Job, JobContext } from '../../../../platform/jobs/jobs.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import { computeMonth } from './compute-month.ts'
import { findRun, type RunRow } from './run-rows.ts'

const STOPPED = new Error('the run was cancelled')

/** Says how far a run is, and stops it where somebody has cancelled it meanwhile. */
async function tell(job: JobContext, run: RunRow, people: number): Promise<void> {
  job.signal.throwIfAborted()
  const state = await job.step('write', async (tx) => {
    await tx.query(
      `insert into benefits.run_progress (bureau_code, run_id, unit_code, done) values ($1, $2, $3, $4)
       on conflict (bureau_code, run_id) do update set done = excluded.done`,
      [bureauOf(run.unitCode), run.id, run.unitCode, people],
    )
    return (await findRun(tx, run.id))?.state
  })
  if (state !== 'queued') throw STOPPED
}

/**
 * Computes a month in one transaction that sees one moment: a job that dies leaves nothing, and one that comes again
 * begins anew.
 */
export const monthJob: Job = {
  name: 'benefits.month',
  async run(job) {
    const run = await job.step('read', (tx) => findRun(tx, String(job.payload['runId'])))
    if (run?.state !== 'queued') return
    await compute(job, run).catch((fault: unknown) => {
      if (fault !== STOPPED) throw fault
    })
  },
}

async function compute(job: JobContext, run: RunRow): Promise<void> {
  await job.step('write', async (tx) => {
    await tx.query('set transaction isolation level repeatable read', [])
    const now = job.clock.now()
    const sums = await computeMonth(tx, run, {
      now,
      progress: (people) => tell(job, run, people),
      aside: (work) => job.step('read', work),
    })
    const detail = { run: run.id, month: run.month.slice(0, 7), people: sums.people, lines: sums.lines, failed: sums.failed }
    await appendLeaf(tx, { id: uuidv7(), name: 'month.computed', unitCode: run.unitCode, accountId: job.scope.accountId, at: now, detail })
  })
}
