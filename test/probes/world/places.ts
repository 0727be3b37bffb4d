/** Four counties in three cities of two provinces, each with township and village: neighbours at every tier. */
export const NATION = '000000000000'
export const PROVINCES = ['500000000000', '640000000000'] as const
export const CITIES = ['500100000000', '500200000000', '640100000000'] as const
export const COUNTIES = ['500112000000', '500105000000', '500230000000', '640104000000'] as const

/** Counties whose books are stopped for `fund.resume` alone: no other money is asked of them. */
export const STOPPED_COUNTIES: readonly string[] = COUNTIES.slice(1, 3)
export const PAYING_COUNTIES: readonly string[] = COUNTIES.filter((county) => !STOPPED_COUNTIES.includes(county))
export const TOWNSHIPS = ['500112017000', '500112016000', '500105001000', '500230001000', '640104001000'] as const
export const VILLAGES = ['500112017005', '500112017007', '500112016001', '500105001001', '500230001001', '640104001002'] as const

/** Where rows lie: of the first county two stations of one township, the township itself, and a station of another township. */
export const STATIONS = [
  '500112017005',
  '500112017007',
  '500112017000',
  '500112016001',
  '500105001001',
  '500230001001',
  '640104001002',
] as const

/** A station of a county where rows lie; the county itself where it has none. */
export const stationOf = (county: string): string => STATIONS.find((unit) => unit.startsWith(county.slice(0, 6))) ?? county

/** The village whose people a station serves: a township's own files are of one of its villages. */
export const householdOf = (unit: string): string => (unit === '500112017000' ? '500112017008' : unit)

/** Leading digits of the regions to load. */
export const REGIONS = ['50', '64'] as const

/** No division of this code exists, nor could it: 99 is nobody's province. */
export const NOWHERE = '990101001001'
