import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database/clone.ts'
import { actor, BANAN, ground as groundOf, NEIGHBOUR, STREET } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { refuseCrossSite } from '../access/cross-site.ts'
import { withScope } from '../database/scope.ts'
import { openServer } from '../http/server.ts'
import { openFileStore } from './file-store.ts'
import { keepPhotos } from './photo-rows.ts'
import { registerFiles } from './routes.ts'

const worker = actor()
const people = new Map<string, Actor>(
  Object.entries({
    worker,
    colleague: actor(),
    head: actor({ role: 'townshipHead', unitCode: STREET }),
    nextDoor: actor({ unitCode: NEIGHBOUR }),
    stranger: actor({ role: 'countyOfficer', unitCode: BANAN }),
    supervisor: actor({ role: 'supervisor', unitCode: '500112000000' as never }),
  }),
)

let database: TestDatabase
let directory: string
let app: FastifyInstance
let ground: ReturnType<typeof groundOf>

beforeAll(async () => {
  database = await openTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'guidui-photos-'))
  ground = groundOf(database)
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

/** A table, a place (APP1), a scan and the end: as small as a JPEG can be. */
const PICTURE = Buffer.from('ffd8ffdb00047461ffe100044750ffda000473637069ffd9', 'hex')
const headers = { 'x-guidui-upload': '1', 'content-type': 'multipart/form-data; boundary=two' }
const formOf = (bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('--two\r\nContent-Disposition: form-data; name="file"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--two--\r\n'),
  ])

const upload = (who: string, bytes: Buffer) =>
  app.inject({ method: 'POST', url: '/api/photos', headers: { ...headers, 'x-who': who }, payload: formOf(bytes) })
const look = async (who: string, id: string): Promise<number> =>
  (await app.inject({ method: 'GET', url: `/api/photos/${id}`, headers: { 'x-who': who } })).statusCode
const idOf = async (who: string): Promise<string> => (await upload(who, PICTURE)).json().value.id

test('a photo that was brought is a draft: its account sees it, a colleague does not', async () => {
  const id = await idOf('worker')

  expect(await look('worker', id)).toBe(200)
  expect(await look('colleague', id)).toBe(404)
})

test('kept with a visit it is seen by those who may read notes at the station, and by nobody else', async () => {
  const draft = await idOf('worker')
  const asked = { ids: [draft], unitCode: worker.unitCode, ownerId: worker.accountId, now: ground.clock.now() }

  const [id = ''] = (await withScope(database.appPool, worker.scope, 'write', (tx) => keepPhotos(tx, asked))) ?? []

  const seen = await Promise.all([...people.keys()].map(async (who) => [who, await look(who, id)]))
  expect(Object.fromEntries(seen)).toEqual({ worker: 200, colleague: 200, head: 200, nextDoor: 404, stranger: 404, supervisor: 404 })
  expect(await look('nobody', id)).toBe(401)
})

test('nobody gives away the draft of another, or what does not exist', async () => {
  const draft = await idOf('colleague')
  const asked = { unitCode: worker.unitCode, ownerId: worker.accountId, now: ground.clock.now() }

  for (const ids of [[draft], [uuidv7()]])
    expect(await withScope(database.appPool, worker.scope, 'write', (tx) => keepPhotos(tx, { ...asked, ids }))).toBeUndefined()
})

test.each([
  ['a text', 'worker', Buffer.from('姓名'), 422],
  ['a photo of 5 MB', 'worker', Buffer.alloc(5 * 1_048_576, 1), 413],
  ['a photo by somebody who records no visits', 'supervisor', PICTURE, 403],
  ['a photo by nobody', 'nobody', PICTURE, 401],
])('%s does not come in', async (_what, who, bytes, status) => {
  const answer = await upload(who, bytes)

  expect(answer.statusCode).toBe(status)
})

describe('a photo whose id the device made', () => {
  const send = (who: string, asked: { id: string; bytes?: Buffer; sum?: string; account?: string }) => {
    const { id, bytes = PICTURE, sum = createHash('sha256').update(bytes).digest('hex'), account } = asked
    const own = { 'idempotency-key': id, 'x-guidui-sha256': sum, ...(account ? { 'x-guidui-account': account } : {}) }
    return app.inject({ method: 'POST', url: '/api/photos', headers: { ...headers, ...own, 'x-who': who }, payload: formOf(bytes) })
  }

  test('is stored once, however often it comes', async () => {
    const id = uuidv7()

    expect((await send('worker', { id })).json()).toEqual({ value: { id } })
    expect((await send('worker', { id })).json()).toEqual({ value: { id } })
    expect(await look('worker', id)).toBe(200)
  })

  test('leaves nothing when half of it came, and comes again', async () => {
    const id = uuidv7()
    const sum = createHash('sha256').update(PICTURE).digest('hex')

    expect((await send('worker', { id, sum, bytes: PICTURE.subarray(0, 12) })).statusCode).toBe(400)
    expect(await look('worker', id)).toBe(404)
    expect((await send('worker', { id })).statusCode).toBe(200)
  })

  test('is not another picture, not another’s, and not sent under another’s session', async () => {
    const id = uuidv7()
    await send('worker', { id })

    expect((await send('worker', { id, bytes: Buffer.from('ffd8ffdb00047461ffda000473637070ffd9', 'hex') })).statusCode).toBe(422)
    expect((await send('colleague', { id })).statusCode).toBe(422)
    expect((await send('colleague', { id: uuidv7(), account: worker.accountId })).statusCode).toBe(401)
  })
})
