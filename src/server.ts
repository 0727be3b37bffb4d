import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { actions, views } from './catalogue.ts'
import { NATION, rangeOf, regionOf, type UnitCode } from './kernel/region-code.ts'
import { getPath } from './modules/network/index.ts'
import { type DemoAccount, findRequestActor, refuseCrossSite, sessionRoutes } from './platform/access/index.ts'
import { checkDeclarations } from './platform/actions/check-declarations.ts'
import { registerActions, registerViews } from './platform/actions/routes.ts'
import type { Ground } from './platform/actions/run-action.ts'
import { withScope } from './platform/database/scope.ts'
import { registerFiles } from './platform/files/index.ts'
import { registerApiPage } from './platform/http/api-page.ts'
import { registerLive } from './platform/http/live.ts'
import { servePages } from './platform/http/pages.ts'
import { openServer } from './platform/http/server.ts'

export interface ServerParts extends Ground {
  readonly secure: boolean
  readonly log: (line: string) => void
  /** The built web pages; left out where only the API is wanted. */
  readonly webDirectory?: string
  /** Given only where demo data is loaded. */
  readonly listDemoAccounts?: () => Promise<readonly DemoAccount[] | undefined>
}

/** Divisions are nobody's secret: they are read without anybody's range. */
const placeOf = (pool: Ground['pool'], unitCode: UnitCode) =>
  withScope(pool, rangeOf(NATION), 'read', async (tx) => {
    const path = await getPath(tx, regionOf(unitCode))
    return { unitName: path.at(-1)?.name ?? unitCode, path: path.map(({ code, name }) => ({ code, name })) }
  })

/** Joins modules and HTTP. @throws before listening when anything is undeclared. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  checkDeclarations(actions, views)
  const app = await openServer(parts)
  app.addHook('onRequest', refuseCrossSite)
  const findActor = findRequestActor({ appPool: parts.pool, clock: parts.clock, secure: parts.secure })
  // biome-ignore lint/nursery/noMisusedPromises: fastify waits for what a plugin promises
  await app.register(sessionRoutes, {
    appPool: parts.pool,
    secrets: parts.secrets,
    clock: parts.clock,
    secure: parts.secure,
    findPlace: (unitCode) => placeOf(parts.pool, unitCode),
    ...(parts.listDemoAccounts ? { listDemoAccounts: parts.listDemoAccounts } : {}),
  })
  registerActions(app, parts, { actions, findActor })
  registerViews(app, parts, { views, findActor })
  if (parts.files) await registerFiles(app, { ...parts, files: parts.files, findActor })
  registerLive(app, { pool: parts.pool, findActor })
  registerApiPage(app)
  if (parts.webDirectory && existsSync(parts.webDirectory)) await servePages(app, parts.webDirectory)
  return app
}
