import { spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { YUNYAN } from './place.ts'

const SECRETARIES = 8
const COMMITTEE = 38
const SCHOOLS = ['第一示范小学', '第二示范小学', '第三示范小学', '第一示范中学', '第二示范中学', '示范职业学校']

/** Posts held in villages, and posts raised for soldier-teachers. */
export function writeHonour({ places, work }: ScenarioGround): void {
  const villages = places.filter(({ code, tier }) => tier === 'village' && code.startsWith('520103'))
  const holds = (at: number, role: string, until?: string): void => {
    const unitCode = villages[(at * 3) % villages.length]?.code ?? YUNYAN
    const values = { role, how: role === 'secretary' ? 'elected' : 'recommended', committees: 'yes' }
    work({ kind: 'postHolding', unitCode, on: '2021-11-20', ...(until === undefined ? {} : { until }), values })
  }
  for (let at = 0; at < SECRETARIES; at += 1) holds(at, 'secretary')
  for (let at = 0; at < COMMITTEE; at += 1) holds(SECRETARIES + at, 'committee')
  // Given up: one before the day, and one after it.
  holds(60, 'secretary', '2023-12-01')
  holds(61, 'committee', '2024-06-30')
  for (const [at, on] of spacedDays('2024-03-01', '2024-06-20', SCHOOLS.length).entries()) {
    work({ kind: 'teacherPost', unitCode: YUNYAN, on, values: { posts: 1 }, organisation: { name: `云岩区${SCHOOLS[at]}` } })
  }
  work({ kind: 'teacherPost', unitCode: YUNYAN, on: '2024-07-12', values: { posts: 2 }, organisation: { name: '云岩区第三示范中学' } })
}
