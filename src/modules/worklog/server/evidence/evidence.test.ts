import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { formOf, openFileDesk, PHOTO } from '../../../../../test/file-desk.ts'
import { doWork, seeWork, study } from '../../../../../test/work-world.ts'
import { actor, BANAN, FENGMING, NEIGHBOUR, STREET, value, YUBEI } from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { MOST_EVIDENCE, type WorkRecord } from '../../contract.ts'
import { openEvidence } from './open-evidence.ts'

const people = {
  worker: actor(),
  colleague: actor(),
  officer: actor({ unitCode: YUBEI, role: 'countyOfficer' }),
  supervisor: actor({ unitCode: YUBEI, role: 'supervisor' }),
  head: actor({ unitCode: STREET, role: 'townshipHead' }),
  nextDoor: actor({ unitCode: NEIGHBOUR }),
  stranger: actor({ unitCode: BANAN, role: 'countyOfficer' }),
  administrator: actor({ unitCode: YUBEI, role: 'systemAdministrator' }),
}
type Name = keyof typeof people

const { database, on, send, look, close } = await openFileDesk(people, openEvidence)
afterAll(close)

let serial = 0
/** Each another document. */
const pdf = () => Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\n%${++serial}\ntrailer<<>>\n%%EOF\n`)
const upload = (who: Name, bytes: Buffer) => send(who, '/api/evidence', formOf(bytes))
const draftOf = async (who: Name, bytes = pdf()) => ((await upload(who, bytes)).json() as { value: { id: string } }).value.id
const record = (who: Name, more: object = {}) => doWork(on, people[who], { name: 'work.record', input: study(more) })
const recorded = async (more: object = {}) => value<{ id: string }>(await record('worker', more)).id
const attach = (who: Name, input: object, actionId?: string) =>
  doWork(on, people[who], { name: 'work.attach', input, ...(actionId === undefined ? {} : { actionId }) })
const see = async (who: Name, recordId: string) =>
  value<{ record: WorkRecord }>(await seeWork(on, people[who], { name: 'work.get', input: { recordId } })).record
const codeOf = (answer: Answer) => {
  const { refusal, problem } = answer as { refusal?: { code: string }; problem?: { code: string } }
  return refusal?.code ?? problem?.code ?? 'done'
}
const leavesOf = async (name: string) =>
  (await database.ownerPool.query<{ unit_code: string }>('select unit_code from spine.leaves where action_name = $1', [name])).rows

describe('evidence of a record', () => {
  test('comes with it, is seen by whoever may see the record, and each look is in the journal', async () => {
    const id = await recorded({ evidence: [await draftOf('worker', PHOTO), await draftOf('worker')] })
    const { evidence } = await see('worker', id)
    const [photo, document] = evidence

    expect(evidence.map(({ isPicture }) => isPicture)).toEqual([true, false])
    for (const who of ['worker', 'colleague', 'head', 'officer', 'supervisor'] as const) {
      const answer = await look(who, photo?.id ?? '')
      expect([who, answer.statusCode, answer.headers['content-type']]).toEqual([who, 200, 'image/jpeg'])
      expect(answer.rawPayload.includes('GP')).toBe(false)
    }
    const answer = await look('supervisor', document?.id ?? '')
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([200, expect.stringContaining('attachment')])
    expect(await leavesOf('work.seeEvidence')).toEqual(Array.from({ length: 6 }, () => ({ unit_code: FENGMING })))
  })

  test('is not there for the next village, the next county, or an administrator', async () => {
    const id = await recorded({ evidence: [await draftOf('worker')] })
    const [one] = (await see('worker', id)).evidence

    for (const who of ['nextDoor', 'stranger', 'administrator'] as const)
      expect([who, (await look(who, one?.id ?? '')).statusCode]).toEqual([who, 404])
  })

  test('is added later by the station or an office above, and says so in the journal', async () => {
    const [id, before] = [await recorded(), (await leavesOf('work.attach')).length]
    expect((await see('worker', id)).evidence).toEqual([])

    value(await attach('colleague', { recordId: id, fileId: await draftOf('colleague') }))
    value(await attach('officer', { recordId: id, fileId: await draftOf('officer') }))

    expect((await see('supervisor', id)).evidence).toHaveLength(2)
    expect(await leavesOf('work.attach')).toHaveLength(before + 2)
    expect((await see('worker', id)).can.attach).toBe(true)
    expect((await see('supervisor', id)).can.attach).toBe(false)
  })

  test('goes with the record that stands in the place of a wrong one', async () => {
    const id = await recorded({ evidence: [await draftOf('worker')] })
    const before = (await see('worker', id)).evidence
    const corrected = study({ values: { title: '军人地位和权益保障法' } })

    const { correctedId } = value<{ correctedId: string }>(
      await doWork(on, people.worker, { name: 'work.correct', input: { recordId: id, reason: '学的是另一部法', corrected } }),
    )

    expect((await see('worker', correctedId)).evidence).toEqual(before)
    expect(codeOf(await attach('worker', { recordId: id, fileId: await draftOf('worker') }))).toBe('already-corrected')
  })

  test('a photo from the field came as those of visits do, and is evidence like any other', async () => {
    const id = uuidv7()
    const sum = createHash('sha256').update(PHOTO).digest('hex')
    const { headers, payload } = formOf(PHOTO)
    const sent = await send('worker', '/api/photos', {
      headers: { ...headers, 'idempotency-key': id, 'x-guidui-sha256': sum },
      payload,
    })
    expect(sent.statusCode).toBe(200)

    expect(codeOf(await record('colleague', { evidence: [id] }))).toBe('evidence-not-found')
    const { evidence } = await see('worker', await recorded({ evidence: [id] }))

    expect(evidence).toMatchObject([{ isPicture: true }])
    const shown = await look('head', evidence[0]?.id ?? '')
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
  })
})

describe('is refused', () => {
  test.each([
    ['from the next village', 'nextDoor', 'not-found'],
    ['from the next county', 'stranger', 'not-found'],
    ['by a supervisor', 'supervisor', 'not-permitted'],
  ] as const)('%s', async (_where, who, code) => {
    const recordId = await recorded()

    expect(codeOf(await attach(who, { recordId, fileId: await draftOf('worker') }))).toBe(code)
    expect((await see('worker', recordId)).evidence).toEqual([])
  })

  test('at the door: without the post, of another type, half of a file, too large', async () => {
    expect((await upload('supervisor', PHOTO)).statusCode).toBe(403)
    expect((await upload('administrator', PHOTO)).statusCode).toBe(403)
    for (const bytes of [Buffer.from('<html></html>'), Buffer.from('%PDF-1.7\n1 0 obj'), Buffer.alloc(0)])
      expect((await upload('worker', bytes)).statusCode).toBe(422)
    const large = await upload('worker', Buffer.concat([pdf(), Buffer.alloc(10 * 1_048_576)]))
    expect([large.statusCode, large.json()]).toEqual([413, { refusal: { code: 'file-too-large', limit: 10 * 1_048_576 } }])
  })

  test('where the file is somebody else’s draft, or none', async () => {
    const recordId = await recorded()

    for (const fileId of [await draftOf('colleague'), uuidv7()])
      expect(codeOf(await attach('worker', { recordId, fileId }))).toBe('evidence-not-found')
    const notes = await record('worker', { evidence: [uuidv7()] })
    expect(codeOf(notes)).toBe('evidence-not-found')
  })

  test('a second time, though it came under another name, or both at once', async () => {
    const recordId = await recorded()
    const bytes = pdf()
    const [fileId, again] = [await draftOf('worker', bytes), await draftOf('worker', bytes)]

    const answers = await Promise.all([attach('worker', { recordId, fileId }), attach('worker', { recordId, fileId: again })])

    expect(answers.map(codeOf).toSorted()).toEqual(['already-attached', 'done'])
    expect((await see('worker', recordId)).evidence).toHaveLength(1)
  })

  test('sent twice with one id it is one file with one answer', async () => {
    const [recordId, id] = [await recorded(), uuidv7()]
    const fileId = await draftOf('worker')

    const answers = [await attach('worker', { recordId, fileId }, id), await attach('worker', { recordId, fileId }, id)]

    expect(answers[1]).toEqual(answers[0])
    expect((await see('worker', recordId)).evidence).toHaveLength(1)
  })

  test('beyond the most that a record takes, and with a counter-record', async () => {
    const evidence: string[] = []
    for (let at = 0; at < MOST_EVIDENCE; at++) evidence.push(await draftOf('worker'))
    const recordId = await recorded({ evidence })

    expect(await attach('worker', { recordId, fileId: await draftOf('worker') })).toMatchObject({
      refusal: { code: 'too-much-evidence', most: MOST_EVIDENCE },
    })
    const input = { recordId, reason: '没有这回事' }
    const { counterId } = value<{ counterId: string }>(await doWork(on, people.worker, { name: 'work.correct', input }))
    expect(codeOf(await attach('worker', { recordId: counterId, fileId: await draftOf('worker') }))).toBe('is-a-counter-record')
  })
})
