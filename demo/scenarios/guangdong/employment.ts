import { diceOf } from '../../dice.ts'
import { dayWithin, placesAt } from '../ground.ts'
import type { ScenarioGround, ScenarioPlace } from '../scenario.ts'
import { sharesOf, spacedOf, unevenShares } from '../shares.ts'
import { PROVINCE } from './places.ts'

/** 戎归南粤 (document 003). */
const FAIRS = { records: 658, jobs: 340_000, intents: 24_000 }
/** More than ten thousand in the committees, of whom 2,100 and some are secretaries. */
const COMMITTEES = { secretaries: 2136, others: 8118 }
/** 50,000 and some founded, one record each, with 143,000 jobs. */
const ENTERPRISES = { records: 51_260, jobs: 143_000 }
const INCUBATORS = 23

function writeFairs(ground: ScenarioGround): void {
  const dice = diceOf('guangdong-fairs')
  const jobs = unevenShares(dice, FAIRS.jobs, FAIRS.records, 40)
  const intents = unevenShares(dice, FAIRS.intents, FAIRS.records, 2)
  for (const [at, { code }] of spacedOf(placesAt(ground, 'county'), FAIRS.records).entries()) {
    const form = dice.pick(['hall', 'hall', 'online', 'stream'])
    const values = { form, brand: 'rongGui', employers: dice.between(10, 80), jobs: jobs[at] ?? 40, intents: intents[at] ?? 2 }
    ground.work({ kind: 'jobFair', unitCode: code, on: dayWithin(dice, '2019-03-01', '2021-06-18'), values })
  }
}

function writeCommittees(ground: ScenarioGround): void {
  const dice = diceOf('guangdong-committees')
  const all = COMMITTEES.secretaries + COMMITTEES.others
  for (const [at, { code }] of spacedOf(placesAt(ground, 'village'), all).entries()) {
    const role = (at * COMMITTEES.secretaries) % all < COMMITTEES.secretaries ? 'secretary' : 'committee'
    const values = { role, how: 'elected', committees: 'yes' }
    ground.work({ kind: 'postHolding', unitCode: code, on: dayWithin(dice, '2020-12-01', '2021-04-30'), values })
  }
}

async function writeEnterprises(ground: ScenarioGround, stations: readonly ScenarioPlace[]): Promise<void> {
  const dice = diceOf('guangdong-enterprises')
  const jobs = sharesOf(
    ENTERPRISES.jobs,
    Array.from({ length: ENTERPRISES.records }, () => dice.share()),
  )
  for (const [at, { code, shortName }] of spacedOf(stations, ENTERPRISES.records).entries()) {
    const form = dice.pick(['household', 'household', 'company', 'farm'])
    const organisation = { name: `${shortName}军创${at + 1}号（演示）` }
    const values = { form, jobs: jobs[at] ?? 0 }
    ground.work({ kind: 'enterprise', unitCode: code, on: dayWithin(dice, '2018-11-01', '2021-06-15'), values, organisation })
    await ground.rest()
  }
}

/** Contests: the finals of the province in two years running, and those of the first national one. */
function writeContests(ground: ScenarioGround): void {
  const final = (on: string, values: Record<string, string | number>): void => {
    ground.work({ kind: 'contest', unitCode: PROVINCE, on, values: { stage: 'final', host: 'yes', ...values } })
  }
  final('2019-10-25', { level: 'province', edition: 1, entries: 480, awards: 30 })
  final('2020-08-28', { level: 'province', edition: 2, entries: 620, awards: 36 })
  final('2020-11-20', { level: 'national', edition: 1, entries: 128, awards: 48 })
}

/** Employment and enterprise: fairs, committees, incubators, contests, enterprises. */
export async function writeEmployment(ground: ScenarioGround, units: readonly ScenarioPlace[]): Promise<void> {
  writeFairs(ground)
  writeCommittees(ground)
  writeContests(ground)
  const cities = placesAt(ground, 'city')
  for (const [at, { code, shortName }] of spacedOf(cities, INCUBATORS).entries()) {
    const organisation = { name: `${shortName}退役军人创业孵化基地${at < cities.length ? '' : '（二）'}` }
    const on = dayWithin(diceOf('incubator', at), '2019-03-01', '2021-05-20')
    ground.work({ kind: 'park', unitCode: code, on, values: { type: 'incubator', level: 'city' }, organisation })
  }
  await writeEnterprises(
    ground,
    units.filter(({ tier }) => tier === 'village' || tier === 'township'),
  )
}
