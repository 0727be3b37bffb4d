import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { firstDay, monthIndex, monthText } from '../../domain/entitlement/month.ts'
import { isPayer } from '../kept/take-in.ts'
import { monthJob } from './month-job.ts'
import { findLastApproved, listRuns } from './run-rows.ts'

/** How many people of a bureau are approved. */
const PEOPLE =
  'select count(distinct person_id)::int as people from benefits.entitlements where bureau_code = $1 and approved_at is not null'

export const startMonth = action(contract.startMonth, {
  grant: 'benefit.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-an-office': 422, 'nobody-entitled': 409, 'month-open': 409, 'not-next': 409, 'too-early': 422 },
  async run(context, { unitCode, month }) {
    const { tx, actor, actionId: id, today, now } = context
    if (!isPayer(unitCode)) return refuse({ code: 'not-an-office' })
    if (monthIndex(month) > monthIndex(today)) return refuse({ code: 'too-early' })
    const bureau = bureauOf(unitCode)
    await tx.query("select pg_advisory_xact_lock(hashtextextended('benefits.month ' || $1, 0))", [bureau])
    const last = await findLastApproved(tx, bureau)
    const next = last ? monthIndex(last.month) + 1 : monthIndex(month)
    // A month left out would be nobody's: each follows the one before.
    if (monthIndex(month) !== next) return refuse({ code: 'not-next', next: monthText(next) })
    const open = (await listRuns(tx, bureau)).find(({ state }) => ['queued', 'computed', 'reviewed'].includes(state))
    if (open) return refuse({ code: 'month-open', month: open.month.slice(0, 7) })
    const { rows } = await tx.query<{ people: number }>(PEOPLE, [bureau])
    const people = rows[0]?.people ?? 0
    if (people === 0) return refuse({ code: 'nobody-entitled' })
    await tx.query(
      `insert into benefits.runs (bureau_code, id, unit_code, month, since, state, known_on, started_at, started_by, people)
       values ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9)`,
      [bureau, id, unitCode, firstDay(next), last?.since ?? firstDay(next), today, now, actor.accountId, people],
    )
    await context.job(monthJob.name, { runId: id })
    context.note({ run: id, month, people })
    return ok({ id })
  },
})
