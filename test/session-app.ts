import { refuseCrossSite } from '../src/platform/access/cross-site.ts'
import type { DemoAccount } from '../src/platform/access/index.ts'
import type { Provider } from '../src/platform/access/oidc/provider.ts'
import { sessionRoutes } from '../src/platform/access/session-routes.ts'
import { openServer } from '../src/platform/http/server.ts'
import { browserOf, NOON, type openAccessWorld } from './access-world.ts'

interface GivenApp {
  now?: Date
  secure?: boolean
  demo?: readonly DemoAccount[]
  provider?: Provider
  log?: (line: string) => void
}

/** The routes of signing in on a world of accounts at one moment, and a browser in front of them. */
export async function openSessionApp(world: Awaited<ReturnType<typeof openAccessWorld>>, given: GivenApp = {}) {
  const { now = NOON, secure = false, demo, provider, log = () => undefined } = given
  const app = await openServer({ secure, log })
  app.addHook('onRequest', refuseCrossSite)
  // biome-ignore lint/nursery/noMisusedPromises: fastify waits for what a plugin promises
  await app.register(sessionRoutes, {
    appPool: world.appPool,
    secrets: world.secrets,
    secure,
    config: world.config,
    clock: { now: () => now.toISOString(), today: () => '2026-03-02' as never },
    ...(demo && { listDemoAccounts: async () => demo }),
    ...(provider && { provider }),
  })
  return browserOf(app)
}
