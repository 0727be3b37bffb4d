import { addDays, daysBetween, type PlainDate } from '../src/kernel/plain-date.ts'
import type { Tier } from '../src/kernel/region-code.ts'
import type { TableCopier } from './copy-tables.ts'
import { type Dice, diceOf } from './dice.ts'
import { writeFact } from './fact-rows.ts'
import type { Place } from './places.ts'

export type UnitKind = 'centre' | 'station' | 'postHouse' | 'veteransHome'

export interface DemoUnit {
  readonly unitCode: string
  readonly kind: UnitKind
  readonly tier: Tier
  readonly name: string
  readonly address: string
  readonly isOpen: boolean
  /** Of a station that there was: the unit that it was merged into. */
  readonly mergedInto?: string
}

/** The network was built from November 2018 on. */
const NETWORK_BEGINS = '2018-11-01' as PlainDate

const AMENITIES = [
  'receptionRoom',
  'cultureRoom',
  'meetingRoom',
  'reading',
  'calligraphy',
  'chess',
  'tea',
  'counselling',
  'legalAid',
  'exhibition',
]
const TARGET = `network.service_units (bureau_code, unit_code, kind, tier, name, address, phone, opening_hours, amenities, status,
  opened_on, closed_on, merged_into_code, shares_paf_venue, recorded_at)`

const isBelow = (tier: Tier): boolean => tier === 'township' || tier === 'village'

/** Two 老兵驿站 and two 退役军人之家, beside the station of the worked example. */
const EXTRA_UNITS: readonly (readonly [string, UnitKind, string])[] = [
  ['500112017000-2', 'postHouse', '双凤桥街道老兵驿站'],
  ['500112017000-3', 'veteransHome', '双凤桥街道退役军人之家'],
  ['500112017005-2', 'postHouse', '凤鸣路社区老兵驿站'],
  ['500112017005-3', 'veteransHome', '凤鸣路社区退役军人之家'],
]

/** Of some gaps: a station that was merged into that of the township, whose people it sends there. */
function mergedUnit({ code, tier, shortName }: Place, address: string, places: ReadonlySet<string>): DemoUnit[] {
  const mergedInto = `${code.slice(0, 9)}000`
  if (tier !== 'village' || !places.has(mergedInto) || !diceOf('merged', code).isLucky(0.4)) return []
  return [{ unitCode: code, kind: 'station', tier, name: `${shortName}退役军人服务站`, address, isOpen: false, mergedInto }]
}

/** The units of the demo, in order of code; a gap has none that is open. */
export function unitsOf(places: readonly Place[]): DemoUnit[] {
  const open = new Set<string>(places.filter(({ state }) => state === 'open').map(({ code }) => code))
  return places.flatMap((place) => {
    const { code, tier, shortName, state } = place
    const dice = diceOf('address', code)
    const address = `${shortName}${isBelow(tier) ? '' : '退役军人事务局旁'} ${dice.between(1, 160)} 号`
    const extra = EXTRA_UNITS.filter(([unitCode]) => unitCode.slice(0, 12) === code)
    const kind = isBelow(tier) ? 'station' : 'centre'
    const name = `${shortName}退役军人服务${isBelow(tier) ? '站' : '中心'}`
    const own =
      state === 'gap'
        ? mergedUnit(place, address, open)
        : [{ unitCode: code, kind, tier, name, address, isOpen: state === 'open' } as const]
    return [...own, ...extra.map(([unitCode, other, title]) => ({ unitCode, kind: other, tier, name: title, address, isOpen: true }))]
  })
}

/** Writes a unit with its facts, and gives the day on which it opened. */
export function writeUnit(copier: TableCopier, unit: DemoUnit, today: PlainDate): PlainDate {
  const { unitCode, kind, tier, name, address, isOpen, mergedInto } = unit
  const dice = diceOf('unit', unitCode)
  const openedOn = openingDay(dice, { tier, today })
  const closedOn = mergedInto === undefined ? null : closingDay(unitCode, { openedOn, today })
  const amenities = kind === 'station' && tier === 'village' ? ['hall', dice.pick(AMENITIES)] : ['hall', ...AMENITIES.slice(dice.below(6))]
  copier.row(TARGET, [
    unitCode.slice(0, 6),
    unitCode,
    kind,
    tier,
    name,
    address,
    `100${String(dice.below(1e8)).padStart(8, '0')}`,
    '周一至周五 9:00–12:00，14:00–18:00',
    amenities,
    mergedInto ? 'merged' : isOpen ? 'open' : 'planned',
    isOpen || mergedInto ? openedOn : null,
    closedOn,
    mergedInto ?? null,
    dice.isLucky(0.2),
    `${openedOn}T02:00:00Z`,
  ])
  if (isOpen || closedOn) countUnit(copier, dice, { unit, on: openedOn })
  if (closedOn) countUnit(copier, dice, { unit, on: closedOn, quantity: -1 })
  return openedOn
}

/** From the top down, within about a year. */
function openingDay(dice: Dice, { tier, today }: { tier: Tier; today: PlainDate }): PlainDate {
  const wait = tier === 'village' ? dice.between(150, 420) : tier === 'township' ? dice.between(60, 240) : dice.between(0, 90)
  return addDays(NETWORK_BEGINS, Math.min(wait, daysBetween(NETWORK_BEGINS, today)))
}

/** Some years later, when there was one to go to; in a demo that has just begun at once. */
const closingDay = (unitCode: string, { openedOn, today }: { openedOn: PlainDate; today: PlainDate }): PlainDate =>
  addDays(openedOn, Math.max(0, Math.min(diceOf('closing', unitCode).between(700, 2200), daysBetween(openedOn, today) - 30)))

interface Counted {
  readonly unit: DemoUnit
  readonly on: PlainDate
  readonly quantity?: 1 | -1
}

function countUnit(copier: TableCopier, dice: Dice, { unit, on, quantity = 1 }: Counted): void {
  const { unitCode, kind, tier } = unit
  const covers = kind === 'centre' || kind === 'station'
  if (covers) writeFact(copier, dice, { kind: 'place.covered', on, unitCode, quantity, dimensions: { tier } })
  writeFact(copier, dice, { kind: 'unit.open', on, unitCode, quantity, dimensions: { kind, tier } })
}
