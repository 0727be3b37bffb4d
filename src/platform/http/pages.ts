import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { readFilesAhead } from './files-ahead.ts'
import { pagePolicy } from './headers.ts'

/** What makes the desk installable lies beside the page, at addresses that never change: asked for anew each time. */
const BESIDE = {
  'desk-worker.js': 'text/javascript; charset=utf-8',
  'desk.webmanifest': 'application/manifest+json; charset=utf-8',
  'desk-icon.svg': 'image/svg+xml',
  'desk-icon-maskable.svg': 'image/svg+xml',
} as const

/** A page is asked for by a browser, by address; what lies under these is a file or an answer. */
const NOT_A_PAGE = /^\/(api|assets)\//

/**
 * Serves the built web: its files for ever (their names carry their hash), packed where the build left them packed, and its one page at every address that is
 * neither a file nor the API, with a fresh nonce for the style sheets that antd writes while it runs, and with what the face
 * at that address will ask for.
 */
export async function servePages(app: FastifyInstance, root: string): Promise<void> {
  const page = await readFile(join(root, 'index.html'), 'utf8')
  const linksFor = await readFilesAhead(root)
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    // For ever, and for everybody in between: a cache must not hand the packed form to who cannot open it.
    setHeaders: (reply) => reply.setHeader('vary', 'accept-encoding'),
  })
  for (const [name, type] of Object.entries(BESIDE)) {
    const file = await readFile(join(root, name)).catch(() => undefined)
    if (file) app.get(`/${name}`, { schema: { hide: true } }, (_, reply) => reply.type(type).header('cache-control', 'no-cache').send(file))
  }
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || NOT_A_PAGE.test(request.url)) return reply.code(404).send({ problem: { code: 'not-found' } })
    const nonce = randomBytes(16).toString('base64')
    reply.header('content-security-policy', pagePolicy(nonce)).header('cache-control', 'no-cache')
    const links = linksFor({ url: request.url, isStranger: request.headers.cookie === undefined })
    return reply.type('text/html; charset=utf-8').send(page.replace('</head>', `${links}</head>`).replaceAll('__CSP_NONCE__', nonce))
  })
}
