import { createHash } from 'node:crypto'
import { runChannelProbes } from './channels.ts'
import { runEmployerProbes } from './employer-probes.ts'
import { runFileProbes } from './file-probes.ts'
import { hasGenerator } from './generators/index.ts'
import type { ProbeCase } from './generators/probe-case.ts'
import { runLiveProbes } from './live-probes.ts'
import { runMeProbes } from './me-probes.ts'
import { runOpenProbes } from './open-probes.ts'
import { hasVerdict } from './oracle/permission-table.ts'
import { runPaperProbes } from './paper-probes.ts'
import { runPhotoProbes } from './photo-probes.ts'
import { PLANTS, type Plant, type PlantName, plantView } from './plants.ts'
import { isKnownRaw, runRawProbes } from './raw-routes.ts'
import type { CollectedRoute } from './routes.ts'
import { type Matrix, runMatrix } from './run-matrix.ts'
import { runPersonSqlProbes } from './sql/run-person-sql-probes.ts'
import { runSqlProbes } from './sql/run-sql-probes.ts'
import { openTally, type Sum, type Tally } from './tally.ts'
import type { ProbeDatabase } from './world/open-database.ts'
import { openApp, type ProbeWorld } from './world/probe-world.ts'

export interface ProbeRun {
  readonly world: ProbeWorld
  readonly database: ProbeDatabase
  readonly seed: string
  /** Of a hundred who are denied, how many are asked. Whoever may is always asked. */
  readonly percent: number
  /** A planted leak to be found: only by calls that read, and only until it is found. */
  readonly plant?: PlantName
  /** Of a hundred calls, how many are made at all; every route keeps some. Left out: all. */
  readonly casePercent?: number
}

export interface ProbeReport extends Sum {
  readonly routes: number
  readonly routesProbed: number
  readonly tables: number
}

/** A route with fewer probes has not been probed. */
const FEWEST = 20

/** One run over a database of its own. */
export async function runProbes(run: ProbeRun): Promise<ProbeReport> {
  const { database, world, plant, seed, percent } = run
  const tally = openTally()
  const planted = plant && PLANTS[plant]
  if (planted && 'inDatabase' in planted) await planted.inDatabase(database.ownerPool)
  const takeOut = planted ? plantView(planted, database) : () => undefined
  const { app, routes, sentTo, faults } = await openApp(database, (server) => {
    if (planted && 'route' in planted) planted.route(server, database)
  }).finally(takeOut)
  try {
    const see = new Set(routes.filter(({ url }) => url.startsWith('/api/see/')).map(({ spine }) => spine))
    const matrix: Matrix = {
      app,
      database,
      world: { ...world, cases: casesOf(run, see).toSorted(byNearness(planted, database)) },
      tally,
      kindOf: (route) => (see.has(route) ? 'see' : 'do'),
      chosen: (one, actor) => isChosen(`${seed} ${one.route} ${one.label} ${actor?.label}`, percent),
      noSessions: noSessionsOf(world),
      isOver: () => planted !== undefined && tally.hasLeak(),
    }
    const tables = planted ? await huntLeak(matrix, run) : await probeAll(matrix, run, { routes, sentTo })
    for (const line of faults) tally.fail({ kind: 'wrong answer', route: 'the log', what: line })
    return { ...tally.sum(), tables, ...countRoutes(routes, tally) }
  } finally {
    await app.close()
  }
}

type Opened = Pick<Awaited<ReturnType<typeof openApp>>, 'routes' | 'sentTo'>

/** Every kind of probe; gives the number of tables that were asked by SQL. */
async function probeAll(matrix: Matrix, { world, database, casePercent }: ProbeRun, { routes, sentTo }: Opened): Promise<number> {
  const { tally } = matrix
  failUnknown(routes, tally)
  await runMatrix(matrix)
  await runRawProbes(matrix)
  await runFileProbes(matrix)
  await runPhotoProbes(matrix)
  await runPaperProbes(matrix)
  await runMeProbes(matrix, sentTo)
  await runOpenProbes(matrix)
  await runEmployerProbes(matrix)
  const isThin = casePercent !== undefined
  const { tables } = await runSqlProbes(database, tally, { isThin })
  await runPersonSqlProbes(database, { persons: world.persons, isThin }, tally)
  await runChannelProbes(matrix, routes)
  await runLiveProbes(matrix)
  return tables
}

/** Where the leak lies first, and no more once it has been found. */
async function huntLeak(matrix: Matrix, { world, database, plant }: ProbeRun): Promise<number> {
  const { tally } = matrix
  const planted: Plant | undefined = plant && PLANTS[plant]
  const inTable = (table: string | undefined) => async () => {
    await runSqlProbes(database, tally, { isThin: true, table })
    await runPersonSqlProbes(database, { persons: world.persons, isThin: true, table }, tally)
  }
  const first = planted?.table === undefined ? [] : [inTable(planted.table)]
  const [raw, calls] = [() => runRawProbes(matrix), () => runMatrix(matrix)]
  const hunts = planted?.view ? [calls, raw, inTable(undefined)] : [...first, raw, inTable(undefined), calls]
  for (const hunt of hunts) if (!tally.hasLeak()) await hunt()
  return 0
}

/** A person's session in the place of an office's, and an office's in that of a person, is none. */
function noSessionsOf({ actors, persons }: ProbeWorld): Matrix['noSessions'] {
  const [none, clerk, person] = ['A'.repeat(43), actors[0]?.token ?? '', persons[0]?.token['guidui-me'] ?? '']
  return [undefined, 'made-up', `500112.${none}`, { 'guidui-me': none }, { guidui: person, 'guidui-me': clerk }]
}

const nameOf = ({ spine, method, url }: CollectedRoute): string => spine ?? `${method} ${url}`

/** A route that nobody has written a call and a verdict for fails the run. */
function failUnknown(routes: readonly CollectedRoute[], tally: Tally): void {
  for (const route of routes) {
    const isKnown = route.spine === undefined ? isKnownRaw(nameOf(route)) : hasGenerator(route.spine) && hasVerdict(route.spine)
    if (!isKnown)
      tally.fail({ kind: 'wrong answer', route: nameOf(route), what: 'is in no table of the probes: nobody has thought about it' })
  }
}

function casesOf({ world, seed, plant, casePercent = 100 }: ProbeRun, see: ReadonlySet<string | undefined>): ProbeCase[] {
  const seen = new Set<string>()
  return world.cases.filter(({ route, label }) => {
    if (plant && !see.has(route)) return false
    const isFirst = !seen.has(route)
    seen.add(route)
    return isFirst || isChosen(`${seed} ${route} ${label}`, casePercent)
  })
}

/** The route of a planted view comes first; all else stays in its order. */
function byNearness(planted: Plant | undefined, database: ProbeDatabase): (one: ProbeCase, other: ProbeCase) => number {
  const name = planted?.view?.(database).name
  return (one, other) => Number(other.route === name) - Number(one.route === name)
}

/** HEAD answers as GET does, without the body. */
function countRoutes(routes: readonly CollectedRoute[], tally: Tally): { routes: number; routesProbed: number } {
  const { perRoute } = tally.sum()
  const all = [...new Set(routes.filter(({ method }) => method !== 'HEAD').map(nameOf))]
  const probed = all.filter((name) => (perRoute.get(name) ?? 0) >= (name.includes(' ') ? 1 : FEWEST))
  return { routes: all.length, routesProbed: probed.length }
}

/** The same choice for the same seed. */
const isChosen = (key: string, percent: number): boolean => createHash('sha256').update(key).digest().readUInt32BE(0) % 100 < percent

/** Whether nothing at all is wrong. */
export const isClean = (report: ProbeReport): boolean =>
  report.failures.length === 0 && report.paired === report.denials && report.routesProbed === report.routes
