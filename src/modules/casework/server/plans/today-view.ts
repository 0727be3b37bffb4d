import type { VisitId } from '../../../../kernel/id.ts'
import { addDays, addMonths, daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import { type CodeRange, rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { countClients, personCards } from '../../../registry/index.ts'
import { seeToday as SeeToday } from '../../contract.ts'
import { type PlanRow, plansOf } from './plan-views.ts'

const PAGE = 40
/** A worker's morning looks a week ahead. */
const AHEAD_DAYS = 7
/** What is recorded today was mostly done within a month: older ones are in the list of visits. */
const LATE_DAYS = 31
const FIRST_DAY = '1900-01-01' as PlainDate

/** Plans from one day to another, the earliest first; `PAGE` of them. */
async function duePlans(context: ViewContext, within: CodeRange, days: { from: PlainDate; to: PlainDate }) {
  const { rows } = await context.tx.query<PlanRow>(
    `select id, unit_code, person_id, reason, rule_code, due_on from casework.visit_plans
      where unit_code >= $1 and unit_code < $2 and status = 'due' and due_on between $3 and $4 order by due_on, id limit $5`,
    [within.lo, within.hi, days.from, days.to, PAGE],
  )
  return await plansOf(rows, context)
}

interface Counts {
  overdue: number
  week: number
  month_left: number
  month_visits: number
}

async function countPlans(context: ViewContext, within: CodeRange): Promise<Counts> {
  const monthStart = `${context.today.slice(0, 7)}-01` as PlainDate
  const { rows } = await context.tx.query<Counts>(
    `select (select count(*)::int from casework.visit_plans where unit_code >= $1 and unit_code < $2 and status = 'due' and due_on < $3) as overdue,
            (select count(*)::int from casework.visit_plans where unit_code >= $1 and unit_code < $2 and status = 'due' and due_on between $3 and $4) as week,
            (select count(*)::int from casework.visit_plans where unit_code >= $1 and unit_code < $2 and status = 'due' and due_on < $6) as month_left,
            (select count(*)::int from casework.visits v where unit_code >= $1 and unit_code < $2 and done_on between $5 and $3 and not is_counter
               and not exists (select from casework.visits c where c.bureau_code = v.bureau_code and c.corrects_id = v.id and c.is_counter)) as month_visits`,
    [within.lo, within.hi, context.today, addDays(context.today, AHEAD_DAYS), monthStart, addMonths(monthStart, 1)],
  )
  return rows[0] ?? { overdue: 0, week: 0, month_left: 0, month_visits: 0 }
}

async function recordedToday(context: ViewContext, within: CodeRange) {
  const { rows } = await context.tx.query<{ id: VisitId; recorded_at: string; person_ids: string[] }>(
    `select v.id, v.recorded_at, array_agg(s.person_id) as person_ids
       from casework.visits v join casework.visit_people s on s.bureau_code = v.bureau_code and s.visit_id = v.id
      where v.unit_code >= $1 and v.unit_code < $2 and v.done_on between $4 and $3 and v.recorded_at >= $5 and not v.is_counter
        and not exists (select from casework.visits c where c.bureau_code = v.bureau_code and c.corrects_id = v.id and c.is_counter)
      group by v.bureau_code, v.id order by v.recorded_at desc, v.id desc limit 20`,
    [within.lo, within.hi, context.today, addDays(context.today, -LATE_DAYS), `${context.today}T00:00:00+08:00`],
  )
  const cards = await personCards(context, [...new Set(rows.flatMap((row) => row.person_ids))])
  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.recorded_at,
    people: row.person_ids.flatMap((id) => cards.get(id)?.nameMasked ?? []),
  }))
}

/** How much of a month has passed, as a share of `all`: where the month stands by the calendar. */
function expectedBy(today: PlainDate, all: number): number {
  const start = `${today.slice(0, 7)}-01` as PlainDate
  return Math.round((all * (daysBetween(start, today) + 1)) / daysBetween(start, addMonths(start, 1)))
}

/** Those who live together are visited together. */
const byAddress = (one: { person: { addressMasked: string | null } }, other: { person: { addressMasked: string | null } }): number =>
  (one.person.addressMasked ?? '').localeCompare(other.person.addressMasked ?? '', 'zh-CN', { numeric: true })

export const seeToday = view(SeeToday, {
  grant: 'visit.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const within = rangeOf(place)
    const toVisit = await duePlans(context, within, { from: context.today, to: addDays(context.today, AHEAD_DAYS) })
    const counts = await countPlans(context, within)
    const clients = await countClients(context.tx, within)
    const all = counts.month_visits + counts.month_left
    return {
      today: context.today,
      toVisit: toVisit.slice(0, 8).toSorted(byAddress),
      soon: toVisit.slice(8),
      overdue: await duePlans(context, within, { from: FIRST_DAY, to: addDays(context.today, -1) }),
      recordedToday: await recordedToday(context, within),
      counts: { toVisit: counts.week, overdue: counts.overdue, thisMonthLeft: counts.month_left, clients: clients.registered },
      meters: [
        { code: 'visits' as const, done: counts.month_visits, all, expected: expectedBy(context.today, all), unit: 'visits' as const },
        { code: 'files' as const, done: clients.complete, all: clients.registered, expected: clients.registered, unit: 'people' as const },
      ],
      can: { record: context.actor.grants.has('visit.write'), plan: context.actor.grants.has('visit.plan') },
    }
  },
})
