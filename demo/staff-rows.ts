import { addDays, daysBetween, type PlainDate } from '../src/kernel/plain-date.ts'
import type { TableCopier } from './copy-tables.ts'
import { type Dice, diceOf, weighted } from './dice.ts'
import { writeFact } from './fact-rows.ts'
import { nameFor } from './names.ts'
import { WORKED_STATION } from './places.ts'
import type { DemoUnit } from './unit-rows.ts'

const TARGET = `network.staff_posts (bureau_code, post_id, unit_code, staff_name, staff_id, post_type, is_veteran, is_party_member, duties,
  from_on, to_on, recorded_at)`

const POST_TYPES = weighted<'fullTime' | 'partTime' | 'publicWelfare'>([
  ['fullTime', 62],
  ['partTime', 28],
  ['publicWelfare', 10],
])

/** The broad-post system: the fewer there are, the more each one does. */
const BROAD = ['reception', 'registration', 'visiting', 'policy', 'agency']
const SPECIAL = ['employment', 'assistance', 'rights', 'memorial', 'volunteers', 'party', 'militia']

function headcount(dice: Dice, { kind, tier }: DemoUnit): number {
  if (kind !== 'centre' && kind !== 'station') return 1
  if (tier === 'village') return dice.isLucky(0.35) ? 2 : 1
  return tier === 'township' ? dice.between(2, 4) : tier === 'county' ? dice.between(8, 14) : dice.between(18, 26)
}

const dutiesOf = (dice: Dice, at: number): string[] => [
  ...(at === 0 ? ['head'] : []),
  ...BROAD.slice(dice.below(2), 3 + dice.below(3)),
  ...(dice.isLucky(0.5) ? [dice.pick(SPECIAL)] : []),
]

/** Writes who works at an open unit, and gives the one who signs its records. */
export function writeStaff(copier: TableCopier, unit: DemoUnit, days: { openedOn: PlainDate; today: PlainDate }): string {
  const dice = diceOf('staff', unit.unitCode)
  const posts = Array.from({ length: headcount(dice, unit) }, (_, at) => writePost(copier, dice, { unit, at, ...days }))
  return posts[0] ?? dice.uuid(0)
}

interface Post {
  readonly unit: DemoUnit
  readonly at: number
  readonly openedOn: PlainDate
  readonly today: PlainDate
}

function writePost(copier: TableCopier, dice: Dice, { unit, at, openedOn, today }: Post): string {
  const { unitCode } = unit
  const isWorked = unitCode === WORKED_STATION && at === 0
  const name = nameFor(dice, { year: dice.between(1966, 1999), sex: dice.isLucky(0.55) ? 'female' : 'male' })
  const postType = isWorked || at === 0 ? 'fullTime' : POST_TYPES(dice)
  const [isVeteran, isPartyMember] = [dice.isLucky(0.35), dice.isLucky(0.6)]
  const fromOn = addDays(openedOn, dice.below(Math.max(1, Math.min(900, daysBetween(openedOn, today)))))
  const served = daysBetween(fromOn, today)
  const toOn = at > 0 && served > 400 && dice.isLucky(0.06) ? addDays(fromOn, dice.between(200, served - 30)) : null
  const [postId, staffId] = [dice.uuid(Date.parse(fromOn)), dice.uuid(Date.parse(fromOn))]
  const duties = [...new Set(dutiesOf(dice, at))]
  const recordedAt = `${fromOn}T02:00:00Z`
  const [bureau, staffName] = [unitCode.slice(0, 6), isWorked ? '陈晓琴' : name]
  copier.row(TARGET, [bureau, postId, unitCode, staffName, staffId, postType, isVeteran, isPartyMember, duties, fromOn, toOn, recordedAt])
  const dimensions = { postType, isVeteran: isVeteran ? 'yes' : 'no', isPartyMember: isPartyMember ? 'yes' : 'no' }
  writeFact(copier, dice, { kind: 'staff.post', on: fromOn, unitCode, dimensions })
  if (toOn) writeFact(copier, dice, { kind: 'staff.post', on: addDays(toOn, 1), unitCode, quantity: -1, dimensions })
  return staffId
}
