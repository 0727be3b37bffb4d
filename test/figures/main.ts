import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { openBench } from '../../bench/support/open-bench.ts'
import { startFolding } from '../../src/modules/indicators/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import { chance } from '../outbox/chance.ts'
import { faultOf, moveVillage, placesOf, someTriple, tellSome } from './agree.ts'

// npm run figures -- [--triples 10000] [--facts 20000] [--seed 1]
const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '10000' },
    facts: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
})

const [triples, facts, seed] = [Number(values.triples), Number(values.facts), Number(values.seed)]
const say = (line: string): void => console.info(line)

/** Places asked for: few at each tier, so that facts meet; a third of what is asked lies at villages that may move. */
const REGION = '500112'
const MOST_VILLAGES = 60
const TOLD_AT_ONCE = 20

/** Tells facts and moves villages until it is told to stop. */
function keepMoving(
  ground: { ownerPool: Parameters<typeof moveVillage>[0]; appPool: Parameters<typeof tellSome>[0] },
  villages: readonly string[],
) {
  const dice = chance(seed + 1)
  const count = { told: 0, merges: 0, splits: 0 }
  const state = { isOver: false }
  const units = [...villages, '500112000000', '500112017000']
  const work = async (): Promise<void> => {
    while (!state.isOver) {
      await tellSome(ground.appPool, dice, { units, count: TOLD_AT_ONCE })
      count.told += TOLD_AT_ONCE
      if (dice.of(0.03)) count[(await moveVillage(ground.ownerPool, dice, villages)) === 'split' ? 'splits' : 'merges'] += 1
    }
  }
  const done = work()
  return {
    stop: async () => {
      state.isOver = true
      await done
      return count
    },
  }
}

const bench = await openBench()
const { database } = bench
const faults: string[] = []
const begun = Date.now()
try {
  await loadDivisions(database.ownerPool, { regions: [REGION] })
  const ground = { ownerPool: database.ownerPool, appPool: database.appPool }
  const all = await placesOf(ground)
  const villages = all.villages.filter((_, at) => at % Math.ceil(all.villages.length / MOST_VILLAGES) === 0)
  const above = [...new Set(villages.map((code) => `${code.slice(0, 9)}000`))]
  const places = [...villages, ...above, ...above, '500112000000', '500112000000', '500000000000', '000000000000']
  const dice = chance(seed)
  for (let told = 0; told < facts; told += 1_000) await tellSome(ground.appPool, dice, { units: villages, count: 1_000 })
  const folding = startFolding(database.appConnection, () => undefined)
  const moving = keepMoving(ground, villages)
  for (let at = 0; at < triples; at += 1) {
    const fault = await faultOf(ground, someTriple(dice, places))
    if (fault !== undefined) faults.push(fault)
    if (at % 1_000 === 999) say(`    ${at + 1} triples`)
  }
  const { told, merges, splits } = await moving.stop()
  await folding.stop()
  const seconds = Math.round((Date.now() - begun) / 1_000)
  say(
    `${faults.length === 0 ? '✓' : '✗'} ${triples} triples: list, rows, pivot, dashboard and brief say the same on either boundary, ` +
      `while ${told} facts arrived and ${merges} divisions merged, ${splits} split; ${faults.length} differences; ${seconds} s, load ${loadavg()[0]?.toFixed(1)}`,
  )
  for (const fault of faults.slice(0, 20)) say(`    ${fault}`)
} finally {
  await bench.close()
}
process.exitCode = faults.length === 0 ? 0 : 1
