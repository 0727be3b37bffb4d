import { addDays, addMonths, daysBetween, type PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import { diceOf } from '../dice.ts'
import { WORKED_STATION } from '../places.ts'
import { type Deed, deedId } from './deeds.ts'
import type { Hands } from './hands.ts'
import { RHYTHMS_BELOW } from './rhythms/below.ts'
import { COUNTY_RHYTHMS } from './rhythms/county.ts'
import type { Rhythm } from './rhythms/rhythm.ts'
import { STANDINGS } from './rhythms/standing.ts'
import { workdayAt } from './workday.ts'

const YUBEI = '500112000000' as UnitCode
const STREET = '500112017000' as UnitCode
const MONTHS = 24
const TOWNSHIPS = 6
const STATIONS = 9

/** The units that keep a record of work, the worked ones first; the others spread over the county. */
function unitsOf({ units }: Hands): Readonly<Record<Rhythm['tier'], readonly UnitCode[]>> {
  const spread = (all: readonly UnitCode[], count: number) =>
    Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor((at * all.length) / count)] as UnitCode)
  const others = units.filter((code) => code !== STREET && code !== WORKED_STATION)
  const townships = others.filter((code) => code.endsWith('000'))
  const villages = others.filter((code) => !code.endsWith('000'))
  return {
    county: [YUBEI],
    township: [STREET, ...spread(townships, TOWNSHIPS - 1)],
    village: [WORKED_STATION as UnitCode, ...spread(villages, STATIONS - 1)],
  }
}

/** Whether it is done in a month: of a year, or so many months after the first. */
const isDue = ({ every, months }: Rhythm, { month, ago, shift }: { month: number; ago: number; shift: number }): boolean =>
  months?.includes(month) ?? (ago + shift) % (every ?? 1) === 0

const actorAt = (hands: Hands, unitCode: UnitCode) => (unitCode === YUBEI ? hands.account('jiang.wenbo') : hands.at(unitCode))

function rhythmic(hands: Hands, rhythm: Rhythm, { unitCode, today }: { unitCode: UnitCode; today: PlainDate }): Deed[] {
  const [by, label] = [actorAt(hands, unitCode), `work.${rhythm.kind}.${unitCode}`]
  if (!by) return []
  const dice = diceOf('office', label)
  const shift = dice.below(rhythm.every ?? 1)
  let at = dice.below(12)
  return Array.from({ length: MONTHS }, (_, before) => MONTHS - 1 - before).flatMap((ago) => {
    const first = `${addMonths(today, -ago).slice(0, 7)}-01` as PlainDate
    if (!isDue(rhythm, { month: Number(first.slice(5, 7)), ago, shift })) return []
    at += 1
    const on = workdayAt(addDays(first, 3 + dice.below(24)))
    const values = rhythm.values(dice, at)
    if (on >= today) return []
    return [
      {
        story: `${label}.${ago}`,
        label: `${label}.${ago}`,
        on,
        by,
        name: 'work.record',
        input: { kind: rhythm.kind, unitCode, on, values },
      },
    ]
  })
}

function standing(hands: Hands, units: ReturnType<typeof unitsOf>, today: PlainDate): Deed[] {
  return STANDINGS.flatMap(({ kind, tier, values, organisation, since }, at) => {
    const unitCode = units[tier][0]
    const by = unitCode && actorAt(hands, unitCode)
    if (!by) return []
    const [on, label] = [workdayAt(addDays(today, -since)), `work.standing.${at}`]
    const named = organisation === undefined ? {} : { organisation: { name: organisation } }
    return [{ story: label, label, on, by, name: 'work.record', input: { kind, unitCode, on, values, ...named } }]
  })
}

/** Two that were wrong: one was entered twice, one with a digit too many. */
function takenBack(done: readonly Deed[], today: PlainDate): Deed[] {
  const recent = done.filter(({ on, by }) => by.unitCode === YUBEI && daysBetween(on, today) > 6 && daysBetween(on, today) < 120)
  const [double, wrong] = [recent.find(({ label }) => label.includes('.study.')), recent.find(({ label }) => label.includes('.dutyDay.'))]
  const back = (deed: Deed | undefined, more: (input: { values: Record<string, string> }) => object): Deed[] =>
    deed
      ? [
          {
            ...deed,
            label: `${deed.label}.correct`,
            on: workdayAt(addDays(deed.on, 3)),
            name: 'work.correct',
            input: { recordId: deedId(deed), ...more(deed.input as { values: Record<string, string> }) },
          },
        ]
      : []
  return [
    ...back(double, () => ({ reason: '同一次学习录了两遍，撤回一条' })),
    ...back(wrong, (input) => ({ reason: '接待人次多写了一位', corrected: { ...input, values: { ...input.values, people: '7' } } })),
  ]
}

/** Two years of the record of work of the county: by its bureau, six townships and nine stations. */
export function workDeeds(hands: Hands, today: PlainDate): Deed[] {
  const units = unitsOf(hands)
  const done = [...COUNTY_RHYTHMS, ...RHYTHMS_BELOW].flatMap((rhythm) =>
    units[rhythm.tier].flatMap((unitCode) => rhythmic(hands, rhythm, { unitCode, today })),
  )
  return [...standing(hands, units, today), ...done, ...takenBack(done, today)]
}
