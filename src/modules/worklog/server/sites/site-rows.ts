import { bureauOf, type CodeRange, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { SiteOnDesk } from '../../contract-sites.ts'
import { SITE_KIND, type Site } from '../../domain/sites/site.ts'

/** A record that may be published, with what has become of it. */
export interface SiteRecord {
  readonly id: string
  readonly unit_code: UnitCode
  readonly kind: string
  readonly field_values: Record<string, string>
  readonly stands: boolean
}

const STANDS = `not r.is_counter
  and not exists (select from worklog.records c where c.bureau_code = r.bureau_code and c.corrects_id = r.id and c.is_counter)
  and not exists (select from worklog.state_ends e where e.bureau_code = r.bureau_code and e.record_id = r.id)
  and r.until_day is null`

/** Some records of one bureau at or below a place, held until the action ends. Of others nothing is found. */
export async function getSiteRecords(
  tx: Tx,
  asked: { ids: readonly string[]; unitCode: UnitCode; within: CodeRange },
): Promise<SiteRecord[]> {
  const { rows } = await tx.query<SiteRecord>(
    `select r.id, r.unit_code, r.kind, r.field_values, (${STANDS}) as stands from worklog.records r
      where r.bureau_code = $1 and r.id = any($2) and r.unit_code >= $3 and r.unit_code < $4`,
    [bureauOf(asked.unitCode), asked.ids, asked.within.lo, asked.within.hi],
  )
  return rows
}

const PUT = `
  insert into worklog.open_sites (bureau_code, record_id, unit_code, name, type, level, keeper, place, address, phone, opening_hours,
    latitude, longitude, datum, published_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict (bureau_code, record_id) do update set name = excluded.name, type = excluded.type, level = excluded.level,
    keeper = excluded.keeper, place = excluded.place, address = excluded.address, phone = excluded.phone,
    opening_hours = excluded.opening_hours, latitude = excluded.latitude, longitude = excluded.longitude, datum = excluded.datum,
    published_on = excluded.published_on, is_shown = true, hidden_why = null`

/** Puts a facility on the public map, or back on it. */
export async function showSite({ tx, today }: ActionContext, { id, unit_code }: SiteRecord, site: Site): Promise<void> {
  const { name, type, level, keeper, place, address, phone, openingHours, point } = site
  const words = [name, type, level, keeper, place, address, phone, openingHours]
  const where = [point?.latitude ?? null, point?.longitude ?? null, point?.datum ?? null]
  await tx.query(PUT, [bureauOf(unit_code), id, unit_code, ...words, ...where, today])
}

interface Hiding {
  readonly recordId: string
  readonly unitCode: UnitCode
  readonly why: 'takenBack' | 'corrected' | 'ended'
}

/** Takes a facility off the public map; false where it is not on it. A record that is corrected or ends takes it along. */
export async function hideSite(tx: Tx, { recordId, unitCode, why }: Hiding): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update worklog.open_sites set is_shown = false, hidden_why = $3 where bureau_code = $1 and record_id = $2 and is_shown',
    [bureauOf(unitCode), recordId, why],
  )
  return rowCount === 1
}

const MOVE = `
  insert into worklog.open_sites (bureau_code, record_id, unit_code, name, type, level, keeper, place, address, phone, opening_hours,
    latitude, longitude, datum, published_on)
  select $3, $4, $5, name, type, level, keeper, place, address, phone, opening_hours, latitude, longitude, datum, published_on
    from worklog.open_sites where bureau_code = $1 and record_id = $2 and is_shown`

type RecordAt = Pick<Hiding, 'recordId' | 'unitCode'>

/** A facility whose record goes to another unit word for word stays as public as it was: a monument does not close with a station. */
export async function moveSite(tx: Tx, from: RecordAt, to: RecordAt): Promise<void> {
  const { rowCount } = await tx.query(MOVE, [bureauOf(from.unitCode), from.recordId, bureauOf(to.unitCode), to.recordId, to.unitCode])
  if (rowCount === 1) await hideSite(tx, { ...from, why: 'ended' })
}

interface Listing {
  readonly within: CodeRange
  readonly state: SiteOnDesk['state'] | undefined
  readonly after: string
  readonly limit: number
}

const STATE = `case when s.record_id is null then 'waiting' when s.is_shown then 'shown' else 'hidden' end`

/** The facilities of a range whose records stand, in the order of their places. */
export async function listSiteRows(tx: Tx, { within, state, after, limit }: Listing): Promise<SiteOnDesk[]> {
  const [unitCode = '', id = '00000000-0000-0000-0000-000000000000'] = after === '' ? [] : after.split('|')
  const { rows } = await tx.query<SiteOnDesk>(
    `select r.id as "recordId", r.unit_code as "unitCode", coalesce(r.field_values ->> 'name', '') as name,
            coalesce(r.field_values ->> 'type', '') as type, coalesce(r.field_values ->> 'level', '') as level,
            coalesce(r.field_values ->> 'keeper', '') as keeper, ${STATE} as state,
            case when s.is_shown then s.published_on end as "publishedOn"
       from worklog.records r
       left join worklog.open_sites s on s.bureau_code = r.bureau_code and s.record_id = r.id
      where r.kind = '${SITE_KIND}' and r.unit_code >= $1 and r.unit_code < $2 and (r.unit_code, r.id) > ($3, $4::uuid) and ${STANDS}
        and ($5::text is null or ${STATE} = $5)
      order by r.unit_code, r.id limit $6`,
    [within.lo, within.hi, unitCode, id, state ?? null, limit],
  )
  return rows
}
