import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { placesAt } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'
import { spacedOf } from '../shares.ts'

export const PROVINCE = '440000000000' as UnitCode
export const GUANGZHOU = '440100000000' as UnitCode
export const SHENZHEN = '440300000000' as UnitCode
/** 荔湾区 */
export const LIWAN = '440103000000' as UnitCode

/** 27,618 centres and stations (document 003): the tree of 2022 has more villages than that, so that some have no station of their own. */
const UNITS = 27_618

/** Where a centre or station stands, in order of code: everywhere above the villages, and in as many of these as are left. */
export function placesWithUnit(ground: ScenarioGround): readonly ScenarioPlace[] {
  const above = placesAt(ground, 'province', 'city', 'county', 'township')
  const villages = spacedOf(placesAt(ground, 'village'), UNITS - above.length)
  return [...above, ...villages].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
