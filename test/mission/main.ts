import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { scenarios } from '../../demo/scenarios/index.ts'
import type { Scenario } from '../../demo/scenarios/scenario.ts'
import { listIndicators } from '../../src/modules/indicators/index.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { loginRolesOf } from '../../src/platform/database/app-role.ts'
import { startOwnServer } from '../database/own-server.ts'
import { asAdmin, dropDatabases, onDatabase } from '../database/test-server.ts'
import { type Answered, askFigures, findOtherLists, lineOf } from './ask-figures.ts'
import { compareBriefs, drawPages } from './check-briefs.ts'
import { deleteRecords } from './delete-records.ts'
import { isAsked, readMissionFigures } from './figures.ts'
import { findOtherBytes, type KeptBrief, keepBriefs } from './keep-briefs.ts'
import type { Office } from './office.ts'
import { openMission } from './open-mission.ts'
import { plainOf } from './plain-figures.ts'

// npm run mission -- [--document 000,001] [--deletions 200] [--seed 1] [--briefs DIRECTORY]
const { values } = parseArgs({
  options: {
    document: { type: 'string' },
    deletions: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    briefs: { type: 'string' },
  },
})

const say = (line: string): void => console.info(line)
const wanted = values.document?.split(',')
const figures = readMissionFigures().filter(({ seed }) => wanted === undefined || wanted.includes(seed))

/** Figures that are added up from rows: under each of them the list must give the same. */
const added = new Set(
  listIndicators(systemClock.today())
    .filter(({ form }) => ['sum', 'turnouts', 'distinct', 'stock'].includes(form))
    .map(({ code }) => code),
)

/** Of a scenario's documents those that are asked for. */
const documentsOf = ({ documents }: Scenario): string[] => documents.filter((one) => figures.some(({ seed }) => seed === one))

async function playScenario(adminUrl: string, scenario: Scenario): Promise<{ answers: Answered[]; wrong: string[] }> {
  const database = `guidui_mission_${scenario.code}`
  await asAdmin(adminUrl, `create database ${database}`)
  const mission = await openMission(scenario, { databaseUrl: onDatabase(adminUrl, database), log: () => undefined })
  try {
    const { written, folded } = mission.seconds
    say(`scenario ${scenario.code}: written in ${written.toFixed(0)} s, folded in ${folded.toFixed(0)} s, load ${load()}`)
    const answers = await askFigures(
      mission.office,
      figures.filter(({ seed }) => scenario.documents.includes(seed)),
    )
    const otherLists = await findOtherLists(mission.office, answers, added)
    const { kept, faults } = await writeBriefs(mission.office, documentsOf(scenario))
    const wrong = [...otherLists, ...faults, ...(await deleteSome(mission.office, scenario, answers))]
    return { answers, wrong: [...wrong, ...(await findOtherBytes(mission.office, kept))] }
  } finally {
    await mission.close()
    await dropDatabases(adminUrl, database, loginRolesOf(database))
  }
}

/** The briefs of some documents, where it was asked for: held against the figures, kept as of a past day, opened by LibreOffice. */
async function writeBriefs(office: Office, documents: readonly string[]): Promise<{ kept: KeptBrief[]; faults: string[] }> {
  if (values.briefs === undefined) return { kept: [], faults: [] }
  const kept = await keepBriefs(office, documents, values.briefs)
  for (const { about, figures: bound } of kept) say(`brief of ${about.document} as of ${about.asOf}: ${bound} figures bound`)
  await drawPages(values.briefs, documents)
  const rows = figures.filter(({ seed }) => documents.includes(seed))
  return { kept, faults: await compareBriefs(office, rows, say) }
}

/** Takes records back, where it was asked for and plain loops know figures of the documents. */
async function deleteSome(office: Office, scenario: Scenario, answers: readonly Answered[]): Promise<readonly string[]> {
  const about = answers.filter(({ holds }) => holds).map(({ figure }) => figure)
  const count = Number(values.deletions)
  if (count === 0 || !about.some((figure) => isAsked(figure) && plainOf(figure) !== undefined)) return []
  const done = await deleteRecords({ office, figures: about, place: scenario.office, count, seed: values.seed })
  say(
    `${done.deleted} records of ${done.kinds.size} kinds taken back: ${done.moved} times a figure of ${done.figures} moved, ` +
      `${done.still} moved none, ${done.wrong.length} other than the records left say`,
  )
  return done.wrong
}

async function main(): Promise<boolean> {
  say(`mission · commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()} · load ${load()}`)
  const own = await startOwnServer()
  const done = { holding: 0, wrong: 0 }
  try {
    for (const scenario of scenarios.filter((one) => documentsOf(one).length > 0)) {
      const { answers, wrong } = await playScenario(own.url, scenario)
      for (const answer of answers) say(lineOf(answer))
      for (const one of wrong) say(`✗ ${one}`)
      done.holding += answers.filter((answer) => answer.holds).length
      done.wrong += wrong.length
    }
  } finally {
    await own.remove()
  }
  const without = figures.filter(({ seed }) => !scenarios.some(({ documents }) => documents.includes(seed)))
  if (without.length > 0) say(`– ${without.length} figures of documents without a scenario`)
  say(`${done.holding} of ${figures.length} figures hold`)
  return done.holding === figures.length && done.wrong === 0
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1)

main().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (fault: unknown) => {
    console.error(fault)
    process.exit(1)
  },
)
