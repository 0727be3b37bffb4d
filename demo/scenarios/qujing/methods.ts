import type { ScenarioGround } from '../scenario.ts'
import { QUJING } from './place.ts'

/** The items of each method by name, as the city keeps them. */
const METHODS = {
  fourPrecisions: ['精准化摸底', '精准化培训', '精准化推荐', '精准化扶持'],
  oneCentreFour: ['加强统筹协调', '提高岗位质量', '重视岗前培训', '推行阳光安置'],
} as const

const BANDS = [
  [2020, 'second'],
  [2021, 'first'],
  [2022, 'first'],
  [2023, 'first'],
  [2024, 'first'],
] as const

/** The city's methods item by item, its foundation, and how the province assessed its placement. */
export function writeMethods({ work }: ScenarioGround): void {
  for (const [method, items] of Object.entries(METHODS)) {
    for (const title of items) work({ kind: 'methodItem', unitCode: QUJING, on: '2019-05-01', values: { method, title } })
  }
  const foundation = { name: '曲靖市退役军人关爱基金会' }
  work({ kind: 'fund', unitCode: QUJING, on: '2022-08-01', values: { type: 'foundation', raised: 'social' }, organisation: foundation })
  work({ kind: 'fund', unitCode: '530302000000', on: '2023-08-01', values: { type: 'care', raised: 'budget' } })
  for (const [year, band] of BANDS) {
    work({ kind: 'assessed', unitCode: QUJING, on: `${year}-12-20`, values: { subject: 'placement', band, year } })
    work({ kind: 'assessed', unitCode: QUJING, on: `${year}-12-22`, values: { subject: 'overall', band: 'second', year } })
  }
}
