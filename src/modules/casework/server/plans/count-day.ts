import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange } from '../../../../kernel/region-code.ts'
import { bureausWithin } from '../../../../platform/database/bureaus-of.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

const monthStart = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate

/** Rows `r` of a bureau within the range from $1 to $2. */
const within = (table: string): string => `${table} r where r.bureau_code = bureau.code and r.unit_code >= $1 and r.unit_code < $2`

interface PlanCounts {
  readonly overdue: number
  /** Due from today on and before `ahead`. */
  readonly toVisit: number
  /** Due before the end of the month, the overdue ones too. */
  readonly thisMonthLeft: number
}

/** How many visits of a range are due: counted bureau by bureau, in the index of what is due. */
export async function countPlans(tx: Tx, range: CodeRange, days: { today: PlainDate; ahead: PlainDate }): Promise<PlanCounts> {
  const { rows } = await tx.query<PlanCounts>(
    `with recursive bureau(code) as (${bureausWithin(range, 'casework.visit_plans')})
     select coalesce(sum(p.overdue), 0)::int as overdue, coalesce(sum(p.to_visit), 0)::int as "toVisit",
            coalesce(sum(p.left_over), 0)::int as "thisMonthLeft"
       from bureau cross join lateral (
         select count(*) filter (where r.due_on < $3) as overdue, count(*) filter (where r.due_on >= $3 and r.due_on < $4) as to_visit,
                count(*) filter (where r.due_on < $5) as left_over
           from ${within('casework.visit_plans')} and r.status = 'due' and r.due_on < greatest($4, $5)) p`,
    [range.lo, range.hi, days.today, days.ahead, addMonths(monthStart(days.today), 1)],
  )
  return rows[0] ?? { overdue: 0, toVisit: 0, thisMonthLeft: 0 }
}

/**
 * How many visits of this month count. One that was taken back has a counter-record of the same unit and day, and neither of
 * the two counts: so there is no need to look for each visit whether it has one.
 */
export async function countMonthVisits(tx: Tx, range: CodeRange, today: PlainDate): Promise<number> {
  const visits = `${within('casework.visits')} and r.done_on >= $3 and r.done_on <= $4`
  const { rows } = await tx.query<{ visits: number }>(
    `with recursive bureau(code) as (${bureausWithin(range, 'casework.visits')})
     select coalesce(sum(v.all_of_them - 2 * v.taken_back), 0)::int as visits
       from bureau cross join lateral (
         select (select count(*) from ${visits}) as all_of_them, (select count(*) from ${visits} and r.is_counter) as taken_back) v`,
    [range.lo, range.hi, monthStart(today), today],
  )
  return rows[0]?.visits ?? 0
}
