import { type BureauCode, bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type FundLeft, listFunds, openBatch } from '../../../ledger/index.ts'
import * as contract from '../../contract.ts'
import { monthIndex } from '../../domain/entitlement/month.ts'
import { linesToPay, sumUnpaid, writeUnpaid } from './owed.ts'
import { findRun, type RunRow, whereRun } from './run-rows.ts'

/** The approved month before one: what it could not pay is carried on. */
export async function findEarlier(tx: Tx, run: RunRow): Promise<Pick<RunRow, 'id' | 'month' | 'sentAt'> | undefined> {
  const { rows } = await tx.query<Pick<RunRow, 'id' | 'month' | 'sentAt'>>(
    `select id, month, sent_at as "sentAt" from benefits.runs
      where bureau_code = $1 and state = 'approved' and month < $2 order by month desc limit 1`,
    [bureauOf(run.unitCode), run.month],
  )
  return rows[0]
}

/** `2026 年 6 月抚恤补助金`: what the batch and the bank file are called. */
const titleOf = ({ month }: RunRow): string => `${Number(month.slice(0, 4))} 年 ${(monthIndex(month) % 12) + 1} 月抚恤补助金`

type Opened = Awaited<ReturnType<typeof openBatch>>
type OpenRefusal = Extract<Opened, { ok: false }>['refusal']

/** What an officer can do something about; the rest is a fault. */
function said(refusal: OpenRefusal) {
  switch (refusal.code) {
    case 'fund-short':
      return { code: 'fund-short', shortFen: refusal.shortFen } as const
    case 'period-closed':
      return { code: 'period-closed', throughOn: refusal.throughOn } as const
    case 'payments-stopped':
    case 'same-hands':
      return { code: refusal.code } as const
    default:
      throw new Error(`the ledger and the month do not agree: ${JSON.stringify(refusal)}`)
  }
}

type Ready = { readonly run: RunRow; readonly earlierId: string | null }
type NotReady = { code: 'wrong-state'; state: RunRow['state'] } | { code: 'already-sent' } | { code: 'earlier-not-sent'; month: string }

/** The run, locked: of two who send it at once, the second finds it sent. */
async function readyToSend(tx: Tx, runId: string): Promise<Result<Ready, NotReady>> {
  await tx.query('select from benefits.runs where id = $1 for update', [runId])
  const run = await findRun(tx, runId)
  if (!run) throw new Error('the run has gone')
  if (run.state !== 'approved') return refuse({ code: 'wrong-state', state: run.state })
  if (run.sentAt !== null) return refuse({ code: 'already-sent' })
  const earlier = await findEarlier(tx, run)
  if (earlier?.sentAt === null) return refuse({ code: 'earlier-not-sent', month: earlier.month.slice(0, 7) })
  return ok({ run, earlierId: earlier?.id ?? null })
}

const NOTHING = { batchId: null, lineCount: 0, totalFen: 0n }

/** The batch of a month, under the id of the action that sends it. */
async function open({ tx, actor, now, actionId, unitCode }: ActionContext, { run, earlierId }: Ready, fund: FundLeft) {
  const bureau = bureauOf(unitCode) as BureauCode
  const opened = await openBatch(tx, {
    bureau,
    batchId: actionId,
    fundAccount: fund.id,
    purpose: fund.purpose,
    title: titleOf(run),
    source: { module: 'benefits', id: run.id },
    lines: linesToPay({ bureau, runId: run.id, earlierId }, `${run.month.slice(0, 7)} 抚恤补助`, unitCode),
    at: now,
    madeBy: actor.accountId,
    checkedBy: run.settledBy,
  })
  if (opened.ok) return opened
  // A month in which everything due is still to be taken back is over; one in which nobody has an account was forgotten.
  if (opened.refusal.code !== 'batch-empty') return refuse(said(opened.refusal))
  await writeUnpaid(tx, { bureau, runId: run.id, earlierId }, unitCode)
  const unpaid = await sumUnpaid(tx, { bureau, runId: run.id })
  return unpaid.some(({ why }) => why === 'no-account') ? refuse({ code: 'nothing-to-pay' } as const) : ok(NOTHING)
}

/**
 * Sends an approved month on: what each person is owed, those who cannot be paid with the reason, and the ledger's batch of the
 * others, checked by who approved the month. All of it or nothing.
 */
export const sendMonth = action(contract.sendMonth, {
  grant: 'benefit.write',
  where: whereRun,
  refusals: {
    'wrong-state': 409,
    'already-sent': 409,
    'earlier-not-sent': 409,
    'nothing-to-pay': 409,
    'no-such-fund': 422,
    'fund-short': 409,
    'payments-stopped': 409,
    'period-closed': 409,
    'same-hands': 409,
  },
  async run(context, { runId, fundId }) {
    const { tx, actor, now, unitCode, note } = context
    const ready = await readyToSend(tx, runId)
    if (!ready.ok) return ready
    const bureau = bureauOf(unitCode) as BureauCode
    const fund = (await listFunds(tx, { bureau, kind: 'benefit' })).find(({ id }) => id === fundId)
    if (!fund) return refuse({ code: 'no-such-fund' })
    // Of a million people what each is owed is put in order: in memory, and longer than an answer may take.
    await tx.query(`set local statement_timeout = '10min'`, [])
    await tx.query(`set local work_mem = '256MB'`, [])
    const opened = await open(context, ready.value, fund)
    if (!opened.ok) return opened
    await tx.query('update benefits.runs set batch_id = $3, sent_at = $4, sent_by = $5 where bureau_code = $1 and id = $2', [
      bureau,
      runId,
      opened.value.batchId,
      now,
      actor.accountId,
    ])
    const { batchId, lineCount, totalFen } = opened.value
    note({ run: runId, month: ready.value.run.month.slice(0, 7), batch: batchId, lines: lineCount, totalFen: String(totalFen) })
    return ok({ batchId, lines: lineCount, fen: String(totalFen) })
  },
})
