import { diceOf } from '../../dice.ts'
import { openAwards } from '../awards.ts'
import { dayWithin } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'
import { spacedOf } from '../shares.ts'

/** 69.12 % of 27,618 units: 19,089 is 69.118 %, and 19,090 is 69.122 %. */
const THREE_STARS = 19_089
/** No document says how many have one star or two: assumed. */
const BELOW = 4_200
const NATIONAL_MODEL = 965

const FIVE_HAVES = { organised: 'yes', posts: 'yes', staff: 'yes', funds: 'yes', safeguards: 'yes' }

/** Five Haves at every unit, stars at most of them, and the national-model title at some. */
export async function writeTitles(ground: ScenarioGround, units: readonly ScenarioPlace[]): Promise<void> {
  const award = openAwards(ground)
  const rated = units.filter(({ tier }) => tier !== 'province' && tier !== 'city')
  for (const { code } of units) {
    const on = dayWithin(diceOf('five-haves', code), '2019-11-01', '2020-12-20')
    ground.work({ kind: 'fiveHaves', unitCode: code, on, values: FIVE_HAVES })
    await ground.rest()
  }
  for (const [at, unit] of spacedOf(rated, THREE_STARS + BELOW).entries()) {
    const dice = diceOf('stars', unit.code)
    // Those of three stars and more are mixed among the others over the whole province.
    const isHigh = (at * THREE_STARS) % (THREE_STARS + BELOW) < THREE_STARS
    award({
      unit,
      scheme: 'stars',
      level: isHigh ? dice.pick([3, 3, 3, 4, 4, 5]) : dice.pick([1, 2]),
      on: dayWithin(dice, '2020-06-01', '2021-06-15'),
    })
    await ground.rest()
  }
  for (const unit of spacedOf(rated, NATIONAL_MODEL)) {
    award({ unit, scheme: 'nationalModel', on: dayWithin(diceOf('model', unit.code), '2020-06-01', '2021-06-15') })
  }
}
