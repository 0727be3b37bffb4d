import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages } from './pages.ts'
import { openServer } from './server.ts'

const SCRIPT = 'export const people = 3000000\n'.repeat(100)

const AHEAD = { '/me': { everybody: ['/assets/me.js', '/assets/me.css'], strangers: ['/assets/phone.js'] } }

let root: string
let app: FastifyInstance

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'guidui-pages-'))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'index.html'), '<!doctype html><head><title>归队</title></head>')
  await writeFile(join(root, 'ahead.json'), JSON.stringify(AHEAD))
  await writeFile(join(root, 'assets', 'app.js'), SCRIPT)
  await writeFile(join(root, 'assets', 'app.js.gz'), gzipSync(SCRIPT))
  await writeFile(join(root, 'assets', 'small.js'), 'export {}')
  app = await openServer({ secure: false, log: () => undefined })
  await servePages(app, root)
})

afterAll(async () => {
  await app.close()
  await rm(root, { recursive: true })
})

const asking = (url: string, encodings: string) => app.inject({ url, headers: { 'accept-encoding': encodings } })

test('a file that the build packed is sent packed, and caches are told that it comes in several forms', async () => {
  const answer = await asking('/assets/app.js', 'gzip, deflate')

  expect(answer.headers['content-encoding']).toBe('gzip')
  expect(answer.headers['content-type']).toContain('javascript')
  expect(String(answer.headers['vary']).toLowerCase()).toContain('accept-encoding')
  expect(answer.rawPayload.equals(gzipSync(SCRIPT))).toBe(true)
})

test.each([
  ['/assets/app.js', 'identity', SCRIPT],
  ['/assets/small.js', 'gzip', 'export {}'],
])('%s for who takes %s comes as it is', async (url, encodings, text) => {
  const answer = await asking(url, encodings)

  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.body).toBe(text)
})

const linksAt = async (url: string, headers: Record<string, string> = {}) => {
  const { body } = await app.inject({ url, headers })
  return [...body.matchAll(/<link rel="(\w+)"[^>]*href="([^"]+)"/g)].map(([, rel, path]) => `${rel} ${path}`)
}

test('a page names what its face will ask for, and to who comes without a cookie what a stranger meets', async () => {
  const everybody = ['modulepreload /assets/me.js', 'preload /assets/me.css']

  expect(await linksAt('/me', { cookie: 'session=1' })).toEqual(everybody)
  expect(await linksAt('/me/matters?of=1')).toEqual([...everybody, 'modulepreload /assets/phone.js'])
  expect(await linksAt('/metal')).toEqual([])
})
