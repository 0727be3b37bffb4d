/**
 * P13: a half-year brief for a province, from the click to the stored draft: compose, bind every number, compare with the
 * period before and the year before, list the places below. At most 3 s, over the full tree of 广东 and 1 million facts;
 * `--facts 10000000` for more. The same brief as of a past day, of which a ninth of the facts has been recorded since, is held to the same bound.
 */

import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { AccountId } from '../src/kernel/id.ts'
import { type RegionCode, UnitCode } from '../src/kernel/region-code.ts'
import { actions } from '../src/modules/briefs/index.ts'
import { rebuild } from '../src/modules/indicators/index.ts'
import { loadDivisions } from '../src/modules/network/index.ts'
import { atWork } from '../src/platform/access/at-work.ts'
import { runAction } from '../src/platform/actions/run-action.ts'
import { clockAt } from '../src/platform/clock/clock.ts'
import { makeFacts, makeGround } from './support/figures/make-facts.ts'
import { type Bench, openBench } from './support/open-bench.ts'
import { median, print, seconds } from './support/promise.ts'

const { values } = parseArgs({ options: { facts: { type: 'string', default: '1000000' } } })
const PROVINCE = '440000000000' as RegionCode
const PERIOD = { from: '2026-01-01', to: '2026-06-30' }
const ROUNDS = 7

const officer = atWork({ accountId: AccountId.parse(uuidv7()), name: '黄颖', unitCode: UnitCode.parse(PROVINCE), roles: ['cityOfficer'] })

async function write({ database, secrets }: Bench, more: object): Promise<void> {
  const write = actions.find(({ contract }) => contract.name === 'brief.write')
  if (!write) throw new Error('there is no action brief.write')
  const on = { pool: database.appPool, clock: clockAt('2026-07-05T02:00:00.000Z'), secrets }
  const input = { place: PROVINCE, template: 'halfYearReport', period: PERIOD, ...more }
  const answer = await runAction(on, write, { actor: officer, actionId: uuidv7(), input })
  if (answer.kind !== 'value') throw new Error(JSON.stringify(answer))
}

async function timesOf(bench: Bench, more: object): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await seconds(() => write(bench, more)))
  return median(times)
}

const bench = await openBench()
try {
  await loadDivisions(bench.database.ownerPool, { regions: ['44'] })
  await makeGround(bench.database.ownerPool)
  await makeFacts(bench.database.ownerPool, { first: 1, last: Number(values.facts), isDated: true })
  await rebuild(bench.database.ownerPool)
  await bench.database.ownerPool.query('vacuum (analyze) spine.facts')
  await bench.database.ownerPool.query('vacuum (analyze) indicators.cells')
  await bench.database.ownerPool.query('analyze indicators.presence; analyze indicators.links')
  const past = await timesOf(bench, { asOf: '2026-07-01' })
  print({ name: 'P13 as of a past day', ours: past, peer: 3, unit: 's', ratio: past / 3, promise: { kind: 'at most', bound: 1 } })
  const ours = await timesOf(bench, {})
  print({ name: 'P13 half-year brief', ours, peer: 3, unit: 's', ratio: ours / 3, promise: { kind: 'at most', bound: 1 } })
} finally {
  await bench.close()
}
