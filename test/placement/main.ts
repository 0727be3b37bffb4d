import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { runManipulations } from './manipulations.ts'
import { runRounds } from './rounds.ts'

// npm run rounds -- [rounds|manipulations …] [--rounds 100000] [--manipulations 10000] [--seed 1]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '100000' },
    manipulations: { type: 'string', default: '10000' },
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

const PARTS: { readonly [name: string]: () => boolean } = {
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
}

const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
say(`rounds · commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()} · seed ${values.seed}`)
const answers = wanted.map((name) => {
  const begun = performance.now()
  const isRight = PARTS[name]?.() ?? false
  say(`    ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return isRight
})
process.exitCode = answers.every(Boolean) ? 0 : 1
