import { diceOf } from '../../dice.ts'
import { spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { BEFORE, FROM, TO, YUNYAN } from './place.ts'

/** What retired officers made of their professions. */
const OFFICERS = [
  ['老军医志愿服务队', 'medical', 9],
  ['消防小分队', 'fire', 8],
  ['“红色故事”志愿服务宣讲组', 'stories', 11],
] as const
const STREET_TEAMS = 16
const ACTIVITIES = 114

const TYPES = ['environment', 'frost', 'exam', 'care', 'memorial', 'safety'] as const

/** 19 teams, each with its members, and what they did. */
export function writeVolunteers({ places, work }: ScenarioGround): void {
  const dice = diceOf('yunyan', 'volunteers')
  for (const [name, field, members] of OFFICERS) {
    work({ kind: 'team', unitCode: YUNYAN, on: '2023-05-04', values: { name, brand: 'other', field, liaison: 'yes', members } })
  }
  const streets = places.filter(({ code, tier }) => tier === 'township' && code.startsWith('520103'))
  for (const [at, { code, shortName }] of streets.slice(0, STREET_TEAMS).entries()) {
    const values = { name: `${shortName}退役军人志愿服务队`, brand: 'other', field: 'general', liaison: 'no', members: 9 + (at % 3) }
    work({ kind: 'team', unitCode: code, on: spacedDays('2021-03-01', '2023-12-31', STREET_TEAMS)[at] ?? FROM, values })
  }
  // One that was dissolved before the half-year ended, and is not counted.
  const dissolved = { name: '护航高考临时服务队', brand: 'other', field: 'general', members: 20 }
  work({ kind: 'team', unitCode: YUNYAN, on: '2024-05-20', until: '2024-06-15', values: dissolved })
  for (const [from, to, count] of [
    [FROM, TO, ACTIVITIES],
    [...BEFORE, 80],
  ] as const) {
    for (const on of spacedDays(from, to, count)) {
      const type = on.slice(5) >= '06-03' && on.slice(5) <= '06-12' ? 'exam' : dice.pick(TYPES)
      const values = { type, people: dice.between(6, 18), hours: dice.between(2, 4) }
      work({ kind: 'volunteerActivity', unitCode: dice.pick(streets).code, on, values })
    }
  }
}
