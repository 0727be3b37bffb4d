import { diceOf } from '../../dice.ts'
import { spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { AFTER, BEFORE, FROM, TO, YUNYAN } from './place.ts'

/** What each visit brought, in yuan: more before the Spring Festival. */
const GOODS = [
  30_000, 30_000, 28_000, 28_000, 26_000, 26_000, 24_000, 24_000, 20_000, 18_000, 16_000, 14_000, 12_000, 12_000, 10_000, 8_000, 8_000,
  6_000,
]

const MERCHANTS = 2_986
const TRADES = ['餐饮', '酒店', '商超', '药房', '理发', '洗衣', '摄影', '汽修'] as const
const OFFERS = ['九五折', '九折', '八八折', '免费停车', '优先服务'] as const

function writeTroops({ work }: ScenarioGround): void {
  const days = [...spacedDays('2024-01-22', '2024-02-08', 10), ...spacedDays('2024-02-26', TO, GOODS.length - 10)]
  for (const [at, yuan] of GOODS.entries()) {
    const values = { to: at % 3 === 2 ? 'fire' : 'garrison', front: 'front', times: 1, value: yuan * 100 }
    work({ kind: 'troopVisit', unitCode: YUNYAN, on: days[at] ?? FROM, values })
  }
  work({ kind: 'troopVisit', unitCode: YUNYAN, on: '2024-02-06', values: { to: 'families', times: 1, value: 900_000 } })
  for (const on of spacedDays(...AFTER, 6))
    work({ kind: 'troopVisit', unitCode: YUNYAN, on, values: { to: 'garrison', times: 1, value: 1_000_000 } })
}

function writeGoodNews({ work }: ScenarioGround): void {
  for (const [from, to, count] of [
    [FROM, TO, 19],
    [...BEFORE, 11],
  ] as const) {
    for (const [at, on] of spacedDays(from, to, count).entries()) {
      const merit = at === 4 ? 'second' : at % 3 === 0 ? 'excellent' : 'third'
      work({ kind: 'meritNews', unitCode: YUNYAN, on, values: { merit, deliverer: at === 4 ? 'county' : 'bureau', times: 1 } })
    }
  }
}

/** Merchants on the app since 2022; some gave it up again, some are on another one. */
async function writeMerchants({ places, work, rest }: ScenarioGround): Promise<void> {
  const dice = diceOf('yunyan', 'merchants')
  const villages = places.filter(({ code, tier }) => tier === 'village' && code.startsWith('520103'))
  const days = spacedDays('2022-04-01', TO, MERCHANTS)
  for (const [at, on] of days.entries()) {
    const { code, shortName } = dice.pick(villages)
    const organisation = { name: `${shortName}示范${dice.pick(TRADES)}店${at + 1}号` }
    work({ kind: 'merchant', unitCode: code, on, values: { app: 'yongjunbao', offer: dice.pick(OFFERS) }, organisation })
    const left = { name: `${shortName}示范停业店${at + 1}号` }
    const offer = { app: at % 2 === 0 ? 'other' : 'yongjunbao', offer: '九折' }
    if (at % 60 === 7) work({ kind: 'merchant', unitCode: code, on, until: '2024-06-30', values: offer, organisation: left })
    if (at % 200 === 0) await rest()
  }
}

/** Troops, good news, merchants. */
export async function writeSupport(ground: ScenarioGround): Promise<void> {
  writeTroops(ground)
  writeGoodNews(ground)
  await writeMerchants(ground)
}
