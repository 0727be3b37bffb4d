import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange, UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { SITE_KIND } from '../../domain/sites/site.ts'

/** A memorial facility, for rooms that keep something about it. */
export interface Facility {
  /** The first record of its chain: what it is known by whatever of it is corrected. */
  readonly id: string
  /** The last record of its chain. */
  readonly recordId: string
  /** Whether it is on record today: its record has not ended and was not taken back. */
  readonly stands: boolean
  readonly unitCode: UnitCode
  readonly since: PlainDate
  readonly name: string
  readonly type: string
  readonly level: string
  readonly keeper: string
}

interface Link {
  readonly id: string
  readonly corrects: string | null
  readonly unitCode: UnitCode
  readonly since: PlainDate
  readonly values: Readonly<Record<string, string>>
  readonly stands: boolean
}

const CHAINS = `
  select r.id, r.corrects_id as corrects, r.unit_code as "unitCode", r.on_day as since, r.field_values as "values",
         (r.until_day is null or r.until_day > $3)
         and not exists (select from worklog.records c where c.bureau_code = r.bureau_code and c.corrects_id = r.id and c.is_counter)
         and not exists (select from worklog.state_ends e where e.bureau_code = r.bureau_code and e.record_id = r.id and e.ended_on <= $3) as stands
    from worklog.records r
   where r.kind = '${SITE_KIND}' and not r.is_counter and r.unit_code >= $1 and r.unit_code < $2
   order by r.unit_code, r.id`

/** The facilities of a range, also those that stand no longer, in the order of their places. A correction stays at the unit, so that chains are whole. */
export async function listFacilities(tx: Tx, { lo, hi }: CodeRange, on: PlainDate): Promise<Facility[]> {
  const { rows } = await tx.query<Link>(CHAINS, [lo, hi, on])
  const corrects = new Map(rows.map(({ id, corrects: before }) => [id, before]))
  const corrected = new Set(corrects.values())
  return rows.filter(({ id }) => !corrected.has(id)).map((link) => facilityOf(link, firstOf(link.id, corrects)))
}

function firstOf(id: string, corrects: ReadonlyMap<string, string | null>): string {
  let first = id
  for (let before = corrects.get(first); before; before = corrects.get(first)) first = before
  return first
}

const facilityOf = ({ id: recordId, unitCode, since, stands, values }: Link, id: string): Facility => ({
  id,
  recordId,
  stands,
  unitCode,
  since,
  name: values['name'] ?? '',
  type: values['type'] ?? '',
  level: values['level'] ?? '',
  keeper: values['keeper'] ?? '',
})

/** The unit of a facility by its first record; undefined beyond the transaction's range. */
export async function findFacilityUnit(tx: Tx, id: string): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unitCode: UnitCode }>(
    `select unit_code as "unitCode" from worklog.records where id = $1 and kind = '${SITE_KIND}' and not is_counter and corrects_id is null`,
    [id],
  )
  return rows[0]?.unitCode
}
