import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type RegionCode, regionOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { ServiceUnit } from '../../contract.ts'
import { listSuccessors } from '../division-queries.ts'
import { findOpenUnit, findUnit } from '../unit-queries.ts'

export interface Heir {
  readonly unitCode: UnitCode
  readonly name: string
  readonly why: 'division' | 'merged' | 'township'
}

/**
 * Who may take a unit over: the stations of the divisions that its own has become, the unit it was merged into, and the
 * station of the township. Within the bureau alone: to another one files are transferred.
 */
export async function listHeirs(tx: Tx, at: { unitCode: UnitCode; unit: ServiceUnit | undefined; today: PlainDate }): Promise<Heir[]> {
  const { unitCode, unit, today } = at
  const divisions = await listSuccessors(tx, regionOf(unitCode), today)
  const asked: [UnitCode | undefined, Heir['why']][] = []
  for (const { code } of divisions) asked.push([await findOpenUnit(tx, code as string as UnitCode), 'division'])
  asked.push([unit?.mergedIntoCode, 'merged'])
  if (tierOf(unitCode) === 'village') asked.push([await findOpenUnit(tx, townshipOf(unitCode)), 'township'])
  const heirs: Heir[] = []
  for (const [code, why] of asked) {
    if (code === undefined || code === unitCode || bureauOf(code) !== bureauOf(unitCode)) continue
    const heir = await findUnit(tx, code)
    const isNew = !heirs.some((one) => one.unitCode === code)
    if (isNew && heir?.status === 'open') heirs.push({ unitCode: code, name: heir.name, why })
  }
  return heirs
}

const townshipOf = (code: UnitCode | RegionCode): UnitCode => `${code.slice(0, 9)}000` as UnitCode
