import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database/clone.ts'
import { actor, BANAN, ground as groundOf, YUBEI } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { refuseCrossSite } from '../access/cross-site.ts'
import { openServer } from '../http/server.ts'
import { openFileStore } from './file-store.ts'
import { registerFiles } from './routes.ts'

const clerk = actor()
const [colleague, stranger, supervisor] = [actor(), actor({ unitCode: BANAN }), actor({ role: 'supervisor' })]
const cashier = actor({ unitCode: YUBEI, role: 'countyCashier' })
const people = new Map<string, Actor>(Object.entries({ clerk, colleague, stranger, supervisor, cashier }))

let database: TestDatabase
let directory: string
let app: FastifyInstance

beforeAll(async () => {
  database = await openTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'guidui-routes-'))
  const ground = groundOf(database)
  const files = await openFileStore({ directory, secrets: ground.secrets })
  app = await openServer({ secure: false, log: () => undefined })
  app.addHook('onRequest', refuseCrossSite)
  await registerFiles(app, {
    ...ground,
    files,
    openPaper: async () => false,
    findActor: async ({ headers }) => people.get(String(headers['x-who'])),
  })
})

afterAll(async () => {
  await app.close()
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

const BOUNDARY = 'two-pieces'
const frame = (name: string): [head: Buffer, foot: Buffer] => [
  Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`),
  Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
]
const formOf = (bytes: Buffer, name = '名单.csv'): Buffer => {
  const [head, foot] = frame(name)
  return Buffer.concat([head, bytes, foot])
}
const OURS = { 'x-guidui-upload': '1', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

const upload = (who: string, payload: Buffer, headers: Record<string, string> = OURS) =>
  app.inject({ method: 'POST', url: '/api/files', headers: { ...headers, 'x-who': who }, payload })
const download = (who: string, id: string) => app.inject({ method: 'GET', url: `/api/files/${id}`, headers: { 'x-who': who } })

test('whoever brought a file gets it back as it was, always to be saved', async () => {
  const bytes = Buffer.from('姓名,身份证号\n周建国,990112196208010017\n')
  const stored = await upload('clerk', formOf(bytes))

  const fetched = await download('clerk', stored.json().value.id)

  expect(stored.json().value).toMatchObject({ name: '名单.csv', size: bytes.length, contentType: 'text/plain' })
  expect(fetched.rawPayload.equals(bytes)).toBe(true)
  expect(fetched.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; /),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
})

test.each(['colleague', 'stranger'])('to a %s the file of somebody else is not there', async (who) => {
  const { id } = (await upload('clerk', formOf(Buffer.from('a,b\n')))).json().value

  const fetched = await download(who, id)

  expect([fetched.statusCode, fetched.json()]).toEqual([404, { problem: { code: 'not-found' } }])
})

test('a number that is no file is not there either, and nobody comes in unknown', async () => {
  expect((await download('clerk', '..%2F..%2Fetc%2Fpasswd')).statusCode).toBe(404)
  expect((await download('clerk', '0199a000-0000-7000-8000-000000000001')).statusCode).toBe(404)
  expect((await download('nobody', '0199a000-0000-7000-8000-000000000001')).statusCode).toBe(401)
  expect((await upload('nobody', formOf(Buffer.from('a')))).statusCode).toBe(401)
})

test('who may not import stores nothing', async () => {
  const refused = await upload('supervisor', formOf(Buffer.from('a,b\n')))

  expect([refused.statusCode, refused.json()]).toEqual([403, { problem: { code: 'not-permitted' } }])
})

test.each([
  ['without our header', { 'content-type': OURS['content-type'] }],
  ['with another value of it', { ...OURS, 'x-guidui-upload': 'yes' }],
  ['as plain bytes', { 'x-guidui-upload': '1', 'content-type': 'application/octet-stream' }],
])('a file that is sent %s is refused', async (_, headers) => {
  expect((await upload('clerk', formOf(Buffer.from('a,b\n')), headers)).statusCode).toBe(415)
})

test('an empty file and one above 100 MB are refused by name', async () => {
  const empty = await upload('clerk', formOf(Buffer.alloc(0)))
  const tooLarge = await upload('clerk', formOf(Buffer.alloc(100 * 1_048_576 + 1, 65)))

  expect([empty.statusCode, empty.json()]).toEqual([422, { refusal: { code: 'empty-file' } }])
  expect([tooLarge.statusCode, tooLarge.json()]).toEqual([413, { refusal: { code: 'file-too-large', limit: 104_857_600 } }])
})

test('a cashier brings what a bank sent and no list of people, a clerk the other way round; nobody brings anything else', async () => {
  const bring = async (who: string, kind: string) => {
    const url = `/api/files?kind=${kind}`
    const answer = await app.inject({ method: 'POST', url, headers: { ...OURS, 'x-who': who }, payload: formOf(Buffer.from('a,b\n')) })
    return answer.statusCode
  }
  expect(await bring('cashier', 'bankReturn')).toBe(200)
  expect(await bring('cashier', 'import')).toBe(403)
  expect(await bring('clerk', 'import')).toBe(200)
  expect(await bring('clerk', 'bankReturn')).toBe(403)
  expect(await bring('cashier', 'bank')).toBe(400)
})
