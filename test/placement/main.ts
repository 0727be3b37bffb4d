import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { runHighs } from './highs.ts'
import { runManipulations } from './manipulations.ts'
import { runRounds } from './rounds.ts'
import { runBruteForce, runEveryMarket, runMisreports } from './two-way-truth.ts'

// npm run rounds -- [rounds|manipulations|markets|truth|everything|highs …] [--rounds 100000] [--manipulations 10000] [--markets 1000000] [--highs 10000] [--seed 1]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '100000' },
    manipulations: { type: 'string', default: '10000' },
    markets: { type: 'string', default: '1000000' },
    truth: { type: 'string', default: '2000' },
    highs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
})

const say = (line: string): void => console.info(line)
const seed = Number(values.seed) * 10_000_000

/** A line and whether it holds; what does not is shown with its seeds. */
function judge(line: string, wrong: readonly string[]): boolean {
  say(`${wrong.length === 0 ? '✓' : '✗'} ${line}`)
  for (const one of wrong.slice(0, 20)) say(`    ${one}`)
  return wrong.length === 0
}

const PARTS: { readonly [name: string]: () => boolean | Promise<boolean> } = {
  rounds: () => {
    const { rounds, links, people, differences } = runRounds({ rounds: Number(values.rounds), seed, most: 6 })
    return judge(
      `${rounds} rounds of every way, ${people} people, ${links} links: ${differences.length} differences of engine and verifier`,
      differences,
    )
  },
  manipulations: () => {
    const { tried, idle, seen, findings, unseen } = runManipulations({ count: Number(values.manipulations), seed, most: 6 })
    for (const [name, count] of seen) say(`    ${name}: ${count}`)
    say(`    first finding: ${[...findings].map(([code, count]) => `${code} ${count}`).join(', ')}`)
    return judge(`${tried} manipulations (${idle} more had changed nothing): ${unseen.length} unseen`, unseen)
  },
  markets: () => {
    const { tried, faults } = runBruteForce({ count: Number(values.markets), seed, most: 4 })
    return judge(
      `${tried} small two-way instances against every stable matching: ${faults.length} not stable or not best for people`,
      faults,
    )
  },
  truth: () => {
    const { tried, faults } = runMisreports({ count: Number(values.truth), seed, most: 4 })
    return judge(`${values.truth} small two-way instances, ${tried} lies, every one there is: ${faults.length} that gain`, faults)
  },
  everything: () =>
    [
      { people: 3, posts: 2, seats: 2 },
      { people: 2, posts: 3, seats: 1 },
    ].every((size) => {
      const { markets, tried, faults } = runEveryMarket(size)
      return judge(
        `all ${markets} markets of ${size.people} people and ${size.posts} posts of up to ${size.seats} seats, all ${tried} lies: ${faults.length} that gain`,
        faults,
      )
    }),
  highs: async () => {
    const { tried, faults } = await runHighs({ count: Number(values.highs), seed, most: 24 })
    return judge(`${tried} directive instances: ${faults.length} whose cost is not HiGHS’s or not proven`, faults)
  },
}

const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
say(`rounds · commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()} · seed ${values.seed}`)
for (const name of wanted) {
  const begun = performance.now()
  const isRight = await PARTS[name]?.()
  say(`    ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  if (!isRight) process.exitCode = 1
}
