import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresOf, plansOf, record, rowsOf, seeCasework, visitTo } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import {
  act,
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
} from '../../../../../test/world.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const worker = actor()

/** A second station at 凤鸣路, whose figures nobody else moves. */
const ownStation = (serial: number) => `${FENGMING}-${serial}` as UnitCode
const lastContactOf = async (id: string) =>
  (await rowsOf<{ last_contact_on: string | null }>(database, 'select last_contact_on from registry.people where id = $1', [id]))[0]
    ?.last_contact_on

test('a visit is recorded with its deliveries, goods and note, and moves the day of the last contact', async () => {
  const someone = await person(on)
  const visit = visitTo(someone, {
    reason: 'illness',
    way: 'phone',
    deliveries: ['help', 'honour'],
    goods: '米和油',
    goodsValueFen: '29950',
    note: '左腿旧伤加重，𠮷',
  })

  const receipt = value<{ id: string }>(await record(on, worker, { visit }))

  expect(receipt).toMatchObject({ turnouts: 1, nextDueOn: '2026-12-07' })
  expect(await lastContactOf(someone.id)).toBe(TODAY)
  expect(await seeCasework(on, worker, { name: 'visit.get', input: { visitId: receipt.id } })).toMatchObject({
    value: {
      reason: 'illness',
      way: 'phone',
      deliveries: ['help', 'honour'],
      goods: '米和油',
      goodsValueFen: '29950',
      note: '左腿旧伤加重，𠮷',
      people: [{ id: someone.id, nameMasked: '周*国' }],
      state: 'counts',
      can: { correct: true },
    },
  })
})

test('what was seen and heard is not to be read in the table', async () => {
  const someone = await person(on)
  const { id } = value<{ id: string }>(await record(on, worker, { visit: visitTo(someone, { note: '想问伤残等级' }) }))

  const [row] = await rowsOf<{ note: Buffer }>(database, 'select note from casework.visits where id = $1', [id])

  expect(row?.note.toString('utf8')).not.toContain('伤残')
})

test('a visit to three persons of a station is one visit, three turn-outs, and each of the six deliveries its own figure', async () => {
  const unitCode = ownStation(2)
  const people = [await person(on, { unitCode }), await person(on, { unitCode }), await person(on, { unitCode })]
  const [a, b, c] = people.map(({ id }) => id)

  const visit = visitTo(people, { deliveries: ['policy', 'job'], goodsValueFen: '30000' })
  const answer = await record(on, actor({ unitCode }), { visit })

  expect(answer).toMatchObject({ value: { turnouts: 3 } })
  const figures = await figuresOf(database, unitCode)
  expect(figures).toMatchObject({
    [`visit.done ${TODAY} {"way": "home", "reason": "routine"} {${a},${b},${c}}`]: '1',
    [`delivery.made ${TODAY} {"delivery": "policy"} {${a},${b},${c}}`]: '1',
    [`delivery.made ${TODAY} {"delivery": "job"} {${a},${b},${c}}`]: '1',
    [`visit.goodsFen ${TODAY} {} {}`]: '30000',
  })
  expect(Object.keys(figures).filter((key) => key.startsWith('contact.due 2026-12-07'))).toHaveLength(3)
})

test('a visit closes the plan that was due and sets the next by rule', async () => {
  const someone = await person(on, { bornOn: '1940-01-01' })
  await record(on, worker, { visit: visitTo(someone, { doneOn: '2026-04-01' }) })

  await record(on, worker, { visit: visitTo(someone) })

  expect(await plansOf(database, someone)).toEqual([
    { due_on: '2026-05-01', status: 'done', rule_code: 'monthly-elderly', reason: 'routine' },
    { due_on: '2026-07-10', status: 'due', rule_code: 'monthly-elderly', reason: 'routine' },
  ])
})

test('a visit entered late leaves the plan alone that a later visit has set', async () => {
  const someone = await person(on)
  await record(on, worker, { visit: visitTo(someone) })

  const late = await record(on, worker, { visit: visitTo(someone, { doneOn: '2026-05-01' }) })

  expect(late).toMatchObject({ value: { nextDueOn: null } })
  expect(await plansOf(database, someone)).toMatchObject([{ due_on: '2026-12-07', status: 'due' }])
  expect(await lastContactOf(someone.id)).toBe(TODAY)
})

test('two visits at once to the same person are both recorded and leave exactly one due plan', async () => {
  const someone = await person(on)

  const answers = await Promise.all([
    record(on, worker, { visit: visitTo(someone) }),
    record(on, actor({ unitCode: STREET }), { visit: visitTo(someone, { doneOn: '2026-06-09' }) }),
    record(on, actor({ unitCode: STREET }), { visit: visitTo(someone, { way: 'phone' }) }),
  ])

  expect(answers.map(({ kind }) => kind)).toEqual(['value', 'value', 'value'])
  const due = (await plansOf(database, someone)).filter(({ status }) => status === 'due')
  expect(due).toMatchObject([{ due_on: '2026-12-07' }])
})

test('the same visit sent again is answered the same and counted once', async () => {
  const unitCode = ownStation(3)
  const someone = await person(on, { unitCode })
  const [who, actionId, visit] = [actor({ unitCode }), uuidv7(), visitTo(someone)]

  const [first, again] = [await record(on, who, { visit, actionId }), await record(on, who, { visit, actionId })]

  expect(again).toEqual(first)
  expect(await rowsOf(database, 'select from casework.visits where unit_code = $1', [unitCode])).toHaveLength(1)
})

test('another visit under the same id is not recorded', async () => {
  const someone = await person(on)
  const actionId = uuidv7()
  await record(on, worker, { visit: visitTo(someone), actionId })

  const other = await record(on, worker, { visit: visitTo(someone, { way: 'video' }), actionId })

  expect(other).toEqual({ kind: 'problem', problem: { code: 'id-reused' } })
})

test('the journal leaf of a visit is about the person seen; of a visit to several it names nobody', async () => {
  const [one, other] = [await person(on), await person(on)]
  await record(on, worker, { visit: visitTo(one) })
  const who = actor()
  await record(on, who, { visit: visitTo([one, other]) })

  const leaves = (accountId: string) =>
    rowsOf<{ subject_id: string | null }>(
      database,
      `select subject_id from spine.leaves where action_name = 'visit.record' and account_id = $1 order by seq desc limit 1`,
      [accountId],
    )

  expect(await leaves(worker.accountId)).toEqual([{ subject_id: one.id }])
  expect(await leaves(who.accountId)).toEqual([{ subject_id: null }])
})

test('the street records for its community, and says so', async () => {
  const someone = await person(on)

  const { id } = value<{ id: string }>(await record(on, actor({ role: 'townshipHead', unitCode: STREET }), { visit: visitTo(someone) }))

  const seen = await seeCasework(on, worker, { name: 'visit.get', input: { visitId: id } })
  expect(seen).toMatchObject({ value: { unitCode: FENGMING, madeByUnit: STREET } })
})

test.each([
  ['supervisor', YUBEI],
  ['countyApprover', YUBEI],
  ['systemAdministrator', YUBEI],
  ['securityAdministrator', YUBEI],
  ['auditAdministrator', YUBEI],
] as const)('a %s records no visit', async (role, unitCode) => {
  const someone = await person(on)

  const answer = await record(on, actor({ role, unitCode }), { visit: visitTo(someone) })

  expect(answer).toEqual({ kind: 'problem', problem: { code: 'not-permitted' } })
})

test('a stranger from the next county finds neither the station nor the visit', async () => {
  const someone = await person(on)
  const { id } = value<{ id: string }>(await record(on, worker, { visit: visitTo(someone) }))
  const stranger = actor({ role: 'countyOfficer', unitCode: BANAN })
  const notFound = { kind: 'problem', problem: { code: 'not-found' } }

  expect(await record(on, stranger, { visit: visitTo(someone) })).toEqual(notFound)
  expect(await seeCasework(on, stranger, { name: 'visit.get', input: { visitId: id } })).toEqual(notFound)
  expect(await seeCasework(on, stranger, { name: 'visit.list', input: { place: FENGMING } })).toEqual(notFound)
  expect(await seeCasework(on, stranger, { name: 'visit.list', input: { personId: someone.id } })).toEqual({
    kind: 'value',
    value: { rows: [] },
  })
})

test('a worker who names a stranger’s client at their own station is told that nobody is found', async () => {
  const stranger = await person(on, { unitCode: ELSEWHERE })

  const answer = await record(on, worker, { visit: visitTo({ ...stranger, unitCode: FENGMING }) })

  expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'person-not-found', personIds: [stranger.id] } })
})

test('the client of another station of the street is refused, and nothing is left behind', async () => {
  const neighbour = await person(on, { unitCode: NEIGHBOUR })

  const answer = await record(on, actor({ unitCode: STREET }), { visit: visitTo({ ...neighbour, unitCode: FENGMING }) })

  expect(answer).toEqual({ kind: 'refusal', refusal: { code: 'at-another-station', personIds: [neighbour.id] } })
  expect(await lastContactOf(neighbour.id)).toBeNull()
})

test.each([
  ['tomorrow', '2026-06-11', { code: 'in-the-future', today: TODAY }],
  ['the day before birth', '1962-07-31', { code: 'before-birth' }],
])('a visit on %s is refused', async (_when, doneOn, refusal) => {
  const someone = await person(on, { bornOn: '1962-08-01' })

  const answer = await record(on, worker, { visit: visitTo(someone, { doneOn }) })

  expect(answer).toMatchObject({ kind: 'refusal', refusal })
})

test.each([TODAY, '1962-08-01'])('a visit on %s, the last and the first day that can be, is recorded', async (doneOn) => {
  const someone = await person(on, { bornOn: '1962-08-01' })

  expect((await record(on, worker, { visit: visitTo(someone, { doneOn }) })).kind).toBe('value')
})

test('after a death only the family is visited, in condolence, and nothing is planned', async () => {
  const someone = await person(on)
  const death = { personId: someone.id, deceasedOn: '2026-06-01', document: '死亡证明 1 号', reason: '家属报告' }
  value(await act(on, worker, { name: 'person.recordDeath', input: death }))

  const routine = await record(on, worker, { visit: visitTo(someone) })
  const before = await record(on, worker, { visit: visitTo(someone, { doneOn: '2026-05-31' }) })
  const condolence = await record(on, worker, { visit: visitTo(someone, { reason: 'death' }) })

  expect(routine).toEqual({ kind: 'refusal', refusal: { code: 'after-death', personId: someone.id, deceasedOn: '2026-06-01' } })
  expect([before.kind, condolence.kind]).toEqual(['value', 'value'])
  expect(await plansOf(database, someone)).toEqual([])
})

test.each([
  ['nobody', { personIds: [] }],
  ['a day that is none', { doneOn: '2026-02-30' }],
  ['goods of a negative value', { goodsValueFen: '-1' }],
  ['a note of ten thousand signs', { note: '长'.repeat(10_000) }],
  ['a control sign in the goods', { goods: '米\u0000油' }],
  ['a seventh delivery', { deliveries: ['policy', 'skill', 'job', 'help', 'safeguard', 'honour', 'money'] }],
])('a visit with %s is invalid', async (_what, fields) => {
  const someone = await person(on)

  const answer = await record(on, worker, { visit: visitTo(someone, fields) })

  expect(answer).toMatchObject({ kind: 'problem', problem: { code: 'invalid-input' } })
})

test('who may only read sees the visit without its note and may not correct it', async () => {
  const someone = await person(on)
  const { id } = value<{ id: string }>(await record(on, worker, { visit: visitTo(someone, { note: '家里老伴住院' }) }))

  const seen = await seeCasework(on, actor({ role: 'supervisor', unitCode: YUBEI }), { name: 'visit.get', input: { visitId: id } })

  expect(seen).toMatchObject({ value: { note: null, can: { correct: false } } })
})
