import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Division } from '../../contract.ts'
import type { OpenDirectory } from '../../contract-open.ts'
import { findServing, mainUnitOf } from '../../domain/open/serving.ts'
import { wordBelow } from '../../domain/word-below.ts'
import { findDivision, getPath, listChildren, listNames, listSuccessors } from '../division-queries.ts'
import { countOpenUnits, listMergedInto, listOpenUnits, type OpenUnitRow, withParticulars } from './open-unit-rows.ts'

/** A place of the public directory on a day; undefined where there is no such division. */
export async function readDirectory(tx: Tx, { code, on }: { code: RegionCode; on: PlainDate }): Promise<OpenDirectory | undefined> {
  const place = await findDivision(tx, code)
  if (!place) return undefined
  const path = (await getPath(tx, code)).filter((one) => one.code !== code)
  const children = await listChildren(tx, code, on)
  return {
    place: { code, name: calledOf(place), tier: place.tier },
    path: path.map(({ code: above, name }) => ({ code: above, name })),
    ...(await unitsOf(tx, { code, path, on })),
    below: wordBelow(code, children),
    children: await childrenWithUnits(tx, children),
    became: (place.validTo ?? 'infinity') > on ? null : await becameOf(tx, code, on),
  }
}

/** Nobody says 居民委员会 of where they live. */
const calledOf = ({ tier, name, shortName }: Division): string => (tier === 'village' ? shortName : name)

interface Asked {
  readonly code: RegionCode
  readonly path: readonly Division[]
  readonly on: PlainDate
}

/** The units of the place, who serves there, and who stands above. */
async function unitsOf(tx: Tx, { code, path, on }: Asked): Promise<Pick<OpenDirectory, 'units' | 'serving' | 'above'>> {
  const above = path.map((one) => one.code).toReversed()
  const found = await listOpenUnits(tx, [code, ...above])
  const known = [...found, ...(await listMergedInto(tx, found))]
  const { serving, above: next } = findServing(known, { place: code, above })
  const own = known.filter(({ unitCode }) => unitCode.startsWith(code))
  const shown = await withParticulars(tx, [...new Set([...own, ...[serving, next].flatMap((one) => one ?? [])])], { on, known })
  const unitOf = (unitCode: string | undefined) => shown.find((unit) => unit.unitCode === unitCode) ?? null
  return {
    units: own.flatMap(({ unitCode }) => unitOf(unitCode) ?? []),
    serving: unitOf(serving?.unitCode),
    above: unitOf(next?.unitCode),
  }
}

async function childrenWithUnits(tx: Tx, children: readonly Division[]): Promise<OpenDirectory['children']> {
  const units = await listOpenUnits(
    tx,
    children.map(({ code }) => code),
  )
  const counts = await countOpenUnits(
    tx,
    children.map(({ code }) => rangeOf(code)),
  )
  return children.map((child, at) => {
    const { code } = child
    const own = mainUnitOf(units, code)
    return { code, name: calledOf(child), units: counts[at] ?? 0, own: own ? doorOf(own) : null }
  })
}

const doorOf = ({ unitCode, name, address, phone, openingHours }: OpenUnitRow) => ({ unitCode, name, address, phone, openingHours })

async function becameOf(tx: Tx, code: RegionCode, on: PlainDate): Promise<NonNullable<OpenDirectory['became']>> {
  const successors = await listSuccessors(tx, code, on)
  return await listNames(
    tx,
    successors.map((one) => one.code),
  )
}
