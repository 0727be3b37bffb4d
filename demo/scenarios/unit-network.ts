import { addDays, type PlainDate } from '../../src/kernel/plain-date.ts'
import { diceOf } from '../dice.ts'
import { writeFact } from '../fact-rows.ts'
import { nameFor } from '../names.ts'
import type { DemoUnit } from '../unit-rows.ts'
import { unitsOf, writeUnit } from '../unit-rows.ts'
import type { ScenarioGround, ScenarioPlace } from './scenario.ts'
import { sharesOf } from './shares.ts'

export const UNIT_TABLES = ['network.service_units', 'network.staff_posts'] as const

const POSTS = `network.staff_posts (bureau_code, post_id, unit_code, staff_name, staff_id, post_type, is_veteran, is_party_member, duties,
  from_on, to_on, recorded_at)`

/** How many more hands a tier has than a village. */
const WEIGHTS = { nation: 0, province: 40, city: 22, county: 10, township: 3, village: 0.3 } as const

/** Opens a centre or station at each of the places and staffs all of them with so many people, one at least. */
export async function writeUnitsAt(
  { copier }: ScenarioGround,
  { places, staff, until }: { places: readonly ScenarioPlace[]; staff: number; until: PlainDate },
): Promise<void> {
  const units = unitsOf(places.map((place) => ({ ...place, state: 'open', people: 0 })))
  const posts = sharesOf(
    staff,
    units.map(({ tier }) => WEIGHTS[tier]),
    1,
  )
  for (const [at, unit] of units.entries()) {
    const openedOn = writeUnit(copier, unit, until)
    writePosts(copier, { unit, openedOn, posts: posts[at] ?? 1 })
    await copier.rest()
  }
}

interface Staffed {
  readonly unit: DemoUnit
  readonly openedOn: PlainDate
  readonly posts: number
}

/** Who works at a unit since its first months: full-time and part-time. */
function writePosts(copier: ScenarioGround['copier'], { unit: { unitCode }, openedOn, posts }: Staffed): void {
  const dice = diceOf('scenario-staff', unitCode)
  for (let at = 0; at < posts; at++) {
    const fromOn = addDays(openedOn, dice.below(90))
    const name = nameFor(dice, { year: dice.between(1966, 1999), sex: dice.isLucky(0.55) ? 'female' : 'male' })
    const [postType, isVeteran, isPartyMember] = [dice.isLucky(0.6) ? 'fullTime' : 'partTime', dice.isLucky(0.35), dice.isLucky(0.6)]
    const [postId, staffId] = [dice.uuid(Date.parse(fromOn)), dice.uuid(Date.parse(fromOn))]
    const duties = at === 0 ? ['head', 'reception', 'visiting'] : ['reception', 'registration', 'visiting']
    const row = [unitCode.slice(0, 6), postId, unitCode, name, staffId, postType, isVeteran, isPartyMember, duties]
    copier.row(POSTS, [...row, fromOn, null, `${fromOn}T02:00:00Z`])
    const dimensions = { postType, isVeteran: isVeteran ? 'yes' : 'no', isPartyMember: isPartyMember ? 'yes' : 'no' }
    writeFact(copier, dice, { kind: 'staff.post', on: fromOn, unitCode, dimensions })
  }
}
