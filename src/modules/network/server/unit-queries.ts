import type { PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, type CodeRange, type RegionCode, rangeOf, regionOf, type Tier, type UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { ServiceUnit, StaffPost, UnitRow } from '../contract.ts'
import { POST_COLUMNS, type PostColumns, postOf, UNIT_COLUMNS, type UnitColumns, unitOf } from './unit-rows.ts'

/** A unit by its code; outside the transaction's range there is none. */
export async function findUnit(tx: Tx, unitCode: UnitCode): Promise<ServiceUnit | undefined> {
  const { rows } = await tx.query<UnitColumns>(
    `select ${UNIT_COLUMNS} from network.service_units u where u.bureau_code = $1 and u.unit_code = $2`,
    [bureauOf(unitCode), unitCode],
  )
  return rows[0] && unitOf(rows[0])
}

/** The same, and nobody else changes it or its staff posts until the transaction ends. */
export async function findUnitForUpdate(tx: Tx, unitCode: UnitCode): Promise<ServiceUnit | undefined> {
  const { rows } = await tx.query<UnitColumns>(
    `select ${UNIT_COLUMNS} from network.service_units u where u.bureau_code = $1 and u.unit_code = $2 for update`,
    [bureauOf(unitCode), unitCode],
  )
  return rows[0] && unitOf(rows[0])
}

/** All units of a division, in the order of their codes. */
export async function listUnitsAt(tx: Tx, unitCode: UnitCode): Promise<ServiceUnit[]> {
  const { rows } = await tx.query<UnitColumns>(
    `select ${UNIT_COLUMNS} from network.service_units u where u.bureau_code = $1 and u.division_code = $2 order by u.unit_code`,
    [bureauOf(unitCode), regionOf(unitCode)],
  )
  return rows.map(unitOf)
}

/** The open centre or station of a division, branches aside: at most one. */
export async function findOpenUnit(tx: Tx, unitCode: UnitCode): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>(
    `select unit_code from network.service_units
     where bureau_code = $1 and division_code = $2 and status = 'open' and kind in ('centre', 'station') and not is_branch`,
    [bureauOf(unitCode), regionOf(unitCode)],
  )
  return rows[0]?.unit_code
}

/** What hangs on the door of a unit, empty where it was never entered. */
export interface UnitDoor {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly openingHours: string
}

/**
 * The door of the open centre or station of a place, for whoever may not read units: a person on /me. Where there is none, of the
 * one that its own was merged into, of the township, of the county: somebody is always called, if anybody is there.
 */
export async function findDoor(tx: Tx, place: RegionCode): Promise<UnitDoor | undefined> {
  const { rows } = await tx.query<UnitDoor>('select name, phone, address, opening_hours as "openingHours" from network.find_door($1)', [
    place,
  ])
  return rows[0]
}

/** Whether a code is that of a unit that serves people today: accounts are opened at no other. */
export async function isOpenUnit(tx: Tx, unitCode: UnitCode): Promise<boolean> {
  const { rowCount } = await tx.query("select from network.service_units where bureau_code = $1 and unit_code = $2 and status = 'open'", [
    bureauOf(unitCode),
    unitCode,
  ])
  return rowCount === 1
}

export interface ListUnits {
  readonly place: RegionCode
  readonly on: PlainDate
  readonly kinds?: readonly string[] | undefined
  readonly statuses?: readonly string[] | undefined
  readonly tiers?: readonly Tier[] | undefined
  readonly sharesPafVenue?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface Page<Row> {
  readonly rows: Row[]
  readonly next?: string | undefined
}

/** One row more is read than shown, to know whether a page follows; its cursor is the last code shown. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): Page<Row> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? cursorOf(last) : undefined }
}

/** The units at and below a place, with their present staff, in the order of their codes. */
export async function listUnits(tx: Tx, wanted: ListUnits): Promise<Page<UnitRow>> {
  const { lo, hi } = rangeOf(wanted.place)
  const { rows } = await tx.query<UnitColumns & { division_name: string; division_ended_on: PlainDate | null; staff_count: number }>(
    `select ${UNIT_COLUMNS}, d.name as division_name,
       case when d.valid_to <= $9 and u.status in ('planned', 'built', 'open', 'suspended') then d.valid_to end as division_ended_on,
       (select count(distinct p.staff_id)::int from network.staff_posts p
        where p.bureau_code = u.bureau_code and p.unit_code = u.unit_code and p.from_on <= $9 and (p.to_on is null or p.to_on >= $9)) as staff_count
     from network.service_units u join network.divisions d on d.code = u.division_code
     where u.unit_code >= $1 and u.unit_code < $2 and u.unit_code > $3
       and ($4::text[] is null or u.kind = any($4)) and ($5::text[] is null or u.status = any($5))
       and ($6::text[] is null or u.tier = any($6)) and ($7::boolean is null or u.shares_paf_venue = $7)
     order by u.unit_code limit $8`,
    [lo, hi, wanted.cursor ?? '', wanted.kinds, wanted.statuses, wanted.tiers, wanted.sharesPafVenue, wanted.limit + 1, wanted.on],
  )
  return pageOf(
    rows.map((row) => ({
      ...unitOf(row),
      divisionName: row.division_name,
      staffCount: row.staff_count,
      divisionEndedOn: row.division_ended_on ?? undefined,
    })),
    wanted.limit,
    (row) => row.unitCode,
  )
}

/** The posts held at a unit on a day. */
export async function listStaffOf(tx: Tx, unitCode: UnitCode, on: PlainDate): Promise<StaffPost[]> {
  const { rows } = await tx.query<PostColumns>(
    `select ${POST_COLUMNS} from network.staff_posts p
     where p.bureau_code = $1 and p.unit_code = $2 and p.from_on <= $3 and (p.to_on is null or p.to_on >= $3)
     order by p.from_on, p.post_id`,
    [bureauOf(unitCode), unitCode, on],
  )
  return rows.map(postOf)
}

export interface ListStaff {
  readonly within: CodeRange
  readonly on: PlainDate
  readonly isFormerIncluded: boolean
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The posts in a range of units, those not yet begun included; ended ones where asked for. */
export async function listStaff(tx: Tx, wanted: ListStaff): Promise<Page<StaffPost & { unitName: string }>> {
  const [unitCode = '', postId = '00000000-0000-0000-0000-000000000000'] = wanted.cursor?.split('|') ?? []
  const { rows } = await tx.query<PostColumns & { unit_name: string }>(
    `select ${POST_COLUMNS}, u.name as unit_name
     from network.staff_posts p join network.service_units u on u.bureau_code = p.bureau_code and u.unit_code = p.unit_code
     where p.unit_code >= $1 and p.unit_code < $2 and (p.unit_code, p.post_id) > ($3, $4::uuid)
       and ($5 or p.to_on is null or p.to_on >= $6)
     order by p.unit_code, p.post_id limit $7`,
    [wanted.within.lo, wanted.within.hi, unitCode, postId, wanted.isFormerIncluded, wanted.on, wanted.limit + 1],
  )
  return pageOf(
    rows.map((row) => ({ ...postOf(row), unitName: row.unit_name })),
    wanted.limit,
    (row) => `${row.unitCode}|${row.postId}`,
  )
}

/** Those of the given codes that a code list does not have. */
export async function listUnknownCodes(tx: Tx, list: 'duty' | 'amenity', codes: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ code: string }>(
    `select wanted.code from unnest($2::text[]) as wanted (code)
     where not exists (select from network.codes c where c.list = $1 and c.code = wanted.code)`,
    [list, codes],
  )
  return rows.map(({ code }) => code)
}
