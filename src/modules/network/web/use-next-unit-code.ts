import { type RegionCode, UnitCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import * as contract from '../contract.ts'

/**
 * The code of the next unit at a place: the place's own while it is free, then with the next serial. Units of a place
 * stand before those below it, so the first page has them all.
 */
export function useNextUnitCode(place: string | undefined): UnitCode | undefined {
  const wanted = (place ?? '000000000000') as RegionCode
  const { data } = useView(contract.units, { place: wanted, limit: 100 }, { enabled: place !== undefined })
  if (place === undefined || data === undefined) return undefined
  const serials = data.rows.filter(({ unitCode }) => unitCode.startsWith(place)).map(({ unitCode }) => Number(unitCode.slice(13)))
  const next = serials.length === 0 ? place : `${place}-${Math.max(...serials) + 1}`
  return UnitCode.safeParse(next).data
}
