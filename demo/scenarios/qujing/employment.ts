import { diceOf } from '../../dice.ts'
import { spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { AS_OF, QUJING } from './place.ts'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024] as const

function writeCourses({ places, work }: ScenarioGround): void {
  const dice = diceOf('qujing', 'courses')
  const counties = places.filter(({ code, tier }) => tier === 'county' && code.startsWith(QUJING.slice(0, 4)))
  for (const on of spacedDays('2019-04-15', AS_OF, 96)) {
    const mode = dice.pick(['adaptation', 'skills', 'skills', 'order', 'startUp'])
    const people = dice.between(28, 64)
    work({
      kind: 'course',
      unitCode: dice.pick(counties).code,
      on,
      values: { mode, way: 'offline', people, hours: 40, passed: people - 2 },
    })
  }
  // Each chain is trained for, then skilled, then brought to a fair.
  for (const on of spacedDays('2022-03-01', '2024-12-20', 18)) {
    const { code } = dice.pick(counties)
    const people = dice.between(24, 60)
    for (const stage of ['adaptation', 'skills', 'fair']) work({ kind: 'pathway', unitCode: code, on, values: { stage, people } })
  }
}

function writeContests({ work }: ScenarioGround): void {
  for (const [at, year] of YEARS.entries()) {
    const values = { level: 'city', stage: 'final', host: 'yes', edition: at + 1, entries: 32 + 4 * at, awards: 10 }
    work({ kind: 'contest', unitCode: QUJING, on: `${year}-09-12`, values })
  }
}

function writeParks({ work }: ScenarioGround): void {
  const park = (on: string, type: string, level: string, name: string): void => {
    work({ kind: 'park', unitCode: QUJING, on, values: { type, level, tenants: 18, parties: '院校、企业、协会' }, organisation: { name } })
  }
  park('2021-06-18', 'park', 'city', '曲靖示范退役军人就业创业园')
  park('2023-08-01', 'park', 'city', '曲靖示范退役军人创业孵化园')
  park('2024-05-09', 'street', 'county', '示范退役军人创业街区')
}

/** Courses, chains, contests and parks. */
export function writeEmployment(ground: ScenarioGround): void {
  writeCourses(ground)
  writeContests(ground)
  writeParks(ground)
}
