import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { rebuild } from '../../../src/modules/indicators/index.ts'
import { loadDivisions } from '../../../src/modules/network/index.ts'
import { systemClock } from '../../../src/platform/clock/clock.ts'
import { openFileStore } from '../../../src/platform/files/index.ts'
import { openSecrets } from '../../../src/platform/secrets/secrets.ts'
import { buildServer } from '../../../src/server.ts'
import { generatorOf } from '../generators/index.ts'
import type { ProbeCase } from '../generators/probe-case.ts'
import type { OwnedRow, Owners } from '../oracle/traces.ts'
import { type CollectedRoute, collectRoutes } from '../routes.ts'
import { type Actor, seatActors } from './actors.ts'
import { makerOn } from './maker/maker.ts'
import type { ProbeDatabase } from './open-database.ts'
import { type Bound, type Entrance, onMe, seatPersons } from './persons.ts'
import { REGIONS } from './places.ts'
import { roundsOn } from './rounds/rounds.ts'

/** The same key in every copy of the world, or nothing could be read there. */
export const secrets = openSecrets({ masterKey: Buffer.alloc(32, 'probes'), profile: 'international' })

export interface ProbeWorld {
  /** Accounts of offices. */
  readonly actors: readonly Actor[]
  /** Persons on /me, and somebody with authority. */
  readonly persons: readonly Bound[]
  readonly cases: readonly ProbeCase[]
  readonly owners: Owners
}

let folder: Promise<string> | undefined

/** One folder a process: copies of the world name the same files. It goes when the process does. */
function fileFolder(): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'guidui-probes-')).then((path) => {
    process.on('exit', () => rmSync(path, { recursive: true, force: true }))
    return path
  })
  return folder
}

interface OpenedApp extends Entrance {
  readonly routes: readonly CollectedRoute[]
  /** What its own log says of every 500. */
  readonly faults: readonly string[]
}

/** The real server on a database of the probes'; `add` puts a planted route into it. */
export async function openApp(database: ProbeDatabase, add?: (app: FastifyInstance) => void): Promise<OpenedApp> {
  const faults: string[] = []
  const files = await openFileStore({ directory: await fileFolder(), secrets })
  const sent = new Map<string, string>()
  const parts = {
    pool: database.appPool,
    mePool: database.mePool,
    clock: systemClock,
    secrets,
    files,
    secure: false,
    log: (line: string) => void faults.push(line),
    sendCode: (phone: string, code: string) => Promise.resolve(sent.set(phone, code).has(phone)),
  }
  const { app, routes } = await collectRoutes(() => buildServer(parts))
  add?.(app)
  await app.ready()
  return { app, routes, sentTo: (phone) => sent.get(phone) ?? '', faults }
}

/** People, visits, accounts, units and requests at every place, and the calls about them. Made through the server itself. */
export async function makeWorld(database: ProbeDatabase): Promise<ProbeWorld> {
  await loadDivisions(database.ownerPool, { regions: REGIONS })
  const actors = await seatActors(database.appPool, secrets)
  const ids = new Map<string, OwnedRow>()
  for (const actor of actors) ids.set(actor.accountId, { kind: 'account', unit: actor.at })
  const { app, routes, sentTo } = await openApp(database)
  try {
    const grounds = { app, database, actors, remember: (id: string, row: OwnedRow) => void ids.set(id, row) }
    const desk = makerOn(grounds)
    const persons = await seatPersons({ ...grounds, maker: desk, sentTo })
    const maker = { ...desk, ...onMe(grounds, persons), rounds: roundsOn(grounds, desk) }
    const made = []
    for (const { spine } of routes) {
      if (spine === undefined) continue
      const cases = await generatorOf(spine)(maker)
      made.push(...cases.map((one): ProbeCase => ({ route: spine, ...one })))
    }
    // What has been recorded stands in the figures, as a running program would have folded it.
    await rebuild(database.appPool)
    return { actors, persons, cases: made, owners: { ids } }
  } finally {
    await app.close()
  }
}
