import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { runCuts } from './cut-run.ts'
import { freePort } from './free-port.ts'
import { buildProgram } from './guidui-process.ts'
import { runKills } from './kill-run.ts'
import { isWhole, type Verdict } from './verify-effects.ts'

// npm run faults -- [--kills <n>] [--cuts <n>] [--seed <n>]
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, cuts: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})

/** The bar: seconds without service after a kill. */
const LONGEST = 10_000

const say = (line: string): void => console.info(line)

function tell({ acknowledged, retried, lost, doubled, half, brokenChains }: Verdict): void {
  say(
    `  acknowledged ${acknowledged} (${retried} sent more than once), lost ${lost.length}, twice ${doubled.length}, ` +
      `half effects ${half.length}, broken chains ${brokenChains.length}`,
  )
  for (const fault of [...lost, ...doubled, ...half, ...brokenChains].slice(0, 20)) say(`  ✗ ${fault}`)
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `${sorted.at(-1) ?? 0} ms at most, ${sorted[Math.floor(sorted.length / 2)] ?? 0} ms median`
}

async function killing(kills: number, seed: number): Promise<boolean> {
  if (kills === 0) return true
  const report = await runKills({ kills, seed, port: await freePort(), say })
  const all = Object.values(report.backAfter).flat()
  const longest = Math.max(...all)
  const per = Object.entries(report.backAfter).map(([victim, times]) => `${victim} ${times.length} (back after ${spread(times)})`)
  say(`kills ${all.length}: ${per.join(', ')}; back after ${spread(all)}`)
  tell(report)
  const isRight = isWhole(report) && all.length === kills && longest <= LONGEST
  if (longest > LONGEST) say(`  ✗ the service was away for more than ${LONGEST} ms`)
  return isRight
}

async function cutting(cuts: number, seed: number): Promise<boolean> {
  if (cuts === 0) return true
  const report = await runCuts({ cuts, seed, port: await freePort() })
  say(`cuts ${report.cuts} of ${cuts} between COMMIT and its answer, ${report.answered} of them after the database had answered`)
  tell(report)
  return isWhole(report) && report.cuts >= cuts
}

async function main(): Promise<boolean> {
  const [kills, cuts, seed] = [values.kills, values.cuts, values.seed].map(Number)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  say(`faults · commit ${commit} · seed ${seed}`)
  await buildProgram()
  const isKilledWell = await killing(kills ?? 100, seed ?? 1)
  const isCutWell = await cutting(cuts ?? 200, seed ?? 1)
  say(isKilledWell && isCutWell ? 'nothing acknowledged was lost, nothing happened twice, nothing by halves' : '✗ see above')
  return isKilledWell && isCutWell
}

main().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (fault: unknown) => {
    console.error(fault)
    process.exit(1)
  },
)
