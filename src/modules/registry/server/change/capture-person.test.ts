import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import { makeCitizenId } from '../../../../kernel/citizen-id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withScope } from '../../../../platform/database/scope.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const worker = world.actor()
const capturing = (input: unknown, who = worker): Promise<Answer> => world.act(ground, who, { name: 'person.capture', input })
const fileOf = async (personId: string, who = worker) =>
  world.value<Record<string, unknown>>(await world.see(ground, who, { name: 'person.get', input: { personId } }))

const issuesOf = (answer: Answer) =>
  answer.kind === 'refusal' && 'issues' in answer.refusal
    ? (answer.refusal.issues as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`)
    : answer

/** Facts about a person: kind, unit, quantity, dimensions. */
async function factsOf(personId: string): Promise<string[]> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ kind: string; unit_code: string; quantity: bigint; dimensions: Record<string, string> }>(
      'select kind, unit_code, quantity, dimensions from spine.facts where person_ids @> array[$1::uuid] order by kind, dimensions::text',
      [personId],
    ),
  )
  return rows.map((row) => `${row.kind} ${row.unit_code} ${row.quantity} ${Object.values(row.dimensions).join()}`)
}

describe('a file that is opened', () => {
  test('shows what was captured, masked, and says what is missing', async () => {
    const input = world.capture({
      name: '欧阳建国',
      phone: '１００ 1234 4821',
      address: '凤鸣路18号3单元502',
      service: [{ enlistedOn: '1980-12-01' as PlainDate, dischargedOn: '1984-11-30' as PlainDate, rankGroup: 'conscript' }],
      identities: [{ classCode: 'DIS', grade: 6, cause: 'duty', basis: '渝军残字第 1 号' }, { classCode: 'WAR' }],
      kin: [{ relation: 'spouse', name: '李秀英', phone: '10012345678', isContact: true }],
    })

    const { personId } = world.value<{ personId: string }>(await capturing(input))

    expect(await fileOf(personId)).toMatchObject({
      nameMasked: '欧阳*国',
      sex: 'male',
      age: 63,
      birthYear: 1962,
      phoneMasked: '100****4821',
      addressMasked: '凤鸣路18号3单元 ****',
      version: 1,
      identities: [
        expect.objectContaining({ classCode: 'DIS', grade: 6, status: 'claimed' }),
        expect.objectContaining({ classCode: 'WAR' }),
      ],
      kin: [expect.objectContaining({ nameMasked: '李*英', phoneMasked: '100****5678' })],
      missing: [
        'residenceRegion',
        'politicalStatus',
        'maritalStatus',
        'education',
        'employment',
        'living',
        'bankCard',
        'branch',
        'placementWay',
      ],
      can: {
        change: true,
        recordDeath: true,
        archive: true,
        reopen: false,
        unmask: true,
        merge: false,
        transfer: true,
        readVisits: true,
        recordVisit: true,
      },
    })
  })

  test('never carries the plain number, phone or name', async () => {
    const input = world.capture({ phone: '10098765432', name: '司马相如' })
    const { personId } = world.value<{ personId: string }>(await capturing(input))

    const said = JSON.stringify(await fileOf(personId))

    for (const secret of [input.person.citizenId, '10098765432', '司马相如', '1962-08-01']) expect(said).not.toContain(secret)
  })

  test('counts one registered person and each identity held', async () => {
    const input = world.capture({ identities: [{ classCode: 'WAR' }] })
    const { personId } = world.value<{ personId: string }>(await capturing(input))

    expect(await factsOf(personId)).toEqual([
      `identity.held ${world.FENGMING} 1 WAR`,
      `person.captured ${world.FENGMING} 1 male`,
      `person.registered ${world.FENGMING} 1 male`,
    ])
  })

  test.each(['𠮷志强', '买买提·吐尔逊', '阿依古丽・买买提', '王', '㐂来'])('%s is a name', async (name) => {
    expect(await capturing(world.capture({ name }))).toMatchObject({ kind: 'value' })
  })
})

describe('what cannot be is refused field by field', () => {
  const number = makeCitizenId({ region6: '991234', bornOn: '1990-05-05' as PlainDate, sequence: 2 })
  const refused: [string, Parameters<typeof world.capture>[0], string[]][] = [
    ['a wrong check digit', { citizenId: `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}` }, ['citizenId wrong-checksum']],
    ['an impossible date', { citizenId: '991234199002300017' }, ['citizenId impossible-date']],
    ['a number of the wrong length', { citizenId: '12345' }, ['citizenId wrong-length']],
    ['a picture for a name', { name: '建国😀' }, ['name not-a-name']],
    ['a character of the private area', { name: '张\ue123' }, ['name private-character']],
    ['two phones in one field', { phone: '10012344821/10012344822' }, ['phone two-numbers']],
    ['an unknown household', { householdRegion: '500112999999' as never }, ['householdRegion unknown-region']],
    ['an abolished household', { householdRegion: '500112017009' as never }, ['householdRegion abolished-region']],
    ['a discharge to come', { service: [{ dischargedOn: '2026-06-11' as PlainDate }] }, ['service.0.dischargedOn in-future']],
    ['a soldier of twelve', { service: [{ enlistedOn: '1974-08-02' as PlainDate }] }, ['service.0.enlistedOn too-young']],
    [
      'a discharge before the enlistment',
      { service: [{ enlistedOn: '1982-01-01' as PlainDate, dischargedOn: '1981-01-01' as PlainDate }] },
      ['service.0.dischargedOn out-of-order'],
    ],
    ['an illness of grade 7', { identities: [{ classCode: 'DIS', grade: 7, cause: 'illness' }] }, ['identities.0.grade not-for-illness']],
    ['a disability without a grade', { identities: [{ classCode: 'DIS', cause: 'war' }] }, ['identities.0.grade missing']],
    ['a class nobody knows', { identities: [{ classCode: 'HERO' }] }, ['identities.0.classCode unknown-class']],
    ['a class twice', { identities: [{ classCode: 'WAR' }, { classCode: 'WAR' }] }, ['identities.1.classCode held-twice']],
    [
      'a station that is not',
      { unitCode: '500112017999' as never, householdRegion: world.FENGMING.slice(0, 12) as never },
      ['unitCode unknown-region'],
    ],
  ]

  test.each(refused)('%s', async (_what, given, issues) => {
    const officer = world.actor({ role: 'countyOfficer', unitCode: world.YUBEI })

    expect(issuesOf(await capturing(world.capture(given), officer))).toEqual(issues)
  })

  test('sex and birth that differ from the number', async () => {
    const input = world.capture()

    const answer = await capturing({ ...input, person: { ...input.person, sex: 'female', bornOn: '1962-08-02' } })

    expect(issuesOf(answer)).toEqual(['sex sex-differs', 'bornOn born-differs'])
  })

  test('ten megabytes of text is too long, whatever else it is', async () => {
    const answer = await capturing(world.capture({ address: '长'.repeat(10_000_000) }))

    expect(answer).toMatchObject({
      kind: 'problem',
      problem: { code: 'invalid-input', issues: [{ path: 'person.address', code: 'too-long' }] },
    })
  })
})

describe('one citizen, one file', () => {
  test('a twin in one’s own range is named', async () => {
    const known = await world.person(ground)

    const answer = await capturing(world.capture({ citizenId: known.citizenId }))

    expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'already-registered', personId: known.id } })
  })

  test('a twin elsewhere is not: only that there is one', async () => {
    const known = await world.person(ground, { unitCode: world.ELSEWHERE })

    const answer = await capturing(world.capture({ citizenId: known.citizenId }))

    expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'registered-elsewhere' } })
  })

  test('of two clerks at once one is first', async () => {
    const number = world.citizenId()

    const answers = await Promise.all([capturing(world.capture({ citizenId: number })), capturing(world.capture({ citizenId: number }))])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers.find(({ kind }) => kind === 'refusal')).toMatchObject({ refusal: { code: 'already-registered' } })
  })

  test('the same action again is the same file', async () => {
    const what = { name: 'person.capture', input: world.capture(), actionId: '0197f000-0000-7000-8000-000000000001' }

    const [first, again] = [await world.act(ground, worker, what), await world.act(ground, worker, what)]

    expect(again).toEqual(first)
  })
})

describe('who may not', () => {
  test('a supervisor opens no file', async () => {
    const supervisor = world.actor({ role: 'supervisor', unitCode: world.YUBEI })

    expect(await capturing(world.capture(), supervisor)).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
  })

  test('a stranger’s station does not exist', async () => {
    const stranger = world.actor({ unitCode: world.ELSEWHERE })

    expect(await capturing(world.capture(), stranger)).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
  })

  test.each(['person.get', 'person.versions', 'person.timeline', 'person.unmaskings'])(
    '%s of a stranger’s person is not found',
    async (name) => {
      const { id } = await world.person(ground)
      const stranger = world.actor({ unitCode: world.ELSEWHERE })

      expect(await world.see(ground, worker, { name, input: { personId: id } })).toMatchObject({ kind: 'value' })
      expect(await world.see(ground, stranger, { name, input: { personId: id } })).toEqual({
        kind: 'problem',
        problem: { code: 'not-found' },
      })
    },
  )
})
