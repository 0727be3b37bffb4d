import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { startOwnServer } from '../database/own-server.ts'
import { PLANTS, type PlantName } from './plants.ts'
import { isClean, type ProbeReport, runProbes } from './run-probes.ts'
import { selfCheck } from './self-check.ts'
import { onServer } from './world/open-database.ts'
import { makeWorld } from './world/probe-world.ts'

// npm run probe -- [--seed <text>] [--percent <1–100>] [--plant view|policy|scope|cache|export]
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, percent: { type: 'string', default: '50' }, plant: { type: 'string' } },
})

const say = (line: string): void => console.info(line)
const isPlant = (name: string): name is PlantName => name in PLANTS

function tell(report: ProbeReport): void {
  for (const { kind, route, what } of report.failures.slice(0, 40)) say(`✗ ${kind} · ${route} · ${what}`)
  if (report.failures.length > 40) say(`… and ${report.failures.length - 40} more`)
  say(`channels: ${[...report.channels].map(([name, n]) => `${name} ${n}`).join(', ')}`)
  say(`SQL probes ${report.sqlProbes} over ${report.tables} tables`)
  const answers = report.wrongAnswers > 0 ? `, wrong answers ${report.wrongAnswers}` : ''
  say(
    `probes ${report.probes}, leaks ${report.leaks}, wrong denials ${report.wrongDenials}${answers}, ` +
      `paired denials ${report.paired} of ${report.denials}, routes ${report.routesProbed} of ${report.routes}`,
  )
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
    say(`world: ${world.actors.length} accounts, ${world.owners.ids.size} rows known by id, ${world.cases.length} calls`)
    const caught = await selfCheck(server, { world, template: made.name, seed }, plant ? [plant] : undefined)
    for (const one of caught)
      say(`${one.leaks > 0 ? '✓' : '✗'} planted ${one.plant} (${PLANTS[one.plant].says}): ${one.leaks} leaks. ${one.example}`)
    const isCaught = caught.every(({ leaks }) => leaks > 0)
    if (!isCaught) say('✗ A planted leak was not found: what follows shows nothing.')
    if (plant) return isCaught
    const database = await server.copy(made.name)
    const report = await runProbes({ world, database, seed, percent: Number(values.percent) })
    await database.close()
    tell(report)
    return isCaught && isClean(report)
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
