import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import type { CountLoads } from '../../../network/index.ts'
import { matterTypes } from '../matters/load-types.ts'

/** Visits due, open matters by kind with their earliest deadline, and devices that carry the unit's people. */
export const countWorkLoads: CountLoads = async (tx, { unitCode, today }) => {
  const at = [bureauOf(unitCode), unitCode, today]
  const { rows: plans } = await tx.query<{ count: number; overdue: number; due_on: PlainDate | null; devices: number }>(
    `select count(*)::int as count, (count(*) filter (where w.due_on < $3))::int as overdue, min(w.due_on) as due_on,
            (select count(*)::int from casework.field_leases l where l.bureau_code = $1 and l.unit_code = $2 and l.revoked_at is null and l.expires_at > now()) as devices
       from casework.visit_plans w where w.bureau_code = $1 and w.unit_code = $2 and w.status = 'due'`,
    at,
  )
  const { rows: matters } = await tx.query<{ type_code: string; count: number; overdue: number; due_on: PlainDate | null }>(
    `select m.type_code, count(*)::int as count, (count(*) filter (where m.due_on < $3))::int as overdue, nullif(min(m.due_on), 'infinity') as due_on
       from casework.matters m where m.bureau_code = $1 and m.unit_code = $2 and m.outcome is null group by 1 order by 1`,
    at,
  )
  const { count = 0, overdue = 0, due_on = null, devices = 0 } = plans[0] ?? {}
  return [
    { code: 'plans', count, overdue, goes: 'along', ...(due_on === null ? {} : { dueOn: due_on }) },
    ...matters.map((row) => ({
      code: 'matters' as const,
      of: wordsOf(row.type_code),
      count: row.count,
      overdue: row.overdue,
      goes: 'along' as const,
      ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    })),
    { code: 'devices', count: devices, goes: 'stays' },
  ]
}

function wordsOf(code: string): { code: string; zh: string; en: string } {
  const type = matterTypes.find((one) => one.code === code)
  return { code, zh: type?.name.zh ?? code, en: type?.name.en ?? code }
}
