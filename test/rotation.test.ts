import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reindexes, sealedTables } from '../src/catalogue.ts'
import type { PersonId } from '../src/kernel/id.ts'
import { type FileStore, openFileStore } from '../src/platform/files/index.ts'
import { countStale, rotateAll } from '../src/platform/rotation/index.ts'
import { openSecrets, type Secrets } from '../src/platform/secrets/secrets.ts'
import { record, seeCasework, visitTo, written } from './casework-world.ts'
import { openTestDatabase } from './database/clone.ts'
import { openFor, seats, seeMatter } from './matter-world.ts'
import { act, actor, capture, citizenId, divisions, ELSEWHERE, ground, person, see, value } from './world.ts'

const [FIRST, SECOND] = [Buffer.alloc(32, 7), Buffer.from('a1b2c3d4e5f60718'.repeat(4), 'hex')]
const ring = { masterKey: SECOND, version: 2, profile: 'gm' } as const
/** The second key encrypts, and what is there is still found by the first. */
const rotating = openSecrets({ ...ring, earlier: [{ version: 1, key: FIRST }], index: { version: 1, profile: 'gm' } })
/** The indexes are of the second key; the first is still there. */
const reindexed = openSecrets({ ...ring, earlier: [{ version: 1, key: FIRST }] })
/** The first is gone. */
const alone = openSecrets(ring)

const database = await openTestDatabase()
const first = ground(database)
const under = (secrets: Secrets) => ({ ...first, secrets })
const [worker, elsewhere] = [actor(), actor({ unitCode: ELSEWHERE })]
const known = { citizenId: citizenId(), phone: '10047110815', address: '鹤鸣里九曲弄三十七号半', bankCard: '6222020200112233445' }
const sent = { name: 'person.capture', actionId: uuidv7(), input: capture(known) }
const [NOTE, PHOTO] = ['夜里左膝旧伤疼得睡不着', '一张照片的字节']

let folder: string
let someone: PersonId
let visitId: string
let matterId: string
let photo: string
const files = (secrets: Secrets): Promise<FileStore> => openFileStore({ directory: folder, secrets })
const sealings = (secrets: Secrets) => ({ pool: database.ownerPool, secrets, tables: sealedTables, files: folder })
const rotate = (secrets: Secrets) => rotateAll(sealings(secrets), () => undefined)
const again = (secrets: Secrets) => act(under(secrets), worker, sent)

async function* bytes(): AsyncGenerator<Buffer> {
  yield Buffer.from(PHOTO)
}

beforeAll(async () => {
  await divisions(database)
  folder = await mkdtemp(join(tmpdir(), 'guidui-rotation-'))
  someone = value<{ personId: PersonId }>(await act(first, worker, sent)).personId
  const visit = visitTo({ id: someone, unitCode: worker.unitCode }, { note: NOTE })
  visitId = value<{ id: string }>(await record(first, worker, { visit })).id
  const answers = { kind: 'veteran', phone: known.phone }
  matterId = value<{ id: string }>(await openFor(first, seats.village, { personId: someone, answers })).id
  const taken = await (await files(first.secrets)).take(bytes())
  photo = taken.ok ? taken.value.address : ''
})

afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const found = async (secrets: Secrets, query: string) =>
  value<{ rows: { id: string }[] }>(await see(under(secrets), worker, { name: 'person.find', input: { query } })).rows.map(({ id }) => id)

async function photoBytes(secrets: Secrets): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of (await files(secrets)).read(photo)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** What whoever works would miss: what is read, what is found, and who is known again, here and elsewhere. */
async function expectAllThere(secrets: Secrets): Promise<void> {
  const on = under(secrets)
  const shown = { personId: someone, purpose: 'visit', reason: '核对档案', fields: ['citizenId', 'phone', 'address', 'bankCard'] }
  const twin = capture({ ...known, unitCode: ELSEWHERE })
  expect(await act(on, worker, { name: 'person.unmask', input: shown })).toMatchObject({ value: known })
  expect(await seeCasework(on, worker, { name: 'visit.get', input: { visitId } })).toMatchObject({ value: { note: NOTE } })
  expect(await seeMatter(on, seats.village, { name: 'matter.get', input: { matterId } })).toMatchObject({ kind: 'value' })
  expect(await photoBytes(secrets)).toBe(PHOTO)
  expect(await Promise.all([known.citizenId, known.phone.slice(-4)].map((query) => found(secrets, query)))).toEqual([[someone], [someone]])
  expect(await act(on, worker, { name: 'person.capture', input: capture(known) })).toMatchObject({
    refusal: { code: 'already-registered' },
  })
  expect(await act(on, elsewhere, { name: 'person.capture', input: twin })).toMatchObject({ refusal: { code: 'registered-elsewhere' } })
}

test('a new key changes nothing for whoever works, and what was sent before it may be sent again', async () => {
  await expectAllThere(rotating)
  expect(await again(rotating)).toMatchObject({ value: { personId: someone } })
})

test('a row that somebody holds is passed over and taken when it is free', async () => {
  const holder = await database.ownerPool.connect()
  await holder.query('begin; select from registry.people for update')
  const done = rotate(rotating)
  // The four fields of the one file, and nothing else.
  await vi.waitFor(async () => expect(await countStale(sealings(rotating))).toBe(4))
  await holder.query('commit')
  holder.release()

  expect(await done).toMatchObject({ left: 0, unreadable: [] })
  await expectAllThere(rotating)
})

test('done again there is nothing to do', async () => {
  expect(await rotate(rotating)).toEqual({ written: 0, left: 0, unreadable: [] })
})

test('what is written while a rotation runs is under the new key, and what an old server wrote is found by the next', async () => {
  const late = await person(first, { phone: '10047110999' })
  const left = await countStale(sealings(rotating))

  expect(left).toBeGreaterThan(0)
  expect(await rotate(rotating)).toMatchObject({ left: 0, unreadable: [] })
  expect(await found(rotating, '0999')).toEqual([late.id])
  await person(under(rotating))
  expect(await countStale(sealings(rotating))).toBe(0)
})

test('cut short anywhere, it is begun again and ends', async () => {
  const international = openSecrets({
    ...ring,
    profile: 'international',
    earlier: [{ version: 1, key: FIRST }],
    index: { version: 1, profile: 'gm' },
  })
  const cut = rotateAll(sealings(international), (what) => {
    if (what === 'registry.people') throw new Error('cut')
  })

  await expect(cut).rejects.toThrow('cut')
  expect(await countStale(sealings(international))).toBeGreaterThan(0)
  await expectAllThere(international)
  expect(await rotate(international)).toMatchObject({ left: 0, unreadable: [] })
  await expectAllThere(international)
  expect(await rotate(rotating)).toMatchObject({ left: 0 })
})

test('what does not open is named and left as it is, and nothing is called done', async () => {
  const broken = await person(under(rotating), { address: '将被损坏的地址' })
  const spoil = (by: string) => written(database, `update registry.people set address = ${by} where id = $1`, [broken.id])
  await spoil(`set_byte(set_byte(address, 2, 1), length(address) - 1, get_byte(address, length(address) - 1) # 1)`)

  const path = join(folder, photo.slice(0, 2), photo)
  const whole = await readFile(path)
  // The version of its key, and a bit of the last chunk's tag.
  await writeFile(path, whole.with(40, 1).with(-1, (whole.at(-1) ?? 0) ^ 1))

  const ended = await rotate(rotating)

  expect(ended).toMatchObject({ left: 2, unreadable: [`registry.people 500112 ${broken.id} address`, path] })
  await spoil('null')
  await writeFile(path, whole)
})

test('the indexes made anew: all is found under the new key, the old one not needed any more', async () => {
  for (const one of reindexes) await one(database.ownerPool, reindexed)
  expect(await again(reindexed)).toMatchObject({ value: { personId: someone } })
  // Cut short and run once more it comes to the same.
  for (const one of reindexes) await one(database.ownerPool, reindexed)

  await expectAllThere(alone)
  expect(await found(rotating, '0815')).toEqual([])
})
