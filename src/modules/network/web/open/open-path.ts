import { RegionCode, shortCodeOf } from '../../../../kernel/region-code.ts'

export const OPEN_UNITS = '/open/units'

/** The address of a place in the directory: /open/units/500112, and that of the country without digits. */
export const openUnitsPath = (code?: string): string => {
  const digits = code === undefined ? '' : shortCodeOf(RegionCode.parse(code))
  return digits === '' ? OPEN_UNITS : `${OPEN_UNITS}/${digits}`
}
