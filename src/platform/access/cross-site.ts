import type { FastifyReply, FastifyRequest } from 'fastify'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A route that takes a file says so in its `config`: files do not come as JSON. */
interface UploadRoute {
  readonly takesUpload?: boolean
}

function isFromElsewhere(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)
}

/** A form of another site can send neither JSON nor our own header without asking first, and we answer no such question. */
function isPlainForm(request: FastifyRequest): boolean {
  if (/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return false
  const takesUpload = (request.routeOptions.config as UploadRoute).takesUpload === true
  return !(takesUpload && request.headers['x-guidui-upload'] === '1')
}

/**
 * `onRequest` hook for the whole server: what changes something must be JSON and must come from our own pages. Without
 * an Origin header (no browser) the content type alone decides.
 */
export async function refuseCrossSite(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (READING.has(request.method)) return undefined
  if (isFromElsewhere(request)) return reply.code(403).send({ problem: { code: 'cross-site' } })
  if (isPlainForm(request)) return reply.code(415).send({ problem: { code: 'not-json' } })
  return undefined
}
