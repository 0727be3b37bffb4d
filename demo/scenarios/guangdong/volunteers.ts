import { diceOf } from '../../dice.ts'
import { dayWithin, fenOf, placesAt } from '../ground.ts'
import type { ScenarioGround } from '../scenario.ts'
import { spacedOf, unevenShares } from '../shares.ts'
import { LIWAN, PROVINCE, SHENZHEN } from './places.ts'

const TEAMS = { records: 4023, members: 184_000 }
/** 600,000 turn-outs in 2020, and the 5,000 and some of 红棉老兵 in Guangzhou in 2021. */
const EPIDEMIC = { records: 15_000, people: 600_000 }
const KAPOK = { records: 170, people: 5_240 }
/** Money and goods of 2020, more than 200 million yuan; and what the volunteer fund of the province raised. */
const GIFTS = { records: 5_200, yuan: 206_500_000 }
const FUND_GIFTS = { records: 140, yuan: 33_600_000 }

/** The standard of teams, and the moments at which a veteran is called on. The document names the first; the moments' names are assumed. */
const FIVE_HAVES = ['有稳定队伍', '有规范管理', '有特色品牌', '有固定阵地', '有坚实保障']
const MOMENTS = ['入伍', '立功', '退役返乡', '就业', '创业', '婚庆', '生病住院', '遇到困难', '重大节日', '去世']

function writeTeams(ground: ScenarioGround): void {
  const dice = diceOf('guangdong-teams')
  const members = unevenShares(dice, TEAMS.members, TEAMS.records, 8)
  const seats = spacedOf(placesAt(ground, 'county', 'township', 'village'), TEAMS.records)
  for (const [at, { code, shortName }] of seats.entries()) {
    const brand = { '4401': 'kapok', '4403': 'redStar', '4406': 'southLion', '4413': 'warFlag' }[code.slice(0, 4)] ?? 'other'
    const values = { name: `${shortName}退役军人志愿服务队`, brand, members: members[at] ?? 8 }
    ground.work({ kind: 'team', unitCode: code, on: dayWithin(dice, '2019-04-01', '2021-05-31'), values })
  }
}

async function writeTurnouts(ground: ScenarioGround): Promise<void> {
  const dice = diceOf('guangdong-turnouts')
  const people = unevenShares(dice, EPIDEMIC.people, EPIDEMIC.records, 5)
  const below = placesAt(ground, 'township', 'village')
  for (const [at, { code }] of spacedOf(below, EPIDEMIC.records).entries()) {
    const on = dayWithin(dice, '2020-01-25', '2020-12-20')
    ground.work({ kind: 'turnout', unitCode: code, on, values: { event: 'epidemic', people: people[at] ?? 5 } })
    await ground.rest()
  }
  const kapok = unevenShares(dice, KAPOK.people, KAPOK.records, 8)
  const here = below.filter(({ code, tier }) => code.startsWith('4401') && tier === 'township')
  for (const [at, { code }] of spacedOf(here, KAPOK.records).entries()) {
    const seen = kapok[at] ?? 8
    ground.work({
      kind: 'turnout',
      unitCode: code,
      on: dayWithin(dice, '2021-05-22', '2021-06-20'),
      values: { event: 'epidemic', people: seen, kapok: seen },
    })
  }
}

function writeGifts(ground: ScenarioGround): void {
  const dice = diceOf('guangdong-gifts')
  const amounts = unevenShares(dice, GIFTS.yuan, GIFTS.records, 100)
  for (const [at, { code }] of spacedOf(placesAt(ground, 'township', 'village'), GIFTS.records).entries()) {
    const values = { purpose: 'emergency', amount: fenOf(amounts[at] ?? 100) }
    ground.work({ kind: 'donation', unitCode: code, on: dayWithin(dice, '2020-01-28', '2020-10-31'), values })
  }
  const raised = unevenShares(dice, FUND_GIFTS.yuan, FUND_GIFTS.records, 1000)
  for (const yuan of raised) {
    const values = { purpose: 'volunteer', amount: fenOf(yuan) }
    ground.work({
      kind: 'donation',
      unitCode: PROVINCE,
      on: dayWithin(dice, '2020-03-05', '2021-06-10'),
      values,
      organisation: { name: '捐赠单位（演示）' },
    })
  }
}

/** Volunteers: teams, turn-outs, gifts, the pledge of 荔湾, the award of 红星, and the working methods. */
export async function writeVolunteers(ground: ScenarioGround): Promise<void> {
  writeTeams(ground)
  await writeTurnouts(ground)
  writeGifts(ground)
  ground.work({ kind: 'fund', unitCode: PROVINCE, on: '2020-03-05', values: { type: 'volunteer', raised: 'social' } })
  ground.work({ kind: 'pledge', unitCode: LIWAN, on: '2021-06-02', values: { people: 10, prints: 20 } })
  ground.work({ kind: 'award', unitCode: SHENZHEN, on: '2021-02-26', values: { title: 'bestOrganisation', level: 'national', number: 1 } })
  const items = [...FIVE_HAVES.map((item) => ['teamFiveHaves', item] as const), ...MOMENTS.map((item) => ['tenMoments', item] as const)]
  for (const [method, title] of items) ground.work({ kind: 'methodItem', unitCode: PROVINCE, on: '2020-04-20', values: { method, title } })
  ground.work({
    kind: 'bureauFounded',
    unitCode: PROVINCE,
    on: '2018-10-25',
    values: { level: 'province' },
    organisation: { name: '广东省退役军人事务厅' },
  })
}
