import { type BureauCode, type RegionCode, rangeOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import { bureausOf } from '../../../../../platform/database/bureaus-of.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import type { Tx } from '../../../../../platform/database/tx.ts'
import { type Hourly, signByClock, WHOLE } from '../watch/by-the-clock.ts'

/** Matters that cannot be accounted for, at a unit. */
export interface Astray {
  readonly unitCode: UnitCode
  readonly typeCode: string
  readonly matterIds: readonly string[]
}

/**
 * Proves of every bureau that nothing has disappeared: each matter that was begun, by the journal of steps, is accepted,
 * refused, handed over or pending with somebody, by its row; and each row was begun. What it finds is kept by unit and kind,
 * and written anew only where it has changed. A bureau is looked at in one statement, and so in one instant. Returns what is
 * astray; what was not so an hour ago gets a leaf in the journal.
 */
export async function reconcile(ground: Hourly): Promise<readonly Astray[]> {
  const { rows } = await withScope(ground.pool, WHOLE, 'read', (tx) => tx.query<{ bureau_code: BureauCode }>(BUREAUS, [WHOLE.lo, WHOLE.hi]))
  const astray: Astray[] = []
  for (const { bureau_code } of rows) {
    const county = `${bureau_code}000000` as RegionCode & UnitCode
    astray.push(...(await withScope(ground.pool, rangeOf(county), 'write', (tx) => reconcileBureau(ground, tx, county))))
  }
  return astray
}

/** The bureaus that have or had matters. */
const BUREAUS = `with recursive bureau(code) as (${bureausOf('casework.matter_steps')})
  select code as bureau_code from bureau where code is not null
  union select bureau_code from casework.reconciliation_rounds`

/** Pending is with somebody: the applicant, the clock, or a seat that stands somewhere. */
const FOUND = `with begun as (
    select unit_code, type_code, matter_id from casework.matter_steps where unit_code >= $1 and unit_code < $2 and number = 1
  ), kept as (
    select unit_code, type_code, id, outcome, outcome is null and holder not in ('applicant', 'clock') and holder_place is null as is_nobodys
      from casework.matters where unit_code >= $1 and unit_code < $2
  ), joined as (
    select coalesce(k.unit_code, b.unit_code) as unit_code, coalesce(k.type_code, b.type_code) as type_code, b.matter_id, k.id, k.outcome,
           b.matter_id is null or k.id is null or k.is_nobodys as is_astray
      from begun b full join kept k on k.id = b.matter_id
  ), found as (
    select unit_code, type_code, count(matter_id)::int as submitted,
           (count(*) filter (where outcome in ('granted', 'handled')))::int as accepted,
           (count(*) filter (where outcome in ('refused', 'withdrawn', 'lapsed')))::int as refused,
           (count(*) filter (where id is not null and outcome is null))::int as pending,
           (count(*) filter (where outcome = 'handedOver'))::int as handed_over,
           coalesce((array_agg(coalesce(matter_id, id) order by coalesce(matter_id, id)) filter (where is_astray))[1:100], '{}') as astray
      from joined group by 1, 2
  ), whole as (
    select * from found
    union all
    -- Where there is none any more, nothing is left behind.
    select r.unit_code, r.type_code, 0, 0, 0, 0, 0, '{}' from casework.reconciliations r
     where r.unit_code >= $1 and r.unit_code < $2
       and not exists (select from found f where f.unit_code = r.unit_code and f.type_code = r.type_code)
  )`

interface FoundRow {
  unit_code: UnitCode
  type_code: string
  astray: string[]
  submitted: number
  is_new: boolean
}

async function reconcileBureau({ clock }: Hourly, tx: Tx, county: RegionCode & UnitCode): Promise<readonly Astray[]> {
  const { lo, hi } = rangeOf(county)
  const now = clock.now()
  const { rows } = await tx.query<FoundRow>(
    `${FOUND}, before as (select unit_code, type_code, astray from casework.reconciliations where unit_code >= $1 and unit_code < $2),
     written as (
       insert into casework.reconciliations as r (bureau_code, unit_code, type_code, submitted, accepted, refused, pending, handed_over, astray, found_at)
         select left(unit_code, 6), unit_code, type_code, submitted, accepted, refused, pending, handed_over, astray, $3 from whole
       on conflict (bureau_code, unit_code, type_code) do update
         set submitted = excluded.submitted, accepted = excluded.accepted, refused = excluded.refused, pending = excluded.pending,
             handed_over = excluded.handed_over, astray = excluded.astray, found_at = excluded.found_at
         where (r.submitted, r.accepted, r.refused, r.pending, r.handed_over, r.astray)
           is distinct from (excluded.submitted, excluded.accepted, excluded.refused, excluded.pending, excluded.handed_over, excluded.astray)
     )
     select w.unit_code, w.type_code, w.astray, w.submitted, w.astray is distinct from b.astray as is_new
       from whole w left join before b using (unit_code, type_code)`,
    [lo, hi, now],
  )
  const wrong = rows.filter(({ astray }) => astray.length > 0)
  const matters = rows.reduce((sum, { submitted }) => sum + submitted, 0)
  const lost = wrong.reduce((sum, { astray }) => sum + astray.length, 0)
  await tx.query(
    `insert into casework.reconciliation_rounds (bureau_code, unit_code, checked_at, matters, astray) values (left($1, 6), $1, $2, $3, $4)
     on conflict (bureau_code, unit_code) do update set checked_at = excluded.checked_at, matters = excluded.matters, astray = excluded.astray`,
    [county, now, matters, lost],
  )
  for (const { unit_code, type_code, astray } of wrong.filter(({ is_new }) => is_new))
    await signByClock(tx, now, { name: 'matter.astray', unitCode: unit_code, facts: [], detail: { type: type_code, matters: astray } })
  return wrong.map(({ unit_code, type_code, astray }) => ({ unitCode: unit_code, typeCode: type_code, matterIds: astray }))
}
