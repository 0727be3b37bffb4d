import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openBench } from '../../bench/support/open-bench.ts'
import { startFolding } from '../../src/modules/indicators/index.ts'
import { loadDivisions } from '../../src/modules/network/index.ts'
import { chance } from '../outbox/chance.ts'
import { faultOf, moveVillage, placesOf, someTriple, tellSome } from './agree.ts'

// npm run figures -- [--triples 10000] [--facts 5000] [--seed 1]
const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '10000' },
    facts: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
})

const [triples, facts, seed] = [Number(values.triples), Number(values.facts), Number(values.seed)]
const say = (line: string): void => console.info(line)

/** Places asked for: few at each tier, so that facts meet; a third of what is asked lies at villages that may move. */
const REGION = '500112'
const MOST_VILLAGES = 60
const TOLD_AT_ONCE = 20
/** Facts arrive all the time, and not so fast that the last triples have ten times as many rows as the first. */
const PAUSE_MS = 200
/** So often of a telling, a village ends: few enough that some still stand when the last triple is asked. */
const MOVES = 0.02
const ASKERS = 2

/** Tells facts and moves villages until it is told to stop. */
function keepMoving(
  ground: { ownerPool: Parameters<typeof moveVillage>[0]; appPool: Parameters<typeof tellSome>[0] },
  villages: readonly string[],
) {
  const dice = chance(seed + 1)
  const count = { told: 0, merge: 0, split: 0 }
  const state = { isOver: false }
  const units = [...villages, '500112000000', '500112017000']
  const work = async (): Promise<void> => {
    while (!state.isOver) {
      await tellSome(ground.appPool, dice, { units, count: TOLD_AT_ONCE })
      count.told += TOLD_AT_ONCE
      const moved = dice.of(MOVES) ? await moveVillage(ground.ownerPool, dice, villages) : undefined
      if (moved) count[moved] += 1
      await sleep(PAUSE_MS)
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
  const state = { asked: 0 }
  const ask = async (): Promise<void> => {
    while (state.asked < triples) {
      state.asked += 1
      const at = state.asked
      const fault = await faultOf(ground, someTriple(dice, places))
      if (fault !== undefined) {
        faults.push(fault)
        say(`✗ ${fault}`)
      }
      if (at % 1_000 === 0) say(`    ${at} triples`)
    }
  }
  await Promise.all(Array.from({ length: ASKERS }, ask))
  const { told, merge, split } = await moving.stop()
  await folding.stop()
  const seconds = Math.round((Date.now() - begun) / 1_000)
  say(
    `${faults.length === 0 ? '✓' : '✗'} ${triples} triples: list, rows, pivot, dashboard and brief say the same on either boundary, ` +
      `while ${told} facts arrived upon ${facts}, ${merge} villages merged and ${split} split; ${faults.length} differ; ` +
      `${seconds} s, load ${loadavg()[0]?.toFixed(1)}`,
  )
} finally {
  await bench.close()
}
process.exitCode = faults.length === 0 ? 0 : 1
