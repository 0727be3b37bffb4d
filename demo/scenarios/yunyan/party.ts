import { day, spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { AFTER, BEFORE, FROM, GUIYANG, TO, YUNYAN } from './place.ts'

/** Meetings of the half-year by type, and how many the half-years around it had. */
const MEETINGS = [
  ['partyGroup', 13, '局党组会'],
  ['centreGroup', 3, '党组理论学习中心组集中研讨'],
  ['branch', 10, '支部集中学习'],
  ['staff', 13, '干部职工集体学习'],
  ['doubleSupport', 2, '双拥工作调度会'],
  ['work', 5, '业务调度会'],
] as const

const LAWS = ['退役军人保障法', '退役军人安置条例', '军人抚恤优待条例', '英雄烈士保护法', '信访工作条例', '退役军人事务员职业标准']

function writeMeetings({ work }: ScenarioGround, [from, to]: readonly [string, string], share: number): void {
  for (const [type, count, title] of MEETINGS) {
    for (const on of spacedDays(from, to, Math.ceil(count * share))) {
      const first = type === 'partyGroup' ? { firstAgenda: 'yes' } : {}
      work({ kind: 'meeting', unitCode: YUNYAN, on, values: { type, title, people: type === 'partyGroup' ? 7 : 22, ...first } })
    }
  }
}

function writeStudy({ work }: ScenarioGround, [from, to]: readonly [string, string], count: number): void {
  for (const [at, on] of spacedDays(from, to, count).entries()) {
    work({ kind: 'study', unitCode: YUNYAN, on, values: { title: LAWS[at % LAWS.length] ?? '', people: 18 + (at % 6), hours: 2 } })
  }
}

/** The bureaus, their meetings and what they studied. */
export function writeParty(ground: ScenarioGround): void {
  const founded = (unitCode: string, on: string, level: string, name: string): void => {
    ground.work({ kind: 'bureauFounded', unitCode, on: day(on), values: { level }, organisation: { name } })
  }
  founded(GUIYANG, '2019-01-30', 'city', '贵阳市退役军人事务局')
  founded(YUNYAN, '2019-03-18', 'county', '云岩区退役军人事务局')
  writeMeetings(ground, [FROM, TO], 1)
  writeMeetings(ground, BEFORE, 0.8)
  writeMeetings(ground, AFTER, 0.3)
  writeStudy(ground, [FROM, TO], 23)
  writeStudy(ground, BEFORE, 17)
}
