import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type CodeRange, type RegionCode, regionOf, type Tier, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { OpenUnit } from '../../contract-open.ts'
import { schemeOf } from '../accreditation/schemes.ts'

/** A unit as `network.open_units` gives it out. */
export interface OpenUnitRow {
  readonly unitCode: UnitCode
  readonly kind: OpenUnit['kind']
  readonly tier: Tier
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly openingHours: string
  readonly amenities: readonly string[]
  readonly status: OpenUnit['status']
  readonly isBranch: boolean
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | null
  readonly mergedIntoCode: UnitCode | null
}

/** The public units of some divisions, in the order of their codes. */
export async function listOpenUnits(tx: Tx, divisions: readonly RegionCode[]): Promise<OpenUnitRow[]> {
  const { rows } = await tx.query<OpenUnitRow>(
    `select unit_code as "unitCode", kind, tier, name, address, phone, opening_hours as "openingHours", amenities, status,
            is_branch as "isBranch", opened_on as "openedOn", closed_on as "closedOn", merged_into_code as "mergedIntoCode"
       from network.open_units($1)`,
    [divisions],
  )
  return rows
}

/** The units that some of them were merged into, which may lie anywhere, and are not among them. */
export async function listMergedInto(tx: Tx, units: readonly OpenUnitRow[]): Promise<OpenUnitRow[]> {
  const known = new Set(units.map(({ unitCode }) => unitCode))
  const gone = units.flatMap(({ mergedIntoCode: into }) => (into === null || known.has(into) ? [] : [into]))
  if (gone.length === 0) return []
  return (await listOpenUnits(tx, [...new Set(gone.map(regionOf))])).filter(({ unitCode }) => gone.includes(unitCode))
}

/** How many open centres and stations lie in each of some ranges. */
export async function countOpenUnits(tx: Tx, ranges: readonly CodeRange[]): Promise<number[]> {
  const { rows } = await tx.query<{ units: number }>('select units from network.count_open_units($1, $2)', [
    ranges.map(({ lo }) => lo),
    ranges.map(({ hi }) => hi),
  ])
  return rows.map(({ units }) => units)
}

interface Particulars {
  readonly on: PlainDate
  /** Among these are those that some went into. */
  readonly known: readonly OpenUnitRow[]
}

/** Units with the words of their amenities and of the awards that they hold on a day, and where they went. */
export async function withParticulars(tx: Tx, units: readonly OpenUnitRow[], { on, known }: Particulars): Promise<OpenUnit[]> {
  const [amenities, awards] = await Promise.all([namesOfAmenities(tx), awardsOf(tx, units, on)])
  const names = new Map(known.map(({ unitCode, name }) => [unitCode, name]))
  return units.map(({ mergedIntoCode: into, ...unit }) => ({
    ...unit,
    amenities: unit.amenities.flatMap((code) => amenities.get(code) ?? []),
    mergedInto: into === null ? null : { unitCode: into, name: names.get(into) ?? '' },
    awards: awards.flatMap(({ unitCode, scheme, level }) => {
      const found = unitCode === unit.unitCode ? schemeOf(scheme) : undefined
      return found ? [{ scheme, level, zh: found.zh, en: found.en }] : []
    }),
  }))
}

async function namesOfAmenities(tx: Tx): Promise<Map<string, { zh: string; en: string }>> {
  const { rows } = await tx.query<{ code: string; zh: string; en: string }>(
    "select code, name_zh as zh, name_en as en from network.codes where list = 'amenity' order by sort_order",
  )
  return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]))
}

async function awardsOf(tx: Tx, units: readonly OpenUnitRow[], on: PlainDate) {
  const { rows } = await tx.query<{ unitCode: UnitCode; scheme: string; level: number }>(
    'select unit_code as "unitCode", scheme, level from network.open_awards($1, $2)',
    [units.map(({ unitCode }) => unitCode), on],
  )
  return rows
}
