import diagnostics from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

/** A route as the server itself registered it, whoever did. */
export interface CollectedRoute {
  readonly method: string
  readonly url: string
  /** The name of the action or view behind it. */
  readonly spine: string | undefined
}

const SPINE = /^\/api\/(?:do|see)\/(.+)$/

/** Builds a server and notes every route it registers from its first moment: none can be left out of the matrix. */
export async function collectRoutes(
  build: () => Promise<FastifyInstance>,
): Promise<{ app: FastifyInstance; routes: readonly CollectedRoute[] }> {
  const routes: CollectedRoute[] = []
  const listen = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url, spine: one === 'POST' ? SPINE.exec(url)?.[1] : undefined })
    })
  }
  diagnostics.subscribe('fastify.initialization', listen)
  try {
    const app = await build()
    return { app, routes }
  } finally {
    diagnostics.unsubscribe('fastify.initialization', listen)
  }
}
