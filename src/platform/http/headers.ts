import type { FastifyInstance } from 'fastify'

/** Nothing but our own pages may do anything, and no request of a page ever leaves this machine's own network. */
const NOTHING_ELSE = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The policy of a page: style sheets of ours and those that carry this answer's nonce. Styles on an element are data. */
export const pagePolicy = (nonce: string): string => `${NOTHING_ELSE}; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`

/** Headers on every answer (ASVS 5.0 V3): nothing is framed, sniffed, cached by others or sent elsewhere. */
export function protectPages(app: FastifyInstance, { secure }: { secure: boolean }): void {
  app.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING_ELSE)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('cross-origin-opener-policy', 'same-origin')
    if (secure) reply.header('strict-transport-security', 'max-age=31536000')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
