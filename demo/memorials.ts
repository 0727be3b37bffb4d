import type { PoolClient } from 'pg'
import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'
import { type Dice, diceOf } from './dice.ts'
import { loadPatrols } from './patrols.ts'
import type { Place } from './places.ts'

const TYPES = [
  ['park', '烈士陵园'],
  ['monument', '革命烈士纪念碑'],
  ['hall', '革命烈士纪念馆'],
  ['tomb', '烈士墓'],
  ['tomb', '无名烈士墓'],
  ['monument', '英烈亭'],
] as const

const LEVELS = ['city', 'county', 'county', 'county', 'unclassified', 'unclassified'] as const

/** About where the region lies: points of nowhere in particular, a little apart. */
const MIDDLE = { latitude: 29.7, longitude: 106.6 }

interface Site {
  readonly id: string
  readonly unitCode: string
  readonly on: PlainDate
  readonly values: Readonly<Record<string, string>>
  /** The last of a county is entered and not published yet. */
  readonly isShown: boolean
  readonly factId: string
}

interface County {
  readonly place: Place
  readonly townships: readonly Place[]
  readonly at: number
}

function levelOf(dice: Dice, type: string, nth: number): string {
  if (nth > 0 || type === 'tomb') return type === 'tomb' ? 'unclassified' : dice.pick(LEVELS)
  return dice.isLucky(0.15) ? 'national' : dice.isLucky(0.4) ? 'province' : 'city'
}

/** A handful of facilities that there are not, at some townships of a county; the first is a park of rank. */
function sitesOf({ place, townships, at }: County, today: PlainDate): Site[] {
  const dice = diceOf('memorials', place.code)
  const count = Math.min(townships.length, dice.between(4, 8))
  const from = dice.below(Math.max(1, townships.length))
  return Array.from({ length: count }, (_, nth): Site => {
    const town = townships[(from + nth * 3) % townships.length] as Place
    const [type, called] = nth === 0 ? TYPES[0] : dice.pick(TYPES)
    const on = addDays(today, -dice.between(400, 2400))
    const office = town.name.endsWith('街道') ? `${town.name}办事处` : `${town.name}人民政府`
    const keeper = type === 'tomb' ? office : `${place.name}退役军人事务局`
    const isOpen = type === 'park' || type === 'hall'
    const values = {
      name: `${nth === 0 ? place.shortName : town.shortName}示范${called}`,
      type,
      level: levelOf(dice, type, nth),
      keeper,
      place: town.name,
      address: `${town.shortName}英烈路 ${dice.between(1, 99)} 号`,
      ...(isOpen ? { hours: '每日 8:30–17:30，免费开放', phone: `100${String(dice.below(1e8)).padStart(8, '0')}` } : {}),
      latitude: (MIDDLE.latitude + (Math.floor(at / 7) - 3) * 0.3 + dice.share() * 0.25).toFixed(6),
      longitude: (MIDDLE.longitude + ((at % 7) - 3) * 0.4 + dice.share() * 0.3).toFixed(6),
      datum: 'WGS-84',
    }
    return {
      id: dice.uuid(Date.parse(on)),
      unitCode: town.code,
      on,
      values,
      isShown: nth < count - 1,
      factId: dice.uuid(Date.parse(on)),
    }
  })
}

const RECORDS = `
  insert into worklog.records (bureau_code, id, unit_code, made_by_unit, kind, kind_version, on_day, field_values, facts, recorded_by, recorded_at)
  select left(s."unitCode", 6), s.id, s."unitCode", rpad(left(s."unitCode", 6), 12, '0'), 'memorialSite', 2, s."on", s.values,
         jsonb_build_array(jsonb_build_object('kind', 'work.memorialSite', 'on', s."on", 'quantity', '1', 'people', true,
           'dimensions', jsonb_build_object('type', s.values ->> 'type', 'level', s.values ->> 'level'))),
         $2, s."on" + time '10:00'
    from jsonb_to_recordset($1) as s (id uuid, "unitCode" text, "on" date, values jsonb)`

const FACTS = `
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(s."unitCode", 6), s."factId", 'work.memorialSite', s."unitCode", s."on", 1, '{}',
         jsonb_build_object('type', s.values ->> 'type', 'level', s.values ->> 'level')
    from jsonb_to_recordset($1) as s ("factId" uuid, "unitCode" text, "on" date, values jsonb)`

const SHOWN = `
  insert into worklog.open_sites (bureau_code, record_id, unit_code, name, type, level, keeper, place, address, phone, opening_hours,
    latitude, longitude, datum, published_on)
  select left(s."unitCode", 6), s.id, s."unitCode", s.values ->> 'name', s.values ->> 'type', s.values ->> 'level', s.values ->> 'keeper',
         s.values ->> 'place', s.values ->> 'address', coalesce(s.values ->> 'phone', ''), coalesce(s.values ->> 'hours', ''),
         (s.values ->> 'latitude')::numeric, (s.values ->> 'longitude')::numeric, s.values ->> 'datum', s."on" + 30
    from jsonb_to_recordset($1) as s (id uuid, "unitCode" text, "on" date, values jsonb, "isShown" boolean) where s."isShown"`

/** Memorial facilities of every county, most of them on the public map: rows as its bureau would have recorded and published them. */
export async function loadMemorials(
  client: PoolClient,
  { places, today, recordedBy }: { places: readonly Place[]; today: PlainDate; recordedBy: string },
): Promise<void> {
  const counties = places.filter(({ tier }) => tier === 'county')
  const sites = counties.flatMap((place, at) => {
    const townships = places.filter(({ tier, code }) => tier === 'township' && code.startsWith(place.code.slice(0, 6)))
    return sitesOf({ place, townships, at }, today)
  })
  const told = JSON.stringify(sites)
  await client.query(RECORDS, [told, recordedBy])
  await client.query(FACTS, [told])
  await client.query(SHOWN, [told])
  await loadPatrols(client, { sites, today, recordedBy })
}
