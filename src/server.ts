import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { actions, openPaper, views } from './catalogue.ts'
import { NATION, rangeOf, regionOf, type UnitCode } from './kernel/region-code.ts'
import { registerOpenFunds } from './modules/assistance/index.ts'
import { registerOpenFigures } from './modules/indicators/index.ts'
import { getPath, registerOpenUnits } from './modules/network/index.ts'
import { registerEmployerDoors, registerOpenRounds, registerOpenScores } from './modules/placement/index.ts'
import { bindFile, findHome } from './modules/registry/index.ts'
import { registerOpenSites } from './modules/worklog/index.ts'
import {
  ACCESS_DEFAULTS,
  type DemoAccount,
  findRequestActor,
  PERSONAL_GRANTS,
  type Provider,
  refuseCrossSite,
  sessionRoutes,
} from './platform/access/index.ts'
import { checkDeclarations } from './platform/actions/check-declarations.ts'
import { type FindActor, registerActions, registerViews } from './platform/actions/routes.ts'
import type { Ground } from './platform/actions/run-action.ts'
import { withScope } from './platform/database/scope.ts'
import { registerFiles } from './platform/files/index.ts'
import { registerApiPage } from './platform/http/api-page.ts'
import { registerLive } from './platform/http/live.ts'
import { servePages } from './platform/http/pages.ts'
import { openServer } from './platform/http/server.ts'
import { type DemoPerson, findRequestPerson, type PersonalContext, personalRoutes } from './platform/personal/index.ts'

export interface ServerParts extends Ground {
  readonly secure: boolean
  readonly log: (line: string) => void
  /** The built web pages; left out where only the API is wanted. */
  readonly webDirectory?: string
  /** The provider of single sign-on; left out where there is none. */
  readonly provider?: Provider
  /** Sends a code to a phone; false where it could not be sent. Left out: no messages leave the house. */
  readonly sendCode?: PersonalContext['sendCode']
  /** Given only where demo data is loaded. */
  readonly listDemoPeople?: () => Promise<readonly DemoPerson[]>
  /** Given only where demo data is loaded. */
  readonly listDemoAccounts?: () => Promise<readonly DemoAccount[] | undefined>
}

/** Divisions are nobody's secret: they are read without anybody's range. */
const placeOf = (pool: Ground['pool'], unitCode: UnitCode) =>
  withScope(pool, rangeOf(NATION), 'read', async (tx) => {
    const path = await getPath(tx, regionOf(unitCode))
    return { unitName: path.at(-1)?.name ?? unitCode, path: path.map(({ code, name }) => ({ code, name })) }
  })

/** What is asked with a grant that only persons hold is asked by whoever is signed in on /me; all else by an account of an office. */
const whoAsks =
  (findOffice: FindActor, findPerson: FindActor): FindActor =>
  (request, grant) =>
    grant !== undefined && PERSONAL_GRANTS.includes(grant) ? findPerson(request) : findOffice(request)

const personalContext = ({ pool, secrets, clock, secure, sendCode, listDemoPeople }: ServerParts): PersonalContext => ({
  pool,
  secrets,
  clock,
  config: { ...ACCESS_DEFAULTS, secure },
  sendCode: sendCode ?? (() => Promise.resolve(false)),
  findHome: (personId) => findHome(pool, personId),
  bindFile: (knock) => bindFile({ pool, secrets, clock }, knock),
  ...(listDemoPeople ? { listDemoPeople } : {}),
})

/** Joins modules and HTTP. @throws before listening when anything is undeclared. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  checkDeclarations(actions, views)
  const app = await openServer(parts)
  app.addHook('onRequest', refuseCrossSite)
  const persons = personalContext(parts)
  const findActor = whoAsks(findRequestActor({ appPool: parts.pool, clock: parts.clock, secure: parts.secure }), findRequestPerson(persons))
  // biome-ignore lint/nursery/noMisusedPromises: fastify waits for what a plugin promises
  await app.register(sessionRoutes, {
    appPool: parts.pool,
    secrets: parts.secrets,
    clock: parts.clock,
    secure: parts.secure,
    findPlace: (unitCode) => placeOf(parts.pool, unitCode),
    ...(parts.provider ? { provider: parts.provider } : {}),
    ...(parts.listDemoAccounts ? { listDemoAccounts: parts.listDemoAccounts } : {}),
  })
  // biome-ignore lint/nursery/noMisusedPromises: fastify waits for what a plugin promises
  await app.register(personalRoutes, persons)
  registerActions(app, parts, { actions, findActor })
  registerViews(app, parts, { views, findActor })
  if (parts.files) await registerFiles(app, { ...parts, files: parts.files, findActor, openPaper })
  registerLive(app, { pool: parts.pool, findActor })
  registerOpenRounds(app, { pool: parts.pool })
  registerEmployerDoors(app, { ...parts, config: persons.config })
  registerOpenFigures(app, { pool: parts.pool, clock: parts.clock })
  registerOpenScores(app, { pool: parts.pool, secrets: parts.secrets, clock: parts.clock })
  registerOpenSites(app, { pool: parts.pool, clock: parts.clock })
  registerOpenUnits(app, { pool: parts.pool, clock: parts.clock })
  registerOpenFunds(app, { pool: parts.pool, secrets: parts.secrets })
  registerApiPage(app)
  if (parts.webDirectory && existsSync(parts.webDirectory)) await servePages(app, parts.webDirectory)
  return app
}
