import { diceOf } from '../../dice.ts'
import { dayWithin, fenOf, placesAt } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'
import { sharesOf, spacedOf, unevenShares } from '../shares.ts'
import { PROVINCE } from './places.ts'

/** Assistance of all levels (document 003), of which the emergency fund of the province gave a part. */
const AID = { people: 426_800, yuan: 250_000_000, emergencyYuan: 53_240_000 }
/** Lists of assistance: a station's of a month, and the grants of the emergency fund at a county. No document says how many: assumed. */
const LISTS = 21_000
const EMERGENCIES = 3_328

const PAIRINGS = [
  ['official', 3342],
  ['member', 16_240],
  ['body', 779],
] as const
const PAIRED_VETERANS = 300_000

const FUND_CITIES = ['4401', '4403', '4406', '4420', '4412', '4453', '4405']
/** “等市”: the document names seven cities and means more; which is assumed. */
const ONE_MORE = '4413'

async function writeAid(ground: ScenarioGround, stations: readonly ScenarioPlace[]): Promise<void> {
  const dice = diceOf('guangdong-aid')
  const people = unevenShares(dice, AID.people - EMERGENCIES, LISTS, 1)
  const yuan = unevenShares(dice, AID.yuan - AID.emergencyYuan, LISTS, 100)
  for (const [at, { code }] of spacedOf(stations, LISTS).entries()) {
    const fund = dice.isLucky(0.7) ? 'budget' : dice.pick(['care', 'district', 'social'])
    const values = { fund, stage: 'granted', people: people[at] ?? 1, amount: fenOf(yuan[at] ?? 100) }
    ground.work({ kind: 'aid', unitCode: code, on: dayWithin(dice, '2019-01-10', '2021-06-20'), values })
    await ground.rest()
  }
  const emergency = unevenShares(dice, AID.emergencyYuan, EMERGENCIES, 1000)
  for (const [at, { code }] of spacedOf(placesAt(ground, 'county'), EMERGENCIES).entries()) {
    const values = { fund: 'emergency', stage: 'granted', people: 1, amount: fenOf(emergency[at] ?? 1000) }
    ground.work({ kind: 'aid', unitCode: code, on: dayWithin(dice, '2019-07-01', '2021-06-20'), values })
  }
}

/** Officials, party members and bodies, each with the veterans whom they keep in touch with. */
async function writePairings(ground: ScenarioGround, stations: readonly ScenarioPlace[]): Promise<void> {
  const dice = diceOf('guangdong-pairing')
  const helpers = PAIRINGS.flatMap(([helper, count]) => Array.from({ length: count }, () => helper))
  const veterans = sharesOf(
    PAIRED_VETERANS,
    helpers.map((helper) => (helper === 'body' ? 4 : 1) * (0.6 + 0.8 * dice.share())),
    1,
  )
  const seats = spacedOf(stations, helpers.length)
  for (const [at, helper] of helpers.entries()) {
    const seat = seats[at]
    if (!seat) continue
    const organisation = helper === 'body' ? { organisation: { name: `${seat.shortName}爱心企业（演示）` } } : {}
    const values = { helper, veterans: veterans[at] ?? 1 }
    ground.work({ kind: 'pairing', unitCode: seat.code, on: dayWithin(dice, '2021-03-10', '2021-06-15'), values, ...organisation })
    await ground.rest()
  }
}

/** Care of all levels: assistance, the emergency fund, pairing, and the care funds of cities. */
export async function writeCare(ground: ScenarioGround, units: readonly ScenarioPlace[]): Promise<void> {
  const stations = units.filter(({ tier }) => tier === 'village' || tier === 'township')
  await writeAid(ground, stations)
  await writePairings(ground, stations)
  ground.work({
    kind: 'fund',
    unitCode: PROVINCE,
    on: '2019-06-28',
    values: { type: 'emergency', raised: 'budget', size: fenOf(1_000_000_000) },
  })
  for (const { code } of placesAt(ground, 'city').filter((city) => [...FUND_CITIES, ONE_MORE].includes(city.code.slice(0, 4)))) {
    const dice = diceOf('care-fund', code)
    const values = { type: 'care', raised: 'social', size: fenOf(100_000 * dice.between(20, 300)) }
    ground.work({ kind: 'fund', unitCode: code, on: dayWithin(dice, '2019-03-01', '2021-05-20'), values })
  }
}
