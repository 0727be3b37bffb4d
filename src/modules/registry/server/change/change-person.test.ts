import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const worker = world.actor()
const reason = '本人来电更正'
const doing = (name: string, input: unknown, who = worker): Promise<Answer> => world.act(ground, who, { name, input })
const seeing = async (name: string, input: unknown) =>
  world.value<{ rows: Record<string, unknown>[] }>(await world.see(ground, worker, { name, input }))
const fileOf = async (personId: string) => world.value(await world.see(ground, worker, { name: 'person.get', input: { personId } }))

describe('a change of a file', () => {
  test('is a version with its author, reason and masked values before and after', async () => {
    const { id } = await world.person(ground, { phone: '10012344821' })

    const answer = await doing('person.change', { personId: id, version: 1, changes: { phone: '10012349999', living: 'alone' }, reason })

    expect(world.value(answer)).toMatchObject({ personId: id, version: 2 })
    const { rows } = await seeing('person.versions', { personId: id })
    expect(rows[0]).toEqual({
      version: 2,
      changedAt: world.NOW,
      changedBy: worker.accountId,
      reason,
      source: null,
      changes: [
        { field: 'phone', before: '100****4821', after: '100****9999' },
        { field: 'living', before: null, after: 'alone' },
      ],
    })
    expect(rows[1]).toMatchObject({ version: 1, reason: '建档' })
  })

  test('leaves what it does not name, and empties what is null', async () => {
    const { id } = await world.person(ground, { phone: '10012344821', address: '凤鸣路18号3单元502' })

    await doing('person.change', { personId: id, version: 1, changes: { address: null }, reason })

    expect(await fileOf(id)).toMatchObject({ phoneMasked: '100****4821', addressMasked: null })
  })

  test('that changes nothing makes no version', async () => {
    const { id } = await world.person(ground, { phone: '10012344821' })

    const answer = await doing('person.change', { personId: id, version: 1, changes: { phone: '100-1234-4821' }, reason })

    expect(world.value(answer)).toMatchObject({ version: 1 })
  })

  test('needs a reason', async () => {
    const { id } = await world.person(ground)

    expect(await doing('person.change', { personId: id, version: 1, changes: { living: 'alone' }, reason: ' ' })).toMatchObject({
      kind: 'problem',
      problem: { code: 'invalid-input', issues: [{ path: 'reason', code: 'too-short' }] },
    })
  })

  test('cannot take away the name', async () => {
    const { id } = await world.person(ground)

    expect(await doing('person.change', { personId: id, version: 1, changes: { name: ' ' }, reason })).toMatchObject({
      refusal: { code: 'invalid-fields', issues: [{ field: 'name', code: 'missing' }] },
    })
  })

  test('of the id number moves the citizen’s entry and frees the old number', async () => {
    const wrong = await world.person(ground)
    const right = world.citizenId({ bornOn: '1963-02-02' })

    await doing('person.change', { personId: wrong.id, version: 1, changes: { citizenId: right }, reason })

    expect(await fileOf(wrong.id)).toMatchObject({ birthYear: 1963 })
    expect(await doing('person.capture', world.capture({ citizenId: right }))).toMatchObject({ refusal: { code: 'already-registered' } })
    expect(await doing('person.capture', world.capture({ citizenId: wrong.citizenId }))).toMatchObject({ kind: 'value' })
  })

  test('of the id number to that of a twin is refused and changes nothing', async () => {
    const { id } = await world.person(ground)
    const twin = await world.person(ground, { unitCode: world.ELSEWHERE })

    const answer = await doing('person.change', { personId: id, version: 1, changes: { citizenId: twin.citizenId }, reason })

    expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'registered-elsewhere' } })
    expect(await fileOf(id)).toMatchObject({ version: 1 })
  })
})

describe('two clerks with the same file', () => {
  test('who save the same field at once: one is told which field the other changed', async () => {
    const { id } = await world.person(ground)
    const edit = (phone: string) => doing('person.change', { personId: id, version: 1, changes: { phone }, reason })

    const answers = await Promise.all([edit('10011111111'), edit('10022222222')])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers.find(({ kind }) => kind === 'refusal')).toEqual({
      kind: 'refusal',
      refusal: { code: 'changed-meanwhile', version: 2, fields: ['phone'] },
    })
  })

  test('who save different fields at once both keep their work', async () => {
    const { id } = await world.person(ground)
    const edit = (changes: object) => doing('person.change', { personId: id, version: 1, changes, reason })

    const answers = await Promise.all([edit({ phone: '10011111111' }), edit({ living: 'alone' })])

    expect(answers.map(({ kind }) => kind)).toEqual(['value', 'value'])
    expect(await fileOf(id)).toMatchObject({ version: 3, phoneMasked: '100****1111', living: 'alone' })
  })

  test('a version that is yet to come is nobody’s', async () => {
    const { id } = await world.person(ground)

    expect(await doing('person.change', { personId: id, version: 7, changes: { living: 'alone' }, reason })).toMatchObject({
      refusal: { code: 'changed-meanwhile', version: 1 },
    })
  })
})

describe('a number that moves the day of birth', () => {
  const service = [{ enlistedOn: '1980-12-01' as never, dischargedOn: '1984-11-30' as never }]

  test('past the service is refused at the number, which is what was typed', async () => {
    const { id } = await world.person(ground, { service })
    const correct = (bornOn: string) =>
      doing('person.change', { personId: id, version: 1, changes: { citizenId: world.citizenId({ bornOn }) }, reason })

    expect(await correct('1971-02-02')).toMatchObject({
      refusal: { code: 'invalid-fields', issues: [{ field: 'citizenId', code: 'too-young', params: { age: 9 } }] },
    })
    expect(await correct('1981-02-02')).toMatchObject({ refusal: { issues: [{ field: 'citizenId', code: 'before-birth' }] } })
    expect(await correct('1961-02-02')).toMatchObject({ kind: 'value' })
  })

  test('is not held against what two merged files said differently of the same service', async () => {
    const officer = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })
    const [kept, gone] = [
      await world.person(ground, { service }),
      await world.person(ground, { service: [{ enlistedOn: '1980-12-10' as never, dischargedOn: '1984-11-30' as never }] }),
    ]
    const pair = { keptId: kept.id, keptVersion: 1, mergedId: gone.id, mergedVersion: 1, take: [] }
    await doing('person.merge', { ...pair, reason: '同一人' }, officer)

    const phone = await doing('person.change', { personId: kept.id, version: 2, changes: { phone: '10012349999' }, reason })
    const number = world.citizenId({ bornOn: '1962-08-11' })
    const corrected = await doing('person.change', { personId: kept.id, version: 3, changes: { citizenId: number }, reason })

    expect([phone, corrected]).toMatchObject([{ kind: 'value' }, { kind: 'value' }])
  })
})

describe('parts of a file', () => {
  test('spells of service are set as a whole and keep their ids', async () => {
    const { id } = await world.person(ground, { service: [{ enlistedOn: '1980-12-01' as never }] })
    const before = await fileOf(id)

    await doing('person.setService', {
      personId: id,
      version: 1,
      service: [{ enlistedOn: '1980-12-01', dischargedOn: '1984-11-30' }],
      reason,
    })

    const [was, is] = [before, await fileOf(id)].map((file) => (file as { service: { id: string; dischargedOn: string }[] }).service[0])
    expect(is).toMatchObject({ id: was?.id, dischargedOn: '1984-11-30' })
  })

  test('an identity is added once, moves along, and ends', async () => {
    const { id } = await world.person(ground)
    const identity = { classCode: 'WAR', basis: '证 1' }

    const { id: identityId } = world.value<{ id: string }>(await doing('identity.add', { personId: id, identity, reason }))

    const about = { personId: id, identityId, reason }
    expect(await doing('identity.add', { personId: id, identity, reason })).toMatchObject({ refusal: { code: 'already-held' } })
    expect(await doing('identity.setStatus', { ...about, status: 'confirmed' })).toMatchObject({
      refusal: { code: 'not-from-here', status: 'claimed' },
    })
    expect(await doing('identity.setStatus', { ...about, status: 'evidenceChecked' })).toMatchObject({ kind: 'value' })
    expect(await doing('identity.end', { ...about, toOn: '2026-06-11' })).toMatchObject({
      refusal: { issues: [{ field: 'toOn', code: 'in-future' }] },
    })
    expect(await doing('identity.end', { ...about, toOn: '2026-06-10' })).toMatchObject({ kind: 'value' })
    expect(await doing('identity.end', { ...about, toOn: '2026-06-10' })).toMatchObject({ refusal: { code: 'no-such-part' } })
    expect(await fileOf(id)).toMatchObject({ identities: [{ classCode: 'WAR', status: 'ended', toOn: '2026-06-10' }] })
  })

  test('kin are added, changed and taken off; the versions remember', async () => {
    const { id } = await world.person(ground)
    const kin = { relation: 'son', name: '周小明', phone: '10012345678' }

    const { id: kinId } = world.value<{ id: string }>(await doing('kin.add', { personId: id, kin, reason }))
    await doing('kin.change', { personId: id, kinId, changes: { isContact: true }, reason })

    expect(await fileOf(id)).toMatchObject({ kin: [{ id: kinId, nameMasked: '周*明', phoneMasked: '100****5678', isContact: true }] })
    await doing('kin.remove', { personId: id, kinId, reason })
    expect(await fileOf(id)).toMatchObject({ kin: [], version: 4 })
    expect(await doing('kin.remove', { personId: id, kinId, reason })).toMatchObject({ refusal: { code: 'no-such-part' } })
  })
})

describe('the history of a list', () => {
  test('says what a change of kin or of service was, masked, and nothing of what stayed', async () => {
    const { id } = await world.person(ground, { service: [{ enlistedOn: '1980-12-01' as never, combat: false }] })
    const kin = { relation: 'son', name: '周小明', phone: '10012345678' }
    const { id: kinId } = world.value<{ id: string }>(await doing('kin.add', { personId: id, kin, reason }))
    await doing('kin.add', { personId: id, kin: { ...kin, relation: 'spouse', name: '李秀英' }, reason })
    await doing('kin.change', { personId: id, kinId, changes: { phone: '10012349999' }, reason })
    const service = [{ enlistedOn: '1979-12-01', combat: true }]
    await doing('person.setService', { personId: id, version: 4, service, reason })

    const { rows } = await seeing('person.versions', { personId: id })

    expect(rows.slice(0, 4).map(({ changes }) => changes)).toEqual([
      [{ field: 'service', before: '1980-12-01–', after: '1979-12-01– file:combat' }],
      [{ field: 'kin', before: 'kin:son 周*明 100****5678', after: 'kin:son 周*明 100****9999' }],
      [{ field: 'kin', before: null, after: 'kin:spouse 李*英 100****5678' }],
      [{ field: 'kin', before: null, after: 'kin:son 周*明 100****5678' }],
    ])
  })
})

describe('the end of a file', () => {
  const death = { document: '死亡医学证明 第 1 号', reason: '家属报告' }

  test('a death is recorded once, between birth and today, and ends nothing else', async () => {
    const { id } = await world.person(ground, { identities: [{ classCode: 'WAR' }] })

    const early = await doing('person.recordDeath', { personId: id, deceasedOn: '1962-07-31', ...death })
    const late = await doing('person.recordDeath', { personId: id, deceasedOn: '2026-06-11', ...death })
    const right = await doing('person.recordDeath', { personId: id, deceasedOn: '2026-06-01', ...death })
    const again = await doing('person.recordDeath', { personId: id, deceasedOn: '2026-06-02', ...death })

    expect(early).toMatchObject({ refusal: { issues: [{ field: 'deceasedOn', code: 'before-birth' }] } })
    expect(late).toMatchObject({ refusal: { issues: [{ field: 'deceasedOn', code: 'in-future' }] } })
    expect(right).toMatchObject({ kind: 'value' })
    expect(again).toMatchObject({ refusal: { code: 'already-recorded', deceasedOn: '2026-06-01' } })
    expect(await fileOf(id)).toMatchObject({ status: 'deceased', identities: [{ classCode: 'WAR', status: 'claimed' }] })
  })

  test('an archived file can be read, not changed, and is found no more', async () => {
    const { id } = await world.person(ground, { name: '钟离归山' })

    await doing('person.archive', { personId: id, version: 1, ground: 'emigrated', reason: '移居国外' })

    expect(await fileOf(id)).toMatchObject({ status: 'archived', can: { change: false, transfer: false } })
    expect(await doing('person.change', { personId: id, version: 2, changes: { living: 'alone' }, reason })).toMatchObject({
      refusal: { code: 'file-closed' },
    })
    expect(await seeing('person.find', { query: '归山' })).toEqual({ rows: [] })
  })

  test('an archived file holds the citizen’s number, and is opened again and found', async () => {
    const { id, citizenId } = await world.person(ground, { name: '闻人归来' })
    await doing('person.archive', { personId: id, version: 1, ground: 'emigrated', reason: '移居国外' })

    const again = await doing('person.capture', world.capture({ citizenId }))
    const reopened = await doing('person.reopen', { personId: id, reason: '回国定居' })
    const twice = await doing('person.reopen', { personId: id, reason: '回国定居' })

    expect(again).toEqual({ kind: 'refusal', refusal: { code: 'already-registered', personId: id } })
    expect(reopened).toMatchObject({ kind: 'value', value: { version: 3 } })
    expect(twice).toEqual({ kind: 'refusal', refusal: { code: 'not-archived' } })
    expect(await fileOf(id)).toMatchObject({ status: 'active' })
    expect((await seeing('person.find', { query: '归来' })).rows).toHaveLength(1)
  })
})

describe('who may not', () => {
  test.each([
    ['person.change', { version: 1, changes: { living: 'alone' }, reason }],
    ['person.setService', { version: 1, service: [], reason }],
    ['person.recordDeath', { deceasedOn: '2026-06-01', document: '证明', reason }],
    ['identity.add', { identity: { classCode: 'WAR' }, reason }],
    ['kin.add', { kin: { relation: 'son', name: '周小明' }, reason }],
    ['person.archive', { version: 1, ground: 'error', reason }],
  ])('%s: a stranger finds nobody, a supervisor may not', async (name, input) => {
    const { id } = await world.person(ground)
    const message = { personId: id, ...input }

    expect(await doing(name, message, world.actor({ unitCode: world.ELSEWHERE }))).toEqual({
      kind: 'problem',
      problem: { code: 'not-found' },
    })
    expect(await doing(name, message, world.actor({ role: 'supervisor', unitCode: world.YUBEI }))).toEqual({
      kind: 'problem',
      problem: { code: 'not-permitted' },
    })
    expect(await doing(name, message)).toMatchObject({ kind: 'value' })
  })
})
