import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'
import type { ServiceState } from '../src/modules/registry/index.ts'
import type { DemoClass } from './classes.ts'
import { type Dice, weighted } from './dice.ts'

const BRANCHES = weighted<NonNullable<ServiceState['branch']>>([
  ['army', 66],
  ['armedPolice', 15],
  ['airForce', 7],
  ['navy', 7],
  ['rocketForce', 3],
  ['supportForce', 1],
  ['other', 1],
])

const HONOURS = weighted<ServiceState['honours'][number]['kind']>([
  ['excellentSoldier', 50],
  ['commendation', 32],
  ['thirdClassMerit', 15],
  ['secondClassMerit', 2.4],
  ['firstClassMerit', 0.6],
])

const day = (year: number, month: number, date: number): PlainDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as PlainDate

export interface Recruit {
  readonly kind: DemoClass
  readonly bornOn: PlainDate
  readonly today: PlainDate
  /** What the file lacks: nobody has asked yet. */
  readonly isThin: boolean
}

/** One spell of service: called up at 18 to 20, home by the rules of the time. */
export function serviceFor(dice: Dice, { kind, bornOn, today, isThin }: Recruit): ServiceState {
  const enlistedOn = day(Number(bornOn.slice(0, 4)) + dice.between(18, 20), 12, dice.between(8, 16))
  const dischargedOn = dischargeDay(dice, { kind, enlistedOn, today })
  const isNco = kind.served === 'conscript' && Number(dischargedOn.slice(0, 4)) - Number(enlistedOn.slice(0, 4)) > 5
  return {
    id: dice.uuid(0),
    enlistedOn,
    dischargedOn,
    rankGroup: isThin && dice.isLucky(0.4) ? null : kind.served === 'officer' ? 'officer' : isNco ? 'nco' : 'conscript',
    branch: isThin && dice.isLucky(0.5) ? null : BRANCHES(dice),
    placementWay: isThin && dice.isLucky(0.6) ? null : placementWay(dice, kind, dischargedOn),
    honours: dice.isLucky(0.22) ? [{ kind: HONOURS(dice), year: Number(enlistedOn.slice(0, 4)) + 2 }] : [],
    combat: kind.code === 'WAR',
    nuclearTest: kind.code === 'TEST',
  }
}

function dischargeDay(dice: Dice, { kind, enlistedOn, today }: { kind: DemoClass; enlistedOn: PlainDate; today: PlainDate }): PlainDate {
  const enlisted = Number(enlistedOn.slice(0, 4))
  const short = enlisted < 1978 ? dice.between(4, 6) : enlisted < 1998 ? dice.between(3, 5) : 2
  const years = kind.served === 'officer' ? dice.between(14, 22) : dice.isLucky(0.18) ? dice.between(8, 12) : short
  const dischargedOn = day(enlisted + years, enlisted + years < 2021 ? 12 : dice.pick([3, 9]), dice.between(1, 12))
  if (dischargedOn < today) return dischargedOn
  // Home a little earlier than the rules say, rather than in the future; a recruit of this year stays a day.
  return enlistedOn < addDays(today, -60) ? addDays(today, -dice.between(20, 59)) : enlistedOn < today ? enlistedOn : today
}

function placementWay(dice: Dice, { code, served }: DemoClass, dischargedOn: PlainDate): ServiceState['placementWay'] {
  if (code === 'RETIRED-CADRE') return 'retirement'
  if (served === 'officer') return dice.isLucky(0.8) ? 'transferToCivilWork' : 'selfEmployment'
  if (code === 'DEMOB') return 'demobilised'
  if (dischargedOn < ('1999-01-01' as PlainDate)) return dice.isLucky(0.75) ? 'returnedHome' : 'arrangedWork'
  return dice.isLucky(0.86) ? 'selfEmployment' : 'arrangedWork'
}
