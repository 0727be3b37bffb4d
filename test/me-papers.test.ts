import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../src/modules/casework/contract.ts'
import { openFileStore } from '../src/platform/files/index.ts'
import { buildServer } from '../src/server.ts'
import { browserOf } from './access-world.ts'
import { openTestDatabase } from './database/clone.ts'
import { formOf } from './file-desk.ts'
import { doMatter, seats, seeMatter } from './matter-world.ts'
import { portrait } from './pictures.ts'
import { act, actor, divisions, ground, person, value } from './world.ts'

const database = await openTestDatabase()
const on = { ...ground(database), mePool: database.mePool }
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n')
let app: FastifyInstance
let directory: string
let sentCode = ''
let phones = 0

beforeAll(async () => {
  await divisions(database)
  directory = await mkdtemp(join(tmpdir(), 'guidui-me-papers-'))
  const files = await openFileStore({ directory, secrets: on.secrets })
  const sendCode = async (_phone: string, code: string) => {
    sentCode = code
    return true
  }
  app = await buildServer({ ...on, files, secure: false, log: () => undefined, sendCode })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

/** A telephone that is bound to somebody's file, with an application for the card. */
async function applied() {
  const someone = await person(on, { phone: '10098765432' })
  const given = { name: 'person.giveCode', input: { personId: someone.id } }
  const { code } = value<{ code: string }>(await act(on, actor({ unitCode: someone.unitCode }), given))
  const browser = browserOf(app)
  phones += 1
  const phone = `101${String(phones).padStart(8, '0')}`
  await browser.ask('POST', '/api/me/code', { phone })
  await browser.ask('POST', '/api/me/session', { phone, code: sentCode })
  await browser.ask('POST', '/api/me/bind', { citizenId: someone.citizenId, code })
  const opened = await ask(browser, 'mine.open', { typeCode: 'preferenceCard', answers: { kind: 'veteran' } })
  return { ...browser, matterId: (opened.json() as { value: { id: string } }).value.id }
}

type Phone = ReturnType<typeof browserOf>
const ask = (phone: Pick<Phone, 'ask'>, name: string, input: object) =>
  phone.ask('POST', `/api/do/${name}`, input, { 'idempotency-key': uuidv7() })

const upload = ({ jar }: Pick<Phone, 'jar'>, bytes = PDF, url = '/api/me/files') =>
  app.inject({ method: 'POST', url, cookies: Object.fromEntries(jar), ...formOf(bytes) })
const idOf = (answer: { json(): unknown }) => (answer.json() as { value: { id: string } }).value.id

describe('a paper that is photographed on the own telephone', () => {
  test('is given in the own matter, and the office that has it sees the copy', async () => {
    const phone = await applied()
    const { matterId } = phone

    const given = await ask(phone, 'mine.giveDocument', { matterId, code: 'discharge', fileId: idOf(await upload(phone)) })

    expect(given.statusCode).toBe(200)
    const mine = await phone.ask('POST', '/api/see/mine.matter', { matterId })
    const shown = (mine.json() as { value: { documents: { code: string; given: { how: string } | null }[] } }).value.documents
    expect(shown.find(({ code }) => code === 'discharge')?.given?.how).toBe('kept')
    const seen = value<Matter>(await seeMatter(on, seats.township, { name: 'matter.get', input: { matterId } }))
    expect(seen.documents.find(({ code }) => code === 'discharge')?.given?.files).toHaveLength(1)
  })

  test('goes into no matter of somebody else, which is not there, and is nobody else’s to give', async () => {
    const [one, other] = [await applied(), await applied()]
    const fileId = idOf(await upload(one))

    const elsewhere = await ask(one, 'mine.giveDocument', { matterId: other.matterId, code: 'discharge', fileId })
    const stolen = await ask(other, 'mine.giveDocument', { matterId: other.matterId, code: 'discharge', fileId })

    expect([elsewhere.statusCode, elsewhere.json()]).toEqual([404, { problem: { code: 'not-found' } }])
    expect([stolen.statusCode, stolen.json()]).toEqual([404, { refusal: { code: 'file-not-found' } }])
  })

  test('is refused where nobody asks for it, and where the matter has ended', async () => {
    const phone = await applied()
    const { matterId } = phone
    const fileId = idOf(await upload(phone))

    const unasked = await ask(phone, 'mine.giveDocument', { matterId, code: 'evidence', fileId })
    await ask(phone, 'mine.step', { matterId, step: 'giveUp', steps: 1 })
    const late = await ask(phone, 'mine.giveDocument', { matterId, code: 'discharge', fileId })

    expect([unasked.statusCode, unasked.json()]).toEqual([422, { refusal: { code: 'not-asked-for' } }])
    expect([late.statusCode, late.json()]).toEqual([409, { refusal: { code: 'matter-closed' } }])
  })

  test('given twice at once under one key is there once', async () => {
    const phone = await applied()
    const [matterId, id] = [phone.matterId, uuidv7()]
    const input = { matterId, code: 'discharge', fileId: idOf(await upload(phone)) }

    const twins = await Promise.all([1, 2].map(() => phone.ask('POST', '/api/do/mine.giveDocument', input, { 'idempotency-key': id })))

    expect(twins.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0)
    const seen = value<Matter>(await seeMatter(on, seats.township, { name: 'matter.get', input: { matterId } }))
    expect(seen.documents.find(({ code }) => code === 'discharge')?.given?.files).toHaveLength(1)
  })
})

describe('an upload from a telephone', () => {
  test('is refused to nobody and to what is no paper, and the desk’s door takes none of it', async () => {
    const phone = await applied()

    expect((await upload({ jar: new Map() })).statusCode).toBe(401)
    expect((await upload(phone, PDF, '/api/papers')).statusCode).toBe(401)
    const script = await upload(phone, Buffer.from('<html><script>alert(1)</script></html>'))
    expect([script.statusCode, script.json()]).toEqual([422, { refusal: { code: 'not-a-paper' } }])
  })

  test('lets the township accept what the telephone gave', async () => {
    const phone = await applied()
    const { matterId } = phone
    for (const [code, bytes] of [
      ['photo', portrait()],
      ['discharge', PDF],
    ] as const)
      await ask(phone, 'mine.giveDocument', { matterId, code, fileId: idOf(await upload(phone, bytes)) })

    const accepted = await doMatter(on, seats.township, { name: 'matter.step', input: { matterId, step: 'accept', steps: 1 } })

    expect(accepted).toMatchObject({ kind: 'value' })
  })
})

describe('the photo of the card', () => {
  const given = async (bytes: Buffer<ArrayBuffer>) => {
    const phone = await applied()
    const fileId = idOf(await upload(phone, bytes))
    return (await ask(phone, 'mine.giveDocument', { matterId: phone.matterId, code: 'photo', fileId })).json()
  }

  test('is taken as it is asked for, by its content', async () => {
    expect(await given(portrait())).toMatchObject({ value: { id: expect.any(String) } })
  })

  test.each<[string, Buffer<ArrayBuffer>, readonly string[]]>([
    ['a PDF under the name of a photo', PDF, ['not-a-jpeg']],
    [
      'one straight from the camera',
      portrait({ width: 3024, height: 4032, dpi: 72, bytes: 900_000 }),
      ['wrong-size', 'wrong-density', 'too-many-bytes'],
    ],
    ['one lying on its side', portrait({ width: 440, height: 352 }), ['wrong-size']],
    ['one that was pressed too much', portrait({ bytes: 9_000 }), ['too-few-bytes']],
  ])('%s is refused with everything that is wrong', async (_, bytes, faults) => {
    expect(await given(bytes)).toMatchObject({ refusal: { code: 'photo-wrong', faults, bytes: bytes.length } })
  })

  test('is looked at where an office gives it too, and not where the original was seen', async () => {
    const { matterId } = await applied()
    const seen = await doMatter(on, seats.township, { name: 'matter.giveDocument', input: { matterId, code: 'photo' } })

    expect(seen.kind).toBe('value')
  })
})
