import type { PoolClient } from 'pg'
import { addDays, addMonths, type PlainDate } from '../src/kernel/plain-date.ts'
import { type Dice, diceOf } from './dice.ts'

/** A facility as far as its rounds need it. */
interface Site {
  readonly id: string
  readonly unitCode: string
  readonly values: Readonly<Record<string, string>>
}

interface Patrol {
  readonly id: string
  readonly factId: string
  readonly unitCode: string
  readonly on: PlainDate
}

interface Visit {
  readonly patrolId: string
  readonly facilityId: string
  readonly unitCode: string
  readonly on: PlainDate
  readonly level: string
  readonly factId: string
  readonly defect: { readonly id: string; readonly item: string; readonly what: string; readonly factIds: readonly string[] } | null
}

const DEFECTS = [
  ['inscription', '碑文第三行描金脱落'],
  ['surroundings', '台阶两侧杂草没有清'],
  ['safety', '东侧护栏松动'],
  ['signs', '入口指示牌褪色'],
] as const

const MONTHS = [4, 3, 2, 1] as const

/** A day of a month that is over, or of this one up to today. */
function dayIn(dice: Dice, today: PlainDate, monthsAgo: number): PlainDate {
  if (monthsAgo === 0) return addDays(today, -dice.below(Number(today.slice(8))))
  return `${addMonths(`${today.slice(0, 7)}-01` as PlainDate, -monthsAgo).slice(0, 7)}-${String(dice.between(2, 27)).padStart(2, '0')}` as PlainDate
}

/** The rounds of one county: each of the last months, and for half of the counties this month too; the last one found something somewhere. */
function roundsOf(office: string, sites: readonly Site[], today: PlainDate): { patrols: Patrol[]; visits: Visit[] } {
  const dice = diceOf('patrols', office)
  const months = dice.isLucky(0.5) ? [...MONTHS, 0] : MONTHS
  const patrols = months.map((ago): Patrol => {
    const on = dayIn(dice, today, ago)
    return { id: dice.uuid(Date.parse(on)), factId: dice.uuid(Date.parse(on)), unitCode: office, on }
  })
  const visits = patrols.flatMap(({ id, on }, nth) =>
    sites.map((site, at): Visit => {
      const isWrong = nth === patrols.length - 1 && at === 0
      const [item, what] = dice.pick(DEFECTS)
      const [fresh, factIds] = [dice.uuid(Date.parse(on)), [dice.uuid(Date.parse(on)), dice.uuid(Date.parse(on))]]
      return {
        patrolId: id,
        facilityId: site.id,
        unitCode: site.unitCode,
        on,
        level: site.values['level'] ?? 'unclassified',
        factId: dice.uuid(Date.parse(on)),
        defect: isWrong ? { id: fresh, item, what, factIds } : null,
      }
    }),
  )
  return { patrols, visits }
}

const PATROLS = `
  insert into memorial.patrols (bureau_code, id, unit_code, on_day, recorded_by, recorded_at)
  select left(p."unitCode", 6), p.id, p."unitCode", p."on", $2, p."on" + time '16:00'
    from jsonb_to_recordset($1) as p (id uuid, "unitCode" text, "on" date)`

const VISIT_ROWS = `jsonb_to_recordset($1) as v ("patrolId" uuid, "facilityId" uuid, "unitCode" text, "on" date, level text, "factId" uuid, defect jsonb)`

const VISITS = `
  insert into memorial.patrol_visits (bureau_code, patrol_id, facility_id, unit_code, on_day, level, defects)
  select left(v."unitCode", 6), v."patrolId", v."facilityId", v."unitCode", v."on", v.level, case when v.defect is null then 0 else 1 end from ${VISIT_ROWS}`

const REPAIRS = `
  insert into memorial.repairs (bureau_code, id, unit_code, facility_id, patrol_id, item, what, found_on)
  select left(v."unitCode", 6), (v.defect ->> 'id')::uuid, v."unitCode", v."facilityId", v."patrolId", v.defect ->> 'item', v.defect ->> 'what', v."on"
    from ${VISIT_ROWS} where v.defect is not null`

const STEPS = `
  insert into memorial.repair_steps (bureau_code, repair_id, number, unit_code, step, taken_on, taken_by)
  select left(v."unitCode", 6), (v.defect ->> 'id')::uuid, 1, v."unitCode", 'found', v."on", $2 from ${VISIT_ROWS} where v.defect is not null`

const ROUND_FACTS = `
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(p."unitCode", 6), p."factId", 'patrol.round', p."unitCode", p."on", 1, '{}', '{}'
    from jsonb_to_recordset($1) as p ("factId" uuid, "unitCode" text, "on" date)`

const VISIT_FACTS = `
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(v."unitCode", 6), told.id, told.kind, v."unitCode", v."on", 1, '{}', told.dimensions
    from ${VISIT_ROWS}
    cross join lateral (
      select v."factId" as id, 'patrol.visit' as kind, jsonb_build_object('level', v.level) as dimensions
      union all
      select (v.defect -> 'factIds' ->> at)::uuid, (array['defect.found', 'defect.open'])[at + 1], jsonb_build_object('item', v.defect ->> 'item')
        from generate_series(0, 1) as at where v.defect is not null) as told`

/** Rounds of the facilities of every county and what the last of them found, as its bureau would have recorded them. */
export async function loadPatrols(
  client: PoolClient,
  { sites, today, recordedBy }: { sites: readonly Site[]; today: PlainDate; recordedBy: string },
): Promise<void> {
  const offices = new Map<string, Site[]>()
  for (const site of sites) {
    const office = `${site.unitCode.slice(0, 6)}000000`
    offices.set(office, [...(offices.get(office) ?? []), site])
  }
  const all = [...offices].map(([office, own]) => roundsOf(office, own, today))
  const patrols = JSON.stringify(all.flatMap((one) => one.patrols))
  const visits = JSON.stringify(all.flatMap((one) => one.visits))
  await client.query(PATROLS, [patrols, recordedBy])
  await client.query(VISITS, [visits])
  await client.query(REPAIRS, [visits])
  await client.query(STEPS, [visits, recordedBy])
  await client.query(ROUND_FACTS, [patrols])
  await client.query(VISIT_FACTS, [visits])
}
