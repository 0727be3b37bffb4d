import type { z } from 'zod'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { changeUnit } from '../../contract.ts'
import { listLoads } from './ask-others.ts'
import { beginHandOver, holdingOpen } from './check-hand-over.ts'

type Input = z.output<(typeof changeUnit)['input']>
type Refusal = z.output<(typeof changeUnit)['refusal']>

/** No unit closes silently on what lies there: it is handed over in the same transaction, or left for a reason that the journal keeps. */
export async function settleLoads(context: ActionContext, { unitCode, handOver, leftBecause }: Input): Promise<Refusal | undefined> {
  if (handOver) {
    if (!context.actor.grants.has('unit.handOver')) return { code: 'may-not-hand-over' }
    const begun = await beginHandOver(context, { unitCode, ...handOver })
    return begun.ok ? undefined : { code: 'not-handed-over', because: begun.refusal }
  }
  const rows = holdingOpen(await listLoads(context.tx, { unitCode, today: context.today }))
  if (rows.length === 0) return undefined
  if (leftBecause === undefined) return { code: 'still-holds', rows }
  context.note({ leftBecause, left: rows.reduce((sum, { count }) => sum + count, 0) })
  return undefined
}
