import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRotated } from '../../../../test/close-rotated.ts'
import { openTestDatabase, type TestDatabase } from '../../../../test/database/clone.ts'
import { doWork, seeWork, study, team, workFigures } from '../../../../test/work-world.ts'
import {
  actor,
  BANAN,
  divisions,
  ELSEWHERE,
  FENGMING,
  ground,
  NEIGHBOUR,
  person,
  STREET,
  TODAY,
  value,
  YUBEI,
} from '../../../../test/world.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import type { Ground } from '../../../platform/actions/run-action.ts'
import type { WorkRecord } from '../contract.ts'
import { sealedTables } from './sealed-tables.ts'

let database: TestDatabase
let on: Ground
const worker = actor()
const officer = actor({ unitCode: YUBEI, role: 'countyOfficer' })
const supervisor = actor({ unitCode: YUBEI, role: 'supervisor' })
const neighbour = actor({ unitCode: BANAN, role: 'countyOfficer' })

beforeAll(async () => {
  database = await openTestDatabase()
  on = ground(database)
  await divisions(database)
})
afterAll(() => closeRotated(database, sealedTables, 'worklog.records'))

const record = (input: object, who = worker, actionId?: string) =>
  doWork(on, who, { name: 'work.record', input, ...(actionId ? { actionId } : {}) })
const idOf = async (input: object, who = worker) => value<{ id: string }>(await record(input, who)).id
const see = async (recordId: string, who = worker) => await seeWork(on, who, { name: 'work.get', input: { recordId } })
const refused = (code: string, more: object = {}) => ({ kind: 'refusal', refusal: { code, ...more } })
const NOT_FOUND = { kind: 'problem', problem: { code: 'not-found' } }

/** A place of its own for each test that counts. */
const STATIONS = ['500112017005-2', '500112017005-3', '500112017005-4', '500112017005-5'] as const
const station = (at: 0 | 1 | 2 | 3) => STATIONS[at] as UnitCode

describe('what was done', () => {
  test('is recorded with its numbers, and counts once for its kind, once for each number, once for its function', async () => {
    await idOf({
      kind: 'jobFair',
      unitCode: station(0),
      on: TODAY,
      values: { form: 'spring', employers: '59', trades: '177', jobs: '3000', title: '春风行动' },
    })

    expect(await workFigures(database, { unitCode: station(0) })).toEqual({
      'work.jobFair {"form": "spring"}': 1,
      'work.jobFairEmployers {"form": "spring"}': 59,
      'work.jobFairTrades {"form": "spring"}': 177,
      'work.jobFairJobs {"form": "spring"}': 3000,
      'work.done {"duty": "employment"}': 1,
    })
  })

  test('sent twice with one id is one record with one answer', async () => {
    const id = uuidv7()

    const answers = [await record(study({ unitCode: NEIGHBOUR }), officer, id), await record(study({ unitCode: NEIGHBOUR }), officer, id)]

    expect(answers[1]).toEqual(answers[0])
    expect(await workFigures(database, { unitCode: NEIGHBOUR })).toMatchObject({ 'work.study {}': 1 })
  })

  test('keeps notes sealed: a supervisor reads the record without them, the database no word of them', async () => {
    const id = await idOf({ kind: 'meeting', unitCode: FENGMING, on: TODAY, values: { type: 'work', minutes: '老周的儿子要找工作' } })

    const rows = await database.ownerPool.query<{ whole: string }>('select r::text as whole from worklog.records r where id = $1', [id])

    expect(rows.rows[0]?.whole).not.toContain('老周')
    expect(value<{ record: WorkRecord }>(await see(id)).record.values).toEqual({ type: 'work', minutes: '老周的儿子要找工作' })
    expect(value<{ record: WorkRecord }>(await see(id, supervisor)).record.values).toEqual({ type: 'work' })
  })

  test('may name persons of the bureau, who are shown masked', async () => {
    const someone = await person(on)

    const id = await idOf({
      kind: 'volunteerActivity',
      unitCode: FENGMING,
      on: TODAY,
      values: { type: 'exam', people: '1' },
      personIds: [someone.id],
    })

    expect(value<{ record: WorkRecord }>(await see(id)).record.people).toEqual([{ id: someone.id, nameMasked: '周*国' }])
  })

  test.each([
    ['of no kind', { kind: 'nothing' }, refused('unknown-kind')],
    ['tomorrow', { on: '2026-06-11' }, refused('in-the-future', { today: TODAY })],
    ['in the year 26', { on: '0026-06-10' }, { problem: { code: 'invalid-input', issues: [{ path: 'on', code: 'not-a-day' }] } }],
    ['with an end, where nothing lasts', { until: '2026-07-01' }, refused('never-ends')],
    [
      'with more satisfied than were asked',
      { kind: 'gainSurvey', values: { asked: '98', satisfied: '980', by: '县统计局' } },
      refused('values-wrong', { faults: [{ field: 'satisfied', why: 'above-whole' }] }),
    ],
    [
      'with an amount that nobody gives',
      { kind: 'aid', values: { fund: 'care', stage: 'granted', people: '1', amount: '999999999999999999' } },
      refused('values-wrong', { faults: [{ field: 'amount', why: 'too-large' }] }),
    ],
    ['without what must be said', { values: {} }, refused('values-wrong', { faults: [{ field: 'title', why: 'missing' }] })],
    [
      'with what nobody asked',
      { values: { title: '法', colour: '红' } },
      refused('values-wrong', { faults: [{ field: 'colour', why: 'unknown-field' }] }),
    ],
    [
      'with a number in words',
      { values: { title: '法', people: '十人' } },
      refused('values-wrong', { faults: [{ field: 'people', why: 'not-a-number' }] }),
    ],
    [
      'with a number below nothing',
      { values: { title: '法', people: '-3' } },
      refused('values-wrong', { faults: [{ field: 'people', why: 'not-a-number' }] }),
    ],
    ['at a place that there is not', { unitCode: '500112017099' }, refused('unknown-place')],
    ['with an organisation, where none is asked', { organisation: { name: '某公司' } }, refused('names-no-organisation')],
  ])('%s is refused', async (_what, change, answer) => {
    expect(await record(study(change), officer)).toMatchObject(answer)
  })

  test('that only a county records is refused in a village', async () => {
    const contest = { kind: 'contest', on: TODAY, values: { level: 'county', stage: 'final', edition: '1' } }

    expect(await record({ ...contest, unitCode: FENGMING })).toMatchObject(refused('not-at-this-tier'))
    expect(await record({ ...contest, unitCode: YUBEI }, officer)).toMatchObject({ kind: 'value' })
  })

  test('naming a stranger, or somebody of another bureau, is as if there were no such person', async () => {
    const elsewhere = await person(on, { unitCode: ELSEWHERE })
    const task = { kind: 'volunteerActivity', unitCode: FENGMING, on: TODAY, values: { type: 'exam', people: '1' } }

    for (const id of [elsewhere.id, uuidv7()])
      expect(await record({ ...task, personIds: [id] })).toEqual(refused('person-not-found', { personIds: [id] }))
  })

  test('is nobody’s business next door, and a reader writes none', async () => {
    const id = await idOf(study())

    expect(await record(study(), neighbour)).toEqual(NOT_FOUND)
    expect(await see(id, neighbour)).toEqual(NOT_FOUND)
    expect(await record(study(), supervisor)).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
  })
})

describe('what stands since a day', () => {
  test('counts from that day until the day on which it ended', async () => {
    const unitCode = station(1)
    const id = await idOf(team({ unitCode }))

    const ended = await doWork(on, worker, { name: 'work.end', input: { recordId: id, endedOn: '2026-05-01', reason: '解散' } })

    expect(ended).toEqual({ kind: 'value', value: { id } })
    expect(await workFigures(database, { unitCode, upTo: '2026-02-28' })).toEqual({})
    expect(await workFigures(database, { unitCode, upTo: '2026-04-30' })).toEqual({ 'work.team {}': 1, 'work.teamMembers {}': 12 })
    expect(await workFigures(database, { unitCode, upTo: '2026-05-01' })).toEqual({})
    expect(value<{ record: WorkRecord }>(await see(id)).record).toMatchObject({ state: 'ended', until: '2026-05-01' })
  })

  test.each([
    ['twice', '2026-04-01', '2026-05-01', refused('already-ended', { endedOn: '2026-05-01' })],
    ['before it began', '2026-03-01', undefined, refused('ends-before-start', { on: '2026-03-01' })],
    ['tomorrow', '2026-06-11', undefined, refused('in-the-future', { today: TODAY })],
  ])('does not end %s', async (_what, endedOn, until, answer) => {
    const recordId = await idOf(team(until ? { until } : {}))

    expect(await doWork(on, worker, { name: 'work.end', input: { recordId, endedOn } })).toEqual(answer)
  })

  test('is never what was done', async () => {
    const recordId = await idOf(study({ on: '2026-03-01' }))

    expect(await doWork(on, worker, { name: 'work.end', input: { recordId, endedOn: '2026-04-01' } })).toEqual(refused('never-ends'))
  })

  test('ended by two at once ends once', async () => {
    const recordId = await idOf(team({ unitCode: STREET }), officer)
    const end = () => doWork(on, officer, { name: 'work.end', input: { recordId, endedOn: '2026-04-01' } })

    const answers = await Promise.all([end(), end()])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })
})

describe('a mistake', () => {
  test('is taken back whole, its end with it, and stands again as it was', async () => {
    const unitCode = station(2)
    const recordId = await idOf(team({ unitCode }))
    value(await doWork(on, worker, { name: 'work.end', input: { recordId, endedOn: '2026-05-01' } }))

    const corrected = team({ unitCode, values: { name: '红星队', members: '15' } })
    const answer = await doWork(on, worker, { name: 'work.correct', input: { recordId, reason: '队员数记错', corrected } })

    expect(await workFigures(database, { unitCode })).toEqual({ 'work.team {}': 1, 'work.teamMembers {}': 15 })
    const { history } = value<{ history: { what: string; reason: string | null }[] }>(await see(recordId))
    expect(answer.kind).toBe('value')
    expect(history.map(({ what }) => what).toSorted()).toEqual(['counterRecord', 'ended', 'recorded', 'recordedAnew'])
  })

  test('withdrawn leaves nothing that counts, and stays to be read with its reason', async () => {
    const unitCode = station(3)
    const recordId = await idOf(study({ unitCode }))

    const { counterId } = value<{ counterId: string }>(
      await doWork(on, worker, { name: 'work.correct', input: { recordId, reason: '没有开成' } }),
    )

    expect(await workFigures(database, { unitCode })).toEqual({})
    expect(value<{ record: WorkRecord }>(await see(recordId)).record).toMatchObject({ state: 'corrected', can: { correct: false } })
    expect(value<{ record: WorkRecord }>(await see(counterId)).record).toMatchObject({ state: 'counterRecord', counterReason: '没有开成' })
  })

  test('is corrected once, never a counter-record, never to another place, and not by a neighbour', async () => {
    const recordId = await idOf(study())
    const correct = (input: object, who = worker) => doWork(on, who, { name: 'work.correct', input: { reason: '记错了', ...input } })

    expect(await correct({ recordId }, neighbour)).toEqual(NOT_FOUND)
    expect(await correct({ recordId, corrected: study({ unitCode: NEIGHBOUR }) }, officer)).toEqual(refused('elsewhere'))
    const { counterId } = value<{ counterId: string }>(await correct({ recordId }))
    expect(await correct({ recordId })).toEqual(refused('already-corrected', { by: counterId }))
    expect(await correct({ recordId: counterId })).toEqual(refused('is-a-counter-record'))
  })

  test('whose correction is itself wrong is not taken back: all or nothing', async () => {
    const recordId = await idOf(study())

    const answer = await doWork(on, worker, {
      name: 'work.correct',
      input: { recordId, reason: '记错了', corrected: study({ on: '2026-06-11' }) },
    })

    expect(answer).toMatchObject(refused('in-the-future'))
    expect(value<{ record: WorkRecord }>(await see(recordId)).record.state).toBe('counts')
  })
})

test('what names a person is found by the person, by those who see the record, and nothing else', async () => {
  const [someone, other] = [await person(on), await person(on)]
  const activity = { kind: 'volunteerActivity', unitCode: FENGMING, on: TODAY, values: { type: 'exam', people: '1' } }
  const id = await idOf({ ...activity, personIds: [someone.id] })
  await idOf({ ...activity, personIds: [other.id] })
  const found = async (who: typeof worker) =>
    value<{ rows: WorkRecord[] }>(await seeWork(on, who, { name: 'work.list', input: { personId: someone.id } })).rows.map((row) => row.id)

  expect(await found(worker)).toEqual([id])
  expect(await found(officer)).toEqual([id])
  expect(await found(neighbour)).toEqual([])
})

test('the list is paged, latest first, by kind and by days, and within the place asked', async () => {
  const place = '500112018000' as UnitCode
  await database.ownerPool.query(
    `insert into network.divisions (code, name, short_name, tier, parent_code, pinyin, initials) values ($1, '悦来街道', '悦来', 'township', $2, '', '')`,
    [place, YUBEI],
  )
  for (const day of ['2026-01-05', '2026-02-05', '2026-03-05']) await idOf(study({ unitCode: place, on: day }), officer)
  await idOf({ kind: 'meeting', unitCode: place, on: '2026-02-06', values: { type: 'work' } }, officer)
  type Page = { rows: WorkRecord[]; next?: string }
  const list = async (input: object) => value<Page>(await seeWork(on, officer, { name: 'work.list', input: { place, ...input } }))

  const first = await list({ kind: 'study', limit: 2 })
  const second = await list({ kind: 'study', limit: 2, cursor: first.next })
  const between = await list({ from: '2026-02-01', to: '2026-02-28' })

  expect([...first.rows, ...second.rows].map((row) => row.on)).toEqual(['2026-03-05', '2026-02-05', '2026-01-05'])
  expect(second.next).toBeUndefined()
  expect(between.rows.map((row) => row.kind)).toEqual(['meeting', 'study'])
})
