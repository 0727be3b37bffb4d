import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { startOwnServer } from '../database/own-server.ts'
import { PLANTS, type PlantName } from './plants.ts'
import { isClean, type ProbeReport, runProbes } from './run-probes.ts'
import { type Caught, selfCheck } from './self-check.ts'
import { onServer } from './world/open-database.ts'
import { makeWorld } from './world/probe-world.ts'

// npm run probe -- [--seed <text>] [--percent <1–100>] [--plant view|policy|scope|cache|export|narrowing|person]
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, percent: { type: 'string', default: '50' }, plant: { type: 'string' } },
})

/** A run of fewer has left something out. */
const FEWEST_PROBES = 20_000

const say = (line: string): void => console.info(line)
const isPlant = (name: string): name is PlantName => name in PLANTS

function tell(report: ProbeReport): void {
  for (const { kind, route, what } of report.failures.slice(0, 40)) say(`✗ ${kind} · ${route} · ${what}`)
  if (report.failures.length > 40) say(`… and ${report.failures.length - 40} more`)
  say(`channels: ${[...report.channels].map(([name, n]) => `${name} ${n}`).join(', ')}`)
  say(`SQL probes ${report.sqlProbes} over ${report.tables} tables`)
}

/** The bar: every line must hold, and each is printed with its figure, whatever came out. */
function judgeRun(report: ProbeReport, caught: readonly Caught[]): boolean {
  const found = caught.filter(({ leaks }) => leaks > 0).length
  const { probes, leaks, wrongDenials, wrongAnswers, paired, denials, routesProbed, routes } = report
  const lines: readonly (readonly [string, boolean])[] = [
    [`probes ${probes}, at least ${FEWEST_PROBES}`, probes >= FEWEST_PROBES],
    [`leaks ${leaks}`, leaks === 0],
    [`wrong denials ${wrongDenials}`, wrongDenials === 0],
    [`wrong answers ${wrongAnswers}`, wrongAnswers === 0],
    [`denials paired with the same call by someone who may: ${paired} of ${denials}`, paired === denials && denials > 0],
    [`routes probed ${routesProbed} of ${routes}`, routesProbed === routes && routes > 0],
    [`planted leaks caught ${found} of ${Object.keys(PLANTS).length}`, found === Object.keys(PLANTS).length],
  ]
  for (const [line, holds] of lines) say(`${holds ? '✓' : '✗'} ${line}`)
  return lines.every(([, holds]) => holds) && isClean(report)
}

async function main(): Promise<boolean> {
  const { seed, plant } = values
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  say(`probe · commit ${commit} · seed ${seed}`)
  if (plant !== undefined && !isPlant(plant)) throw new Error(`--plant is one of ${Object.keys(PLANTS).join(', ')}`)
  const named = process.env['DATABASE_URL']
  const own = named ? undefined : await startOwnServer()
  const server = onServer(named ?? own?.url ?? '')
  try {
    const made = await server.open()
    const world = await makeWorld(made)
    await made.close()
    say(
      `world: ${world.actors.length} accounts, ${world.persons.length} telephones on /me, ${world.owners.ids.size} rows known by id, ${world.cases.length} calls`,
    )
    const caught = await selfCheck(server, { world, template: made.name, seed }, plant ? [plant] : undefined)
    for (const one of caught)
      say(`${one.leaks > 0 ? '✓' : '✗'} planted ${one.plant} (${PLANTS[one.plant].says}): ${one.leaks} leaks. ${one.example}`)
    if (plant) return caught.every(({ leaks }) => leaks > 0)
    const database = await server.copy(made.name)
    const report = await runProbes({ world, database, seed, percent: Number(values.percent) })
    await database.close()
    tell(report)
    return judgeRun(report, caught)
  } finally {
    await server.dropAll()
    await own?.remove()
  }
}

main().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (fault: unknown) => {
    console.error(fault)
    process.exit(1)
  },
)
