import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findRun, type RunRow, whereRun } from './run-rows.ts'

type WrongState = { code: 'wrong-state'; state: RunRow['state'] }
type Said = { state: 'reviewed' | 'approved' | 'returned' | 'cancelled'; from: readonly RunRow['state'][]; why?: string }

const SETS = {
  reviewed: 'reviewed_at = $4, reviewed_by = $5, settled_why = $6',
  approved: 'settled_at = $4, settled_by = $5, settled_why = $6',
  returned: 'settled_at = $4, settled_by = $5, settled_why = $6',
  cancelled: 'settled_at = $4, settled_by = $5, settled_why = $6',
} as const

/** Moves a run on, once: whoever comes second is told how it stands. */
async function settle(
  { tx, actor, now, note, unitCode }: ActionContext,
  run: RunRow,
  { state, from, why }: Said,
): Promise<Result<{ id: string }, WrongState>> {
  const { rowCount } = await tx.query(
    `update benefits.runs set state = $3, ${SETS[state]} where bureau_code = $1 and id = $2 and state = any($7::text[])`,
    [bureauOf(unitCode), run.id, state, now, actor.accountId, why ?? null, from],
  )
  if (rowCount !== 1) return refuse({ code: 'wrong-state', state: (await findRun(tx, run.id))?.state ?? run.state })
  note({ run: run.id, month: run.month.slice(0, 7), state })
  return ok({ id: run.id })
}

async function get(context: ActionContext, runId: string): Promise<RunRow> {
  const run = await findRun(context.tx, runId)
  if (!run) throw new Error('the run has gone')
  return run
}

const isOwn = ({ startedBy, reviewedBy }: RunRow, { actor }: ActionContext): boolean =>
  startedBy === actor.accountId || reviewedBy === actor.accountId

export const reviewMonth = action(contract.reviewMonth, {
  grant: 'benefit.write',
  where: whereRun,
  refusals: { 'wrong-state': 409 },
  run: async (context, { runId }) => await settle(context, await get(context, runId), { state: 'reviewed', from: ['computed'] }),
})

export const approveMonth = action(contract.approveMonth, {
  grant: 'benefit.approve',
  where: whereRun,
  refusals: { 'wrong-state': 409, 'own-run': 409 },
  async run(context, { runId }) {
    const run = await get(context, runId)
    if (isOwn(run, context)) return refuse({ code: 'own-run' })
    return await settle(context, run, { state: 'approved', from: ['reviewed'] })
  },
})

export const returnMonth = action(contract.returnMonth, {
  grant: 'benefit.approve',
  where: whereRun,
  refusals: { 'wrong-state': 409, 'own-run': 409 },
  async run(context, { runId, why }) {
    const run = await get(context, runId)
    if (isOwn(run, context)) return refuse({ code: 'own-run' })
    return await settle(context, run, { state: 'returned', from: ['reviewed'], why })
  },
})

export const cancelMonth = action(contract.cancelMonth, {
  grant: 'benefit.write',
  where: whereRun,
  refusals: { 'wrong-state': 409 },
  run: async (context, { runId }) =>
    await settle(context, await get(context, runId), { state: 'cancelled', from: ['queued', 'computed', 'reviewed'] }),
})
