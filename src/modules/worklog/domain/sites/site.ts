export const SITE_TYPES = ['park', 'monument', 'hall', 'tomb', 'other'] as const
export const SITE_LEVELS = ['national', 'province', 'city', 'county', 'unclassified'] as const

/** 烈士纪念设施: the kind of record that may be published. */
export const SITE_KIND = 'memorialSite'

export const SITE_FAULTS = ['missing', 'private-number', 'not-a-phone', 'not-coordinates', 'outside-china', 'datum-missing'] as const
export interface SiteFault {
  readonly why: (typeof SITE_FAULTS)[number]
  readonly field: string
}

export interface Point {
  readonly latitude: number
  readonly longitude: number
  readonly datum: 'WGS-84' | 'GCJ-02'
}

/** What of a record is made public. */
export interface Site {
  readonly name: string
  readonly type: string
  readonly level: string
  readonly keeper: string
  readonly place: string
  readonly address: string
  readonly phone: string
  readonly openingHours: string
  readonly point: Point | undefined
}

/** The same two as the database holds to (0375): what is a person's is in no public row. */
const PRIVATE = /(^|[^0-9])((\+|00)?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}([^0-9]|$)|[0-9]{14}/
const PHONE = /^[0-9+() /、，,；;转-]*$/

const DATUMS: Readonly<Record<string, Point['datum']>> = { wgs84: 'WGS-84', gcj02: 'GCJ-02', 国测局: 'GCJ-02', 火星坐标: 'GCJ-02' }
const REQUIRED = ['name', 'type', 'level', 'keeper'] as const
const WORDS = ['name', 'keeper', 'place', 'address', 'hours'] as const

const DEGREES = /^\d{1,3}(\.\d{1,10})?$/

function pointOf(latitude: string, longitude: string, datum: string): Point | SiteFault | undefined {
  if (latitude === '' && longitude === '') return undefined
  if (!DEGREES.test(latitude)) return { why: 'not-coordinates', field: 'latitude' }
  if (!DEGREES.test(longitude)) return { why: 'not-coordinates', field: 'longitude' }
  const [north, east] = [Number(latitude), Number(longitude)]
  // Written the wrong way round both lie outside: 106 degrees north is nowhere.
  if (north < 3 || north > 54) return { why: 'outside-china', field: 'latitude' }
  if (east < 73 || east > 136) return { why: 'outside-china', field: 'longitude' }
  const system = DATUMS[datum.toLowerCase().replaceAll(/[\s-]/g, '')]
  return system === undefined ? { why: 'datum-missing', field: 'datum' } : { latitude: north, longitude: east, datum: system }
}

/**
 * What of the answers of a record may stand on the public map, or what is in the way. A martyr's name in the name of a
 * tomb is honoured publicly (英雄烈士保护法 第七条); a number by which somebody living is reached is not.
 */
export function siteOf(values: Readonly<Record<string, string>>): Site | SiteFault {
  const said = (field: string): string => values[field]?.trim() ?? ''
  const missing = REQUIRED.find((field) => said(field) === '')
  if (missing) return { why: 'missing', field: missing }
  const numbered = WORDS.find((field) => PRIVATE.test(said(field)))
  if (numbered) return { why: 'private-number', field: numbered }
  if (PRIVATE.test(said('phone'))) return { why: 'private-number', field: 'phone' }
  if (!PHONE.test(said('phone'))) return { why: 'not-a-phone', field: 'phone' }
  const point = pointOf(said('latitude'), said('longitude'), said('datum'))
  if (point && 'why' in point) return point
  const [name, type, level, keeper] = REQUIRED.map(said) as [string, string, string, string]
  return {
    name,
    type,
    level,
    keeper,
    place: said('place'),
    address: said('address'),
    phone: said('phone'),
    openingHours: said('hours'),
    point,
  }
}
