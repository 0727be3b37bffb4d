import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf, regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Division } from '../../../network/contract.ts'
import { drawingOf, findDivision, getPath, listChildren, listNames, wordBelow } from '../../../network/index.ts'
import type { OpenMemorials, OpenSite } from '../../contract-sites.ts'

interface SiteRow extends Omit<OpenSite, 'placeName' | 'point'> {
  readonly latitude: string | null
  readonly longitude: string | null
  readonly datum: 'WGS-84' | 'GCJ-02' | null
}

interface Asked {
  readonly code: RegionCode
  readonly page: number
  readonly on: PlainDate
}

const PAGE = 60

async function listOpenSites(tx: Tx, { code, page }: Asked): Promise<OpenSite[]> {
  const { lo, hi } = rangeOf(code)
  const { rows } = await tx.query<SiteRow>(
    `select unit_code as "unitCode", name, type, level, keeper, place, address, phone, opening_hours as "openingHours",
            latitude, longitude, datum, published_on as "publishedOn" from worklog.list_open_sites($1, $2, $3, $4)`,
    [lo, hi, PAGE, (page - 1) * PAGE],
  )
  const places = [...new Set(rows.map(({ unitCode }) => regionOf(unitCode as UnitCode)))]
  const names = new Map((await listNames(tx, places)).map((one) => [one.code, one.name]))
  return rows.map(({ latitude, longitude, datum, ...row }) => ({
    ...row,
    placeName: names.get(regionOf(row.unitCode)) ?? '',
    point: datum === null ? null : { latitude: Number(latitude), longitude: Number(longitude), datum },
  }))
}

async function countOpenSites(tx: Tx, codes: readonly RegionCode[]): Promise<number[]> {
  const ranges = codes.map(rangeOf)
  const { rows } = await tx.query<{ sites: number }>('select sites from worklog.count_open_sites($1, $2)', [
    ranges.map(({ lo }) => lo),
    ranges.map(({ hi }) => hi),
  ])
  return rows.map(({ sites }) => sites)
}

async function levelsOf(tx: Tx, code: RegionCode): Promise<OpenMemorials['levels']> {
  const { lo, hi } = rangeOf(code)
  const { rows } = await tx.query<OpenMemorials['levels'][number]>('select level, sites from worklog.open_site_levels($1, $2)', [lo, hi])
  return rows
}

/** Nobody says 居民委员会 of where they live. */
const calledOf = ({ tier, name, shortName }: Division): string => (tier === 'village' ? shortName : name)

/** A place of the public map on a day; undefined where there is no such division, and where the list has no such page. */
export async function readMemorials(tx: Tx, asked: Asked): Promise<OpenMemorials | undefined> {
  const { code, page, on } = asked
  const place = await findDivision(tx, code)
  if (!place) return undefined
  const children = await listChildren(tx, code, on)
  const counts = await countOpenSites(tx, [code, ...children.map((child) => child.code)])
  const [total = 0, ...below] = counts
  const pages = Math.max(1, Math.ceil(total / PAGE))
  if (page > pages) return undefined
  return {
    place: { code, name: calledOf(place), isNation: place.tier === 'nation' },
    path: (await getPath(tx, code)).filter((one) => one.code !== code).map(({ code: above, name }) => ({ code: above, name })),
    below: wordBelow(code, children),
    drawing: drawingOf(place) ?? null,
    children: children.map((child, at) => ({ code: child.code, name: calledOf(child), sites: below[at] ?? 0 })),
    own: total - below.reduce((sum, sites) => sum + sites, 0),
    total,
    levels: await levelsOf(tx, code),
    page,
    pages,
    first: (page - 1) * PAGE + 1,
    sites: await listOpenSites(tx, asked),
  }
}
