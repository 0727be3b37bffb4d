import type { PersonId } from '../../../../kernel/id.ts'
import { bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listBatchStates } from '../../../ledger/index.ts'
import { personCards } from '../../../registry/index.ts'
import type { LineReason, Run, RunLineSeen } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { monthIndex, monthText } from '../../domain/entitlement/month.ts'
import { isPayer } from '../kept/take-in.ts'
import { titlesAt } from '../rates/rate-rows.ts'
import { findLastApproved, findRun, listRuns, type RunRow, ratesOfRun, sumsBy, whereRun } from './run-rows.ts'

const ZERO = '00000000-0000-0000-0000-000000000000'

const runSeen = (
  run: RunRow,
  { done = 0, payState = null }: { done?: number | undefined; payState?: Run['payState'] | undefined },
): Run => ({
  id: run.id,
  month: run.month.slice(0, 7),
  state: run.state,
  knownOn: run.knownOn,
  people: run.people,
  done: run.state === 'queued' ? done : run.people,
  lines: run.lines,
  failed: run.failed,
  totalFen: run.totalFen === null ? null : String(run.totalFen),
  recoverFen: run.recoverFen === null ? null : String(run.recoverFen),
  settledWhy: run.settledWhy,
  payState,
})

/** How many people runs under way have computed. */
async function progressOf(tx: Tx, bureau: string): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ run_id: string; done: number }>(
    'select run_id, done from benefits.run_progress where bureau_code = $1',
    [bureau],
  )
  return new Map(rows.map(({ run_id: id, done }) => [id, done]))
}

export const listMonths = view(contract.listMonths, {
  grant: 'benefit.read',
  where: ({ unitCode }) => unitCode,
  async run({ tx, actor }, { unitCode }) {
    if (!isPayer(unitCode)) return { runs: [], next: null, entitled: 0, can: { start: false } }
    const bureau = bureauOf(unitCode)
    const [runs, last, done] = await Promise.all([listRuns(tx, bureau), findLastApproved(tx, bureau), progressOf(tx, bureau)])
    const { rows } = await tx.query<{ count: number }>(
      'select count(distinct person_id)::int as count from benefits.entitlements where bureau_code = $1 and approved_at is not null',
      [bureau],
    )
    const batches = runs.flatMap(({ batchId }) => batchId ?? [])
    const paying = await listBatchStates(tx, bureau, batches)
    return {
      runs: runs.map((run) => runSeen(run, { done: done.get(run.id), payState: paying.get(run.batchId ?? '') })),
      next: last ? monthText(monthIndex(last.month) + 1) : null,
      entitled: rows[0]?.count ?? 0,
      can: { start: actor.grants.has('benefit.write') },
    }
  },
})

type FailureWhy = 'no-rate' | 'no-grade' | 'unknown-class' | 'file-gone' | 'fault'

async function failuresOf(tx: Tx, run: RunRow) {
  const { rows } = await tx.query<{ personId: PersonId; classCode: string; why: FailureWhy }>(
    `select person_id as "personId", class_code as "classCode", why from benefits.run_failures
      where bureau_code = $1 and run_id = $2 order by why, person_id, class_code limit 200`,
    [bureauOf(run.unitCode), run.id],
  )
  return rows
}

export const seeMonth = view(contract.seeMonth, {
  grant: 'benefit.read',
  where: whereRun,
  async run(context, { runId }) {
    const { tx, actor } = context
    const run = await findRun(tx, runId)
    if (!run) return undefined
    const [reasons, classes, failures, done] = await Promise.all([
      sumsBy(tx, 'why', run),
      sumsBy(tx, 'class_code', run),
      failuresOf(tx, run),
      progressOf(tx, bureauOf(run.unitCode)),
    ])
    const cards = await personCards(context, [...new Set(failures.map(({ personId }) => personId))])
    const paying = await listBatchStates(tx, bureauOf(run.unitCode), run.batchId === null ? [] : [run.batchId])
    const isOwn = [run.startedBy, run.reviewedBy].includes(actor.accountId)
    return {
      run: runSeen(run, { done: done.get(run.id), payState: paying.get(run.batchId ?? '') }),
      byReason: reasons.map(({ name, lines, people, amountFen }) => ({
        why: name as LineReason,
        lines,
        people,
        amountFen: String(amountFen),
      })),
      byClass: classes.map(({ name, people, amountFen }) => ({ classCode: name, people, amountFen: String(amountFen) })),
      failures: failures.map((one) => ({ ...one, nameMasked: cards.get(one.personId)?.nameMasked ?? '' })),
      versions: [...(run.versions ?? [])],
      factsHash: run.factsHash,
      can: {
        review: run.state === 'computed' && actor.grants.has('benefit.write'),
        settle: run.state === 'reviewed' && actor.grants.has('benefit.approve') && !isOwn,
        cancel: ['queued', 'computed', 'reviewed'].includes(run.state) && actor.grants.has('benefit.write'),
        write: run.state === 'approved' && actor.grants.has('benefit.write'),
      },
    }
  },
})

interface LineRow {
  readonly personId: PersonId
  readonly classCode: string
  readonly kind: RunLineSeen['kind']
  readonly month: string
  readonly amountFen: bigint
  readonly paidFen: bigint
  readonly why: LineReason
  readonly rateNo: number
}

/** Lines of whole people after one, of one reason or all. */
async function findLines(
  tx: Tx,
  run: RunRow,
  asked: { why?: string; personId?: string; after?: string; limit: number },
): Promise<LineRow[]> {
  const { rows } = await tx.query<LineRow>(
    `select person_id as "personId", class_code as "classCode", kind, month, amount_fen as "amountFen", paid_fen as "paidFen", why, rate_no as "rateNo"
       from benefits.lines where bureau_code = $1 and run_id = $2 and person_id > $3 and ($4::text is null or why = $4) and ($5::uuid is null or person_id = $5)
      order by person_id, month, class_code, kind limit $6`,
    [bureauOf(run.unitCode), run.id, asked.after ?? ZERO, asked.why ?? null, asked.personId ?? null, asked.limit + 1],
  )
  return rows
}

export const listMonthLines = view(contract.listMonthLines, {
  grant: 'benefit.read',
  where: whereRun,
  async run(context, { runId, why, personId, after, limit }) {
    const { tx } = context
    const run = await findRun(tx, runId)
    if (!run) return undefined
    const asked = { limit, ...(why && { why }), ...(personId && { personId }), ...(after && { after }) }
    const found = await findLines(tx, run, asked)
    const { rows, next } = wholePeople(found, limit)
    const place = run.unitCode.slice(0, 12) as RegionCode
    const [rates, { titles }] = [await ratesOfRun(tx, bureauOf(run.unitCode), run.id), await titlesAt(tx, place)]
    const cards = await personCards(context, [...new Set(rows.map((row) => row.personId))])
    return {
      lines: rows.map(({ rateNo, month, amountFen, paidFen, ...row }) => {
        const rate = rates[rateNo]
        return {
          ...row,
          nameMasked: cards.get(row.personId)?.nameMasked ?? '',
          month: month.slice(0, 7),
          amountFen: String(amountFen),
          paidFen: String(paidFen),
          rate: rate ? { ...rate, title: titles.get(rate.version) ?? rate.version } : null,
        }
      }),
      next,
    }
  },
})

/** A page ends with a person, so that the next begins after one; somebody with more lines than a page has them all cut to one. */
function wholePeople(found: readonly LineRow[], limit: number): { rows: readonly LineRow[]; next: PersonId | null } {
  if (found.length <= limit) return { rows: found, next: null }
  const over = found.at(-1)?.personId
  const whole = found.filter((row) => row.personId !== over)
  const rows = whole.length > 0 ? whole : found.slice(0, limit)
  return { rows, next: rows.at(-1)?.personId ?? null }
}
