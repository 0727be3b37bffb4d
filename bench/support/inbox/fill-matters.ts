import type { Pool } from 'pg'

/**
 * So many open matters over the villages of a province, every one of somebody's, in one statement. Of ten, four wait at the
 * station, three at the township, two at the county; of a hundred five at the city and five at the province. Deadlines lie
 * from sixty days back to sixty ahead.
 */
export async function fillMatters(
  pool: Pool,
  { matters, people, province }: { matters: number; people: number; province: string },
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(
      "begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; set local synchronous_commit = off; set local statement_timeout = 0",
    )
    await client.query(FILL, [matters, people, province.padEnd(12, '0')])
    await client.query('commit')
    await client.query('vacuum (analyze) casework.matters')
  } finally {
    client.release(true)
  }
}

const FILL = `
with someone as (select row_number() over (order by id) - 1 as number, id, bureau_code, unit_code from registry.people)
insert into casework.matters (bureau_code, id, unit_code, person_id, type_code, type_version, state, steps, holder, holder_place, channel, answers,
  due_on, due_clock, held_since, opened_on, opened_at, opened_by)
select s.bureau_code, ('0198b000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, s.unit_code, s.id, 'petition', 1,
  case h.holder when 'station' then 'registered' when 'township' then 'investigating' when 'county' then 'handling' when 'city' then 'reviewing' else 'rechecking' end,
  3, h.holder,
  case h.holder when 'station' then s.unit_code when 'township' then left(s.unit_code, 9) || '000' when 'county' then left(s.unit_code, 6) || '000000'
    when 'city' then left(s.unit_code, 4) || '00000000' else $3 end,
  'window', '\\x00', current_date + (n * 7919 % 121 - 60)::int, case h.holder when 'city' then 'review' when 'province' then 'recheck' else 'opinion' end,
  current_date - 70, current_date - 70, now(), '0198a002-0000-7000-8000-000000000001'
from generate_series(0, $1::bigint - 1) as n
join someone s on s.number = n % $2::bigint
cross join lateral (select case when n % 20 < 8 then 'station' when n % 20 < 14 then 'township' when n % 20 < 18 then 'county' when n % 20 = 18 then 'city' else 'province' end as holder) h`
