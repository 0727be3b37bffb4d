import { uuidv7 } from 'uuidv7'
import type { Fact } from '../../../../platform/actions/context.ts'
import { writeFacts } from '../../../../platform/actions/write-facts.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Job, JobContext } from '../../../../platform/jobs/jobs.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import { endHandOver, findHandOver, type HandOverRow } from './hand-over-rows.ts'
import { finishHandOver, moveSome } from './move-files.ts'
import type { StationContext } from './station-followers.ts'

/**
 * Hands a large station over, some files a transaction. What has moved lies at the successor: so it goes on where it was
 * killed, and moves nothing twice.
 */
export const handOverJob: Job = {
  name: 'registry.handOver',
  async run(job) {
    const row = await job.step('read', (tx) => findHandOver(tx, String(job.payload['handOverId'])))
    if (row?.status !== 'running') return
    try {
      while (!(await goOn(job, row))) job.signal.throwIfAborted()
    } catch (fault) {
      job.signal.throwIfAborted()
      if (job.isLastTry) await job.step('write', (tx) => endHandOver(tx, row, { status: 'stopped', besides: 0, now: job.clock.now() }))
      throw fault
    }
  },
}

/** One transaction's share; true once nothing is left and the hand-over is done. */
async function goOn(job: JobContext, row: HandOverRow): Promise<boolean> {
  return await job.step('write', async (tx) => {
    const facts: Fact[] = []
    const context = stationContext(job, { tx, row, facts })
    if ((await moveSome(context, row)) > 0) return false
    const besides = await finishHandOver(context, row)
    await writeFacts(tx, { facts, unitCode: row.unit_code })
    await appendLeaf(tx, {
      id: uuidv7(),
      name: 'network.handedOver',
      unitCode: row.unit_code,
      accountId: job.scope.accountId,
      at: context.now,
      detail: { handOver: row.id, to: row.to_unit, files: (await findHandOver(tx, row.id))?.moved ?? 0, besides },
    })
    return true
  })
}

const stationContext = (job: JobContext, { tx, row, facts }: { tx: Tx; row: HandOverRow; facts: Fact[] }): StationContext => ({
  tx,
  secrets: job.secrets,
  now: job.clock.now(),
  today: job.clock.today(),
  actor: { accountId: job.scope.accountId, unitCode: row.asked_at_unit },
  fact: (fact) => void facts.push(fact),
  subject: () => undefined,
})
