import { diceOf } from '../../dice.ts'
import { dayWithin, placesAt } from '../ground.ts'
import type { ScenarioGround } from '../scenario.ts'
import { spacedOf, unevenShares } from '../shares.ts'

/** 5,500 and some teams by May 2022 (document 001), 8,500 and some by the day of document 000, with 73,000 and some members. */
const TEAMS = { byMay2022: 5538, all: 8527, members: 73_460 }
/** 60,000 and some turned out, a few dozen at a time. */
const TURNOUTS = { records: 2140, people: 61_870 }

const FLOODS = ['2020-07-01', '2020-08-31'] as const
const EPIDEMIC = ['2020-02-01', '2022-04-30'] as const

/** Teams of townships and villages, and the days on which they turned out. */
export function writeVolunteers(ground: ScenarioGround): void {
  const below = placesAt(ground, 'township', 'village')
  const dice = diceOf('chongqing-volunteers')
  const members = unevenShares(dice, TEAMS.members, TEAMS.all, 3)
  for (const [at, { code, shortName }] of spacedOf(below, TEAMS.all).entries()) {
    // Which of them were there by May 2022 is mixed over the whole city.
    const isEarly = (at * TEAMS.byMay2022) % TEAMS.all < TEAMS.byMay2022
    const on = isEarly ? dayWithin(dice, '2019-03-01', '2022-05-10') : dayWithin(dice, '2022-06-10', '2024-05-31')
    const values = { name: `${shortName}退役军人志愿服务队`, field: dice.pick(['general', 'rescue', 'stories']), members: members[at] ?? 3 }
    ground.work({ kind: 'team', unitCode: code, on, values })
  }
  const people = unevenShares(dice, TURNOUTS.people, TURNOUTS.records, 5)
  for (const [at, { code }] of spacedOf(below, TURNOUTS.records).entries()) {
    const event = dice.isLucky(0.3) ? 'flood' : 'epidemic'
    const [from, to] = event === 'flood' ? FLOODS : EPIDEMIC
    const on = dayWithin(dice, from, to)
    ground.work({ kind: 'turnout', unitCode: code, on, values: { event, people: people[at] ?? 5 } })
  }
}
