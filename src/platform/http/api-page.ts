import type { FastifyInstance } from 'fastify'

/** GET /api/docs: the OpenAPI document, complete because the routes are made from the contracts it describes. */
export function registerApiPage(app: FastifyInstance): void {
  app.get('/api/docs', { schema: { summary: 'The OpenAPI document of this server', hide: false } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(app.swagger()),
  )
}
