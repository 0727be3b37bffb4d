import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import { actions, carryInFiles } from '../../src/modules/casework/index.ts'
import { actions as registryActions } from '../../src/modules/registry/index.ts'
import { actions as workActions } from '../../src/modules/worklog/index.ts'
import { installAccount } from '../../src/platform/access/accounts.ts'
import type { Actor } from '../../src/platform/access/actor.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import { openFileStore } from '../../src/platform/files/index.ts'
import type { ExitKey } from '../../src/ui/outbox/exit-key.ts'
import { makeKey } from '../../src/ui/outbox/keyring.ts'
import { openStore } from '../../src/ui/outbox/open-store.ts'
import { type Outbox, openOutbox } from '../../src/ui/outbox/outbox.ts'
import { photoIdOf } from '../../src/ui/outbox/photo-id.ts'
import { type ReadFile, readFile } from '../../src/ui/outbox/read-file.ts'
import { type FilePart, writeFile } from '../../src/ui/outbox/write-file.ts'
import { doCasework, record, rowsOf, visitTo } from '../casework-world.ts'
import { openTestDatabase } from '../database/clone.ts'
import { actor, divisions, ELSEWHERE, FENGMING, ground, NEIGHBOUR, person, STREET, value, YUBEI } from '../world.ts'

const database = await openTestDatabase()
const stored = await mkdtemp(join(tmpdir(), 'guidui-bring-in-'))
const on = ground(database)
afterAll(async () => {
  await database.close()
  await rm(stored, { recursive: true, force: true })
})
beforeAll(async () => {
  await divisions(database)
  Object.assign(on, { files: await openFileStore({ directory: stored, secrets: on.secrets }) })
})

/** A table, a scan and the end: as small as a JPEG can be. */
const PICTURE = Buffer.from('ffd8ffdb00047461ffda000473637069ffd9', 'hex')

const head = actor({ role: 'townshipHead', unitCode: STREET })

type File = Extract<ReadFile, { kind: 'file' }>

function whole(file: ReadFile): File {
  if (file.kind !== 'file') throw new Error('the file cannot be read')
  return file
}

/** A worker with an account, a village taken along, and a box: what the device would have. */
async function device(roles: readonly Role[] = ['stationWorker']) {
  const login = `w.${uuidv7().slice(-12)}`
  const accountId = await withScope(on.pool, { lo: FENGMING, hi: `${FENGMING}:` }, 'write', (tx) =>
    installAccount(tx, on.secrets, {
      login,
      name: '陈晓琴',
      unitCode: FENGMING,
      roles,
      password: 'Quiet-Harbour-7',
      mustChangePassword: false,
      now: new Date(on.clock.now()),
    }),
  )
  if (!accountId) throw new Error(`${login} is taken`)
  const worker = { ...actor(), accountId }
  const lease = value<ExitKey>(await doCasework(on, worker, { name: 'field.take', input: { deviceId: uuidv7(), unitCode: FENGMING } }))
  const keys = [(await makeKey({ id: accountId, password: '口令' }, 1)).open]
  const box = openOutbox(
    { store: await openStore(new IDBFactory()), now: () => Date.parse(on.clock.now()), newId: () => uuidv7() },
    { accountId, keys },
  )
  const file = async () => whole(readFile(await writeFile(box, await box.list(), lease)))
  return { worker, lease, box, file }
}

const keep = (box: Outbox, body: { personIds: readonly string[] }, more: Partial<Parameters<Outbox['save']>[0]> = {}) =>
  box.save({ action: 'visit.record', body, subjects: body.personIds, label: '走访', ...more })
const bring = async (who: Actor, file: File, change: object = {}) => {
  const answers: Awaited<ReturnType<typeof doCasework>>[] = []
  for (const part of file.parts) {
    const { leaseId, fileId, parts } = file.head
    answers.push(await doCasework(on, who, { name: 'field.bringIn', input: { leaseId, fileId, parts, ...part, ...change } }))
  }
  return answers
}
const visitsOf = ({ id }: { id: string }) =>
  rowsOf<{ id: string; recorded_by: string }>(
    database,
    'select v.id, v.recorded_by from casework.visits v join casework.visit_people p on p.visit_id = v.id where p.person_id = $1',
    [id],
  )

describe('what a device wrote into a file', () => {
  test('takes effect at the township as its author’s, with its photo, and once however it comes', async () => {
    const [{ worker, box, file }, someone] = [await device(), await person(on)]
    const bytes = new Uint8Array(PICTURE)
    const photoId = await photoIdOf(box.accountId, 'x')
    const body = visitTo(someone, { photoIds: [photoId] })
    const id = await keep(box, body, { photos: [{ id: photoId, bytes }] })
    const written = await file()

    expect(await bring(head, written)).toMatchObject([
      { value: { kind: 'photo', isKept: true } },
      { value: { kind: 'item', itemId: id, became: 'delivered', byName: '陈晓琴', code: null } },
    ])
    expect(await bring(head, written)).toMatchObject([{ value: { isKept: true } }, { value: { became: 'delivered' } }])
    expect(await record(on, worker, { visit: body, actionId: id })).toMatchObject({ kind: 'value' })

    const visits = await visitsOf(someone)
    expect(visits.map((visit) => visit.id)).toEqual([id])
    const leaves = await rowsOf(
      database,
      "select canon::jsonb ->> 'account' as account, canon::jsonb -> 'detail' ->> 'broughtInBy' as by from spine.leaves where canon::jsonb ->> 'id' = $1",
      [id],
    )
    expect(leaves).toEqual([{ account: worker.accountId, by: head.accountId }])
  })

  test('and was sent by the device before has the same outcome, and no second effect', async () => {
    const [{ worker, box, file }, someone] = [await device(), await person(on)]
    const id = await keep(box, visitTo(someone))
    await record(on, worker, { visit: visitTo(someone), actionId: id })

    expect(await bring(head, await file())).toMatchObject([{ value: { became: 'delivered' } }])

    expect(await visitsOf(someone)).toHaveLength(1)
  })

  test('and the server does not take waits as a claim for a person, once', async () => {
    const [{ box, file }, someone] = [await device(), await person(on)]
    const id = await keep(box, visitTo(someone, { doneOn: '2036-01-01' }))
    const written = await file()

    for (let time = 0; time < 2; time += 1)
      expect(await bring(head, written)).toMatchObject([{ value: { became: 'claimed', code: 'in-the-future' } }])

    const claims = await rowsOf(database, 'select person_id, code from casework.field_claims where item_id = $1', [id])
    expect(claims).toEqual([{ person_id: someone.id, code: 'in-the-future' }])
    expect(await visitsOf(someone)).toEqual([])
  })

  test('is written by whoever may not do it any more: a claim, and no effect', async () => {
    const [{ worker, box, file }, someone] = [await device(), await person(on)]
    const id = await keep(box, visitTo(someone))
    await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', (tx) =>
      tx.query("update access.accounts set status = 'disabled' where id = $1", [worker.accountId]),
    )

    expect(await bring(head, await file())).toMatchObject([{ value: { became: 'claimed', code: 'account-closed' } }])

    const claims = await rowsOf(database, 'select made_by, by_name from casework.field_claims where item_id = $1', [id])
    expect(claims).toEqual([{ made_by: worker.accountId, by_name: '陈晓琴' }])
    expect(await visitsOf(someone)).toEqual([])
  })

  test('reaches no further than its author: somebody of the next village is not found', async () => {
    const [{ box, file }, neighbour] = [await device(), await person(on, { unitCode: NEIGHBOUR })]
    await keep(box, visitTo(neighbour))

    expect(await bring(head, await file())).toMatchObject([{ value: { became: 'claimed', code: expect.stringMatching(/not-found$/) } }])

    expect(await visitsOf(neighbour)).toEqual([])
  })

  test('is brought in after the lease has run out or was revoked, by the security administrator as well, who sees nobody', async () => {
    const [{ lease, box, file }, someone] = [await device(), await person(on)]
    await keep(box, visitTo(someone))
    await doCasework(on, head, { name: 'field.revoke', input: { leaseId: lease.leaseId, reason: '手机遗失' } })

    const answers = await bring(actor({ role: 'securityAdministrator', unitCode: YUBEI }), await file())

    expect(answers).toMatchObject([{ value: { became: 'delivered' } }])
    expect(JSON.stringify(answers)).not.toContain(someone.id)
  })

  test('is brought in by nobody of another place, and not by the worker', async () => {
    const [{ worker, box, file }, someone] = [await device(), await person(on)]
    await keep(box, visitTo(someone))
    const written = await file()

    expect(await bring(worker, written)).toMatchObject([{ problem: { code: 'not-permitted' } }])
    expect(await bring(actor({ role: 'townshipHead', unitCode: `${ELSEWHERE.slice(0, 9)}000` as UnitCode }), written)).toMatchObject([
      { problem: { code: 'not-found' } },
    ])
    expect(await bring(head, written, { leaseId: uuidv7() })).toMatchObject([{ problem: { code: 'not-found' } }])
    expect(await visitsOf(someone)).toEqual([])
  })
})

describe('a file that is not what was written', () => {
  async function written() {
    const [{ box, file }, someone] = [await device(), await person(on)]
    await keep(box, visitTo(someone))
    await keep(box, visitTo(someone, { note: '第二次' }))
    const all = await file()
    const [first] = all.parts
    if (!first) throw new Error('the file has no parts')
    return { file: { ...all, parts: [first] }, first, someone }
  }

  test('cut short in a part is refused', async () => {
    const { file, first } = await written()

    expect(await bring(head, file, { sealed: first.sealed.slice(0, 40) })).toMatchObject([{ refusal: { code: 'cut-short' } }])
  })

  test('cut short between lines says how much is missing, and the rest can be brought in', async () => {
    const [{ lease, box }, someone] = [await device(), await person(on)]
    for (let n = 0; n < 3; n += 1) await keep(box, visitTo(someone, { note: `${n}` }))
    const text = await writeFile(box, await box.list(), lease)

    const cut = whole(readFile(text.slice(0, text.length - 60)))

    expect(cut).toMatchObject({ kind: 'file', missing: 1 })
    expect(await bring(head, cut)).toMatchObject([{ value: { became: 'delivered' } }, { value: { became: 'delivered' } }])
  })

  test.each([
    ['a changed byte', (part: FilePart) => ({ ...part, sealed: `${part.sealed[0] === 'A' ? 'B' : 'A'}${part.sealed.slice(1)}` })],
    ['a part in another’s place', (part: FilePart) => ({ ...part, part: 2 })],
    ['a part of another file', (part: FilePart) => ({ ...part, fileId: uuidv7() })],
  ])('%s is refused and does nothing', async (_, change) => {
    const { file, first, someone } = await written()

    expect(await bring(head, file, change(first))).toMatchObject([{ refusal: { code: 'tampered' } }])

    expect(await visitsOf(someone)).toEqual([])
  })

  test('is not opened with the key of another lease', async () => {
    const [{ file }, other] = [await written(), await device()]

    expect(await bring(head, file, { leaseId: other.lease.leaseId })).toMatchObject([{ refusal: { code: 'tampered' } }])
  })

  test('carries only what may be recorded without a network', async () => {
    const { box, file } = await device()
    await box.save({ action: 'person.archive', body: {}, subjects: [], label: '' })

    expect(await bring(head, await file())).toMatchObject([{ refusal: { code: 'not-readable' } }])
  })
})

test('every action that may be recorded without a network can be carried in a file', async () => {
  carryInFiles(workActions)
  const offline = [...actions, ...registryActions, ...workActions]
    .filter(({ contract }) => contract.offline)
    .map(({ contract }) => contract.name)
  const { box, file } = await device()
  for (const action of offline) await box.save({ action, body: {}, subjects: [], label: '' })

  const answers = await bring(head, await file())

  expect(answers).toMatchObject(offline.map(() => ({ value: { became: 'claimed' } })))
})
