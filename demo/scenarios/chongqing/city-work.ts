import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { diceOf } from '../../dice.ts'
import { dayWithin, fenOf, placesAt } from '../ground.ts'
import type { ScenarioGround } from '../scenario.ts'
import { spacedOf, unevenShares } from '../shares.ts'

const CITY = '500000000000' as UnitCode
const SERVED_STATION = '500112017005' as UnitCode

/** The catalogue of trades by its sections, as the city printed it. The sections are made up; the document has their sum only. */
const TRADES: readonly (readonly [string, number])[] = [
  ['机械制造类', 31],
  ['汽车驾驶与维修类', 24],
  ['电子信息类', 33],
  ['建筑施工类', 27],
  ['餐饮旅游类', 22],
  ['家政康养类', 19],
  ['安保消防类', 16],
  ['现代农业类', 25],
  ['电商物流类', 18],
  ['创业管理类', 12],
]

/** 170,000 and some posts over the recruitment weeks of five years, a stream at a time. */
const STREAMS = { records: 415, jobs: 172_600 }

function writeStreams(ground: ScenarioGround): void {
  const dice = diceOf('chongqing-streams')
  const jobs = unevenShares(dice, STREAMS.jobs, STREAMS.records, 20)
  for (const [at, { code }] of spacedOf(placesAt(ground, 'county'), STREAMS.records).entries()) {
    const year = 2020 + (at % 4)
    const values = {
      form: 'stream',
      brand: 'chuanYu',
      title: `${year}年川渝网络直播招聘周`,
      employers: dice.between(8, 30),
      jobs: jobs[at] ?? 20,
    }
    ground.work({ kind: 'jobFair', unitCode: code, on: dayWithin(dice, `${year}-09-14`, `${year}-09-20`), values })
  }
}

/** What stands at the city and its counties: the bureau, the catalogue of trades, care funds, and standards raised year by year. */
export function writeCityWork(ground: ScenarioGround): void {
  ground.work({
    kind: 'bureauFounded',
    unitCode: CITY,
    on: '2018-11-15',
    organisation: { name: '重庆市退役军人事务局' },
    values: { level: 'province' },
  })
  for (const [section, trades] of TRADES) {
    ground.work({ kind: 'tradeCatalogue', unitCode: CITY, on: '2022-03-01', values: { version: `2022 ${section}`, trades } })
  }
  writeStreams(ground)
  for (const { code, tier } of placesAt(ground, 'province', 'county')) {
    const dice = diceOf('care-fund', code)
    const size = fenOf(tier === 'province' ? 50_000_000 : 10_000 * dice.between(50, 300))
    ground.work({
      kind: 'fund',
      unitCode: code,
      on: dayWithin(dice, '2020-03-01', '2023-12-20'),
      values: { type: 'care', raised: 'social', size },
    })
  }
  // Twelve years running, the last of them the last that is over on the day of document 000.
  for (let year = 2012; year <= 2023; year++) {
    const values = { document: `${year}年优抚对象抚恤补助标准调整通知（演示）` }
    ground.work({ kind: 'standardRaised', unitCode: CITY, on: `${year}-10-01`, values })
  }
  const rooms = [
    ['reception', 360],
    ['talk', 120],
    ['culture', 240],
    ['meeting', 216],
  ] as const
  for (const [room, area] of rooms) ground.work({ kind: 'serviceRoom', unitCode: SERVED_STATION, on: '2019-08-01', values: { room, area } })
}
