import type { VisitId } from '../../../../kernel/id.ts'
import { addDays, addMonths, daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import { type CodeRange, rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { countClients, personCards } from '../../../registry/index.ts'
import { seeToday as SeeToday } from '../../contract.ts'
import { countMonthVisits, countPlans } from './count-day.ts'
import { plansOf, readDue } from './plan-views.ts'

const PAGE = 40
/** A worker's morning looks a week ahead. */
const AHEAD_DAYS = 7
/** What is recorded today was mostly done within a month: older ones are in the list of visits. */
const LATE_DAYS = 31

/** Plans due from one day on and before another, the earliest first; `PAGE` of them. */
async function duePlans(context: ViewContext, range: CodeRange, days: { from?: PlainDate; before: PlainDate }) {
  return await plansOf(await readDue(context.tx, { range, ...days, after: undefined, limit: PAGE }), context)
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
    const ahead = addDays(context.today, AHEAD_DAYS + 1)
    const toVisit = await duePlans(context, within, { from: context.today, before: ahead })
    const plans = await countPlans(context.tx, within, { today: context.today, ahead })
    const visits = await countMonthVisits(context.tx, within, context.today)
    const clients = await countClients(context.tx, within)
    const all = visits + plans.thisMonthLeft
    return {
      today: context.today,
      toVisit: toVisit.slice(0, 8).toSorted(byAddress),
      soon: toVisit.slice(8),
      overdue: await duePlans(context, within, { before: context.today }),
      recordedToday: await recordedToday(context, within),
      counts: { ...plans, clients: clients.registered },
      meters: [
        { code: 'visits' as const, done: visits, all, expected: expectedBy(context.today, all), unit: 'visits' as const },
        { code: 'files' as const, done: clients.complete, all: clients.registered, expected: clients.registered, unit: 'people' as const },
      ],
      can: { record: context.actor.grants.has('visit.write'), plan: context.actor.grants.has('visit.plan') },
    }
  },
})
