import { addDays } from '../../../src/kernel/plain-date.ts'
import { monthsOf } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { AFTER, BEFORE, FROM, TO, YUNYAN } from './place.ts'

/** Facilities that there are not; a county has a handful. */
const SITES = [
  ['黔灵山示范烈士纪念碑', 'monument', 'city'],
  ['螺丝山示范烈士陵园', 'park', 'province'],
  ['示范革命纪念馆', 'hall', 'province'],
  ['东山示范烈士墓', 'tomb', 'county'],
  ['相宝山示范烈士墓', 'tomb', 'county'],
  ['三桥示范纪念碑', 'monument', 'unclassified'],
] as const

/** Each month one round in four patrols: each goes to one or two of the six. */
const ROUND = [
  [4, 2],
  [11, 1],
  [18, 2],
  [25, 1],
] as const

const JOURNEYS = [
  ['2024-03-29', 'outside', 46, '广西凭祥'],
  ['2024-04-02', 'outside', 52, '云南麻栗坡'],
  ['2024-04-03', 'outside', 38, '云南屏边'],
  ['2024-04-12', 'outside', 28, '湖南芷江'],
  ['2024-04-04', 'inside', 35, '遵义'],
  ['2024-09-28', 'outside', 24, '云南麻栗坡'],
] as const

/** Facilities, patrols and journeys to graves. */
export function writeMemorial({ work }: ScenarioGround): void {
  for (const [name, type, level] of SITES) {
    work({ kind: 'memorialSite', unitCode: YUNYAN, on: '2019-04-01', values: { name, type, level, keeper: '云岩区退役军人事务局' } })
  }
  for (const month of [...monthsOf(...BEFORE), ...monthsOf(FROM, TO), ...monthsOf(...AFTER)]) {
    for (const [after, sites] of ROUND) {
      work({ kind: 'patrol', unitCode: YUNYAN, on: addDays(month, after), values: { sites, defects: after === 18 ? 1 : 0 } })
    }
  }
  for (const [on, scope, people, place] of JOURNEYS) {
    work({ kind: 'memorialJourney', unitCode: YUNYAN, on, values: { scope, people, place } })
  }
  for (const on of ['2024-04-01', '2024-04-03', '2024-04-04']) {
    work({ kind: 'memorialEvent', unitCode: YUNYAN, on, values: { type: 'qingming', people: 160 } })
  }
}
