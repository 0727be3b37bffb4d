import { afterAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { formOf, openFileDesk, PHOTO } from '../../../../../../test/file-desk.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter } from '../../../../../../test/matter-world.ts'
import { actor, BANAN, NEIGHBOUR, person, value, YUBEI } from '../../../../../../test/world.ts'
import type { Matter } from '../../../contract.ts'
import { openPaper } from './papers.ts'

const people = {
  ...seats,
  colleague: actor(),
  nextDoor: actor({ unitCode: NEIGHBOUR }),
  stranger: actor({ role: 'countyOfficer', unitCode: BANAN }),
  supervisor: actor({ role: 'supervisor', unitCode: YUBEI }),
  lawyer: actor({ role: 'dutyLawyer', unitCode: YUBEI }),
  administrator: actor({ role: 'systemAdministrator', unitCode: YUBEI }),
}
type Name = keyof typeof people

const { database, on, send, look, close } = await openFileDesk(people, openPaper)
afterAll(close)

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const upload = (who: Name, bytes: Buffer, name = '退役证件.pdf') => send(who, '/api/papers', formOf(bytes, name))
const idOf = (answer: { json(): unknown }) => (answer.json() as { value: { id: string } }).value.id
const give = (who: Name, input: object) => doMatter(on, people[who], { name: 'matter.giveDocument', input })
const see = async (who: Name, matterId: string) =>
  value<Matter>(await seeMatter(on, people[who], { name: 'matter.get', input: { matterId } }))
const filesOf = async (who: Name, matterId: string) => (await see(who, matterId)).documents.flatMap(({ given }) => given?.files ?? [])
const stored = () => rowsOf<{ count: number }>(database, 'select count(*)::int as count from spine.files')

async function applied(): Promise<string> {
  return value<OpenedMatter>(await openFor(on, seats.village, { personId: (await person(on)).id })).id
}

/** A card application with a photographed certificate. */
async function withPaper(bytes = PHOTO) {
  const matterId = await applied()
  value(await give('village', { matterId, code: 'discharge', how: 'kept', fileId: idOf(await upload('village', bytes)) }))
  const [id = ''] = await filesOf('village', matterId)
  return { matterId, id }
}

describe('a paper kept as a copy', () => {
  test('is seen by those who may read the matter, bare of place and time, and each look is in the journal', async () => {
    const { id, matterId } = await withPaper()

    for (const who of ['village', 'colleague', 'township', 'county', 'supervisor'] as const) {
      const answer = await look(who, id)
      expect([who, answer.statusCode, answer.headers['content-type']]).toEqual([who, 200, 'image/jpeg'])
      expect(answer.rawPayload.includes('GP')).toBe(false)
    }
    expect((await see('village', matterId)).documents.find(({ code }) => code === 'discharge')?.given?.how).toBe('kept')
    const leaves = await rowsOf(database, "select from spine.leaves where action_name = 'matter.seePaper'")
    expect(leaves).toHaveLength(5)
  })

  test('is not there for the next village, the next county, a duty lawyer or an administrator', async () => {
    const { id } = await withPaper()

    for (const who of ['nextDoor', 'stranger', 'lawyer', 'administrator'] as const)
      expect([who, (await look(who, id)).statusCode]).toEqual([who, 404])
  })

  test('of a petition is shown to the offices that handle it, and not to the station that took it in', async () => {
    const someone = await person(on)
    const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
    const { id: matterId } = value<OpenedMatter>(await openFor(on, seats.village, { personId: someone.id, typeCode: 'petition', answers }))
    value(await give('village', { matterId, code: 'evidence', how: 'kept', fileId: idOf(await upload('village', PDF)) }))

    const [id = ''] = await filesOf('county', matterId)
    expect(await filesOf('village', matterId)).toEqual([])
    expect((await look('village', id)).statusCode).toBe(404)
    const shown = await look('county', id)
    expect(shown.headers['content-type']).toBe('application/pdf')
    expect(shown.headers['content-disposition']).toContain('attachment')
    expect(shown.rawPayload).toEqual(PDF)
  })

  test('of several pages is several copies of one paper', async () => {
    const { matterId } = await withPaper()
    value(await give('township', { matterId, code: 'discharge', how: 'kept', fileId: idOf(await upload('township', PDF)) }))

    expect(await filesOf('township', matterId)).toHaveLength(2)
  })
})

describe('an upload is refused', () => {
  test.each([
    ['a program that calls itself a PDF', Buffer.from('MZ\u0090\u0000 this program cannot be run in DOS mode')],
    ['a page with a script that calls itself a photo', Buffer.from('<html><script>alert(1)</script></html>')],
    ['half of a photo', PHOTO.subarray(0, 14)],
    ['half of a PDF', PDF.subarray(0, 30)],
    ['nothing', Buffer.alloc(0)],
  ])('where it is %s, and nothing is kept', async (_, bytes) => {
    const before = await stored()

    const answer = await upload('village', bytes)

    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toEqual({ refusal: { code: 'not-a-paper' } })
    expect(await stored()).toEqual(before)
  })

  test('where it breaks off half-way, and nothing is kept', async () => {
    const before = await stored()

    const { headers, payload } = formOf(PDF)
    const answer = await send('village', '/api/papers', { headers, payload: payload.subarray(0, -PDF.length) })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(await stored()).toEqual(before)
  })

  test('where it is larger than ten megabytes', async () => {
    expect((await upload('village', Buffer.alloc(10 * 1_048_576 + 1, 1))).statusCode).toBe(413)
  })

  test('to whoever takes no part in matters', async () => {
    for (const who of ['supervisor', 'administrator'] as const) expect((await upload(who, PDF)).statusCode).toBe(403)
  })
})

describe('a paper is not taken into a matter', () => {
  test('where it is somebody else’s upload, is there already, or is no paper at all', async () => {
    const [matterId, { id }] = [await applied(), await withPaper()]
    const draft = idOf(await upload('village', PDF))
    const refused = { refusal: { code: 'file-not-found' } }

    expect(await give('township', { matterId, code: 'discharge', how: 'kept', fileId: draft })).toMatchObject(refused)
    expect(await give('village', { matterId, code: 'discharge', how: 'kept', fileId: id })).toMatchObject(refused)
    expect(await give('village', { matterId, code: 'discharge', how: 'kept' })).toMatchObject(refused)
    expect(await give('village', { matterId, code: 'discharge', how: 'seen', fileId: draft })).toMatchObject({ kind: 'refusal' })
    expect(await filesOf('village', matterId)).toEqual([])
  })

  test('before it was given nobody sees it, not even who brought it', async () => {
    const draft = idOf(await upload('village', PDF))

    expect((await look('village', draft)).statusCode).toBe(404)
    expect((await look('county', draft)).statusCode).toBe(404)
  })
})
