import type { ScenarioGround } from '../scenario.ts'
import { QUJING } from './place.ts'

const BANDS = [
  [2020, 'second'],
  [2021, 'first'],
  [2022, 'first'],
  [2023, 'first'],
  [2024, 'first'],
] as const

/** Its foundation, and how the province assessed its placement. */
export function writeMethods({ work }: ScenarioGround): void {
  const foundation = { name: '曲靖市退役军人关爱基金会' }
  work({ kind: 'fund', unitCode: QUJING, on: '2022-08-01', values: { type: 'foundation', raised: 'social' }, organisation: foundation })
  work({ kind: 'fund', unitCode: '530302000000', on: '2023-08-01', values: { type: 'care', raised: 'budget' } })
  for (const [year, band] of BANDS) {
    work({ kind: 'assessed', unitCode: QUJING, on: `${year}-12-20`, values: { subject: 'placement', band, year } })
    work({ kind: 'assessed', unitCode: QUJING, on: `${year}-12-22`, values: { subject: 'overall', band: 'second', year } })
  }
}
