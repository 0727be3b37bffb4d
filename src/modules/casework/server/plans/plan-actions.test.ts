import { afterAll, beforeAll, expect, test } from 'vitest'
import { doCasework, figuresOf, plansOf, record, rowsOf, seeCasework, visitTo } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
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
} from '../../../../../test/world.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const worker = actor()
const stranger = actor({ role: 'countyOfficer', unitCode: BANAN })
const notFound = { kind: 'problem', problem: { code: 'not-found' } }
const notPermitted = { kind: 'problem', problem: { code: 'not-permitted' } }

const add = (personId: string, given: { dueOn?: string; who?: typeof worker; reason?: string } = {}) =>
  doCasework(on, given.who ?? worker, {
    name: 'plan.add',
    input: { personId, reason: given.reason ?? 'illness', dueOn: given.dueOn ?? '2026-06-15' },
  })

const drop = (planId: string, who = worker) => doCasework(on, who, { name: 'plan.drop', input: { planId, reason: '本人已搬走' } })

/** The plans by hand of somebody: how each stands, by its due day. */
async function statesByDay(someone: Parameters<typeof plansOf>[1]): Promise<Record<string, string>> {
  const byHand = (await plansOf(database, someone)).filter(({ rule_code }) => rule_code === null)
  return Object.fromEntries(byHand.map(({ due_on, status }) => [due_on, status]))
}

test('a visit planned by hand is due on its day, and done by a visit for the same reason only', async () => {
  const someone = await person(on)
  value(await add(someone.id))

  await record(on, worker, { visit: visitTo(someone) })
  const afterRoutine = (await plansOf(database, someone))[0]
  await record(on, worker, { visit: visitTo(someone, { reason: 'illness' }) })

  expect(afterRoutine).toMatchObject({ due_on: '2026-06-15', status: 'due', rule_code: null })
  expect((await plansOf(database, someone))[0]).toMatchObject({ due_on: '2026-06-15', status: 'done' })
})

test('a visit keeps the plans by hand of about its day, not those further off, and opens them again when it is taken back', async () => {
  const someone = await person(on)
  for (const dueOn of ['2026-07-11', '2026-07-12', '2026-10-01']) value(await add(someone.id, { dueOn, reason: 'hardship' }))

  const visit = value<{ id: string }>(await record(on, worker, { visit: visitTo(someone, { reason: 'hardship' }) }))
  const kept = await statesByDay(someone)
  value(await doCasework(on, worker, { name: 'visit.correct', input: { visitId: visit.id, reason: '记错了人' } }))

  expect(kept).toEqual({ '2026-07-11': 'done', '2026-07-12': 'due', '2026-10-01': 'due' })
  expect(await statesByDay(someone)).toEqual({ '2026-07-11': 'due', '2026-07-12': 'due', '2026-10-01': 'due' })
})

test('a visit keeps the next plan by hand within half a year, not the one after it, and none of next year', async () => {
  const [seenEarly, seenLast] = [await person(on), await person(on)]
  for (const dueOn of ['2026-09-01', '2026-10-01']) value(await add(seenEarly.id, { dueOn, reason: 'armyDay' }))
  value(await add(seenLast.id, { dueOn: '2027-06-10', reason: 'armyDay' }))

  value(await record(on, worker, { visit: visitTo([seenEarly, seenLast], { reason: 'armyDay' }) }))

  expect(await statesByDay(seenEarly)).toEqual({ '2026-09-01': 'done', '2026-10-01': 'due' })
  expect(await statesByDay(seenLast)).toEqual({ '2027-06-10': 'due' })
})

test('a visit is planned for today but not for yesterday', async () => {
  const someone = await person(on)

  expect((await add(someone.id, { dueOn: TODAY })).kind).toBe('value')
  expect(await add(someone.id, { dueOn: '2026-06-09' })).toEqual({ kind: 'refusal', refusal: { code: 'in-the-past', today: TODAY } })
})

test('nobody plans visits to a stranger’s client, and readers plan none', async () => {
  const [own, other] = [await person(on), await person(on, { unitCode: ELSEWHERE })]

  expect(await add(other.id)).toEqual(notFound)
  expect(await add(own.id, { who: stranger })).toEqual(notFound)
  expect(await add(own.id, { who: actor({ role: 'supervisor', unitCode: YUBEI }) })).toEqual(notPermitted)
})

test('a plan dropped before its day was never overdue', async () => {
  const someone = await person(on, { unitCode: `${FENGMING}-2` as UnitCode })
  const { id } = value<{ id: string }>(await add(someone.id))

  const answer = await drop(id)

  expect(answer.kind).toBe('value')
  expect(await figuresOf(database, someone.unitCode)).toEqual({})
})

test('a plan is closed once: dropped it is not dropped again, done it is not dropped', async () => {
  const someone = await person(on)
  const [dropped, done] = [value<{ id: string }>(await add(someone.id)).id, value<{ id: string }>(await add(someone.id)).id]
  await drop(dropped)
  await record(on, worker, { visit: visitTo(someone, { reason: 'illness' }) })

  expect(await drop(dropped)).toEqual({ kind: 'refusal', refusal: { code: 'already-closed', status: 'dropped' } })
  expect(await drop(done)).toEqual({ kind: 'refusal', refusal: { code: 'already-closed', status: 'done' } })
})

test('a stranger does not find the plan', async () => {
  const { id } = value<{ id: string }>(await add((await person(on)).id))

  expect(await drop(id, stranger)).toEqual(notFound)
})

test('an overdue plan counts from its day until the visit, and on no other day', async () => {
  const unitCode = `${FENGMING}-3` as UnitCode
  const someone = await person(on, { unitCode, bornOn: '1940-01-01' })
  await record(on, worker, { visit: visitTo(someone, { doneOn: '2026-04-01' }) })

  await record(on, worker, { visit: visitTo(someone) })

  const figures = Object.entries(await figuresOf(database, unitCode)).filter(([key]) => key.startsWith('contact.due'))
  expect(figures).toEqual([
    [`contact.due 2026-05-01 {} {${someone.id}}`, '1'],
    [`contact.due ${TODAY} {} {${someone.id}}`, '-1'],
    [`contact.due 2026-07-10 {} {${someone.id}}`, '1'],
  ])
})

const round = (who: typeof worker, input: object) =>
  doCasework(on, who, { name: 'plan.makeRound', input: { place: FENGMING, reason: 'armyDay', dueOn: '2026-08-01', ...input } })

test('a round plans one visit for each client of the place; made twice, or after some are visited, it plans nobody twice', async () => {
  const place = NEIGHBOUR
  const who = actor({ unitCode: place })
  const people = [await person(on, { unitCode: place }), await person(on, { unitCode: place })]

  const first = await round(who, { place })
  await record(on, who, { visit: visitTo(people.slice(0, 1), { reason: 'armyDay' }) })
  const again = await round(who, { place })

  expect([first, again]).toMatchObject([{ value: { planned: 2, alreadyPlanned: 0 } }, { value: { planned: 0, alreadyPlanned: 2 } }])
})

test('of two rounds at once each person is planned once', async () => {
  const someone = await person(on)

  await Promise.all([
    round(worker, { reason: 'springFestival' }),
    round(actor({ unitCode: STREET }), { place: STREET, reason: 'springFestival' }),
  ])

  expect((await plansOf(database, someone)).filter(({ reason }) => reason === 'springFestival')).toHaveLength(1)
})

test('a round for some identities leaves the others out', async () => {
  const day = (text: string) => text as PlainDate
  const identity = { classCode: 'DIS', grade: 6, cause: 'duty', basis: null, fromOn: day('2010-01-01') } as const
  const service = [{ enlistedOn: day('1980-12-01'), dischargedOn: day('1984-12-01') }]
  const disabled = await person(on, { identities: [identity], service })
  const other = await person(on)

  await round(worker, { reason: 'sixDeliveries', classCodes: ['DIS'] })

  const planned = await rowsOf<{ person_id: string }>(database, `select person_id from casework.visit_plans where reason = 'sixDeliveries'`)
  expect(planned.map(({ person_id }) => person_id)).toContain(disabled.id)
  expect(planned.map(({ person_id }) => person_id)).not.toContain(other.id)
})

test('no round is made for yesterday, for a place outside the range, or by a reader', async () => {
  expect(await round(worker, { dueOn: '2026-06-09' })).toMatchObject({ refusal: { code: 'in-the-past' } })
  expect(await round(worker, { place: ELSEWHERE })).toEqual(notFound)
  expect(await round(worker, { place: STREET })).toEqual(notFound)
  expect(await round(actor({ role: 'supervisor', unitCode: YUBEI }), {})).toEqual(notPermitted)
})

test('the list of deadlines begins with the longest overdue, pages without gap or repetition, and is its range’s own', async () => {
  const unitCode = '500112017005-9' as UnitCode
  const someone = await person(on, { unitCode })
  for (const dueOn of ['2026-06-20', TODAY, '2026-06-12', '2026-06-12', '2026-07-01']) value(await add(someone.id, { dueOn }))
  const ask = async (cursor?: string) =>
    value<{ rows: { id: string; dueOn: string; daysLeft: number }[]; next?: string }>(
      await seeCasework(on, worker, {
        name: 'plan.list',
        input: { place: FENGMING, personId: someone.id, limit: 2, ...(cursor ? { cursor } : {}) },
      }),
    )

  const one = await ask()
  const two = await ask(one.next)
  const three = await ask(two.next)

  const rows = [...one.rows, ...two.rows, ...three.rows]
  expect(rows.map(({ daysLeft }) => daysLeft)).toEqual([0, 2, 2, 10, 21])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(5)
  expect(three.next).toBeUndefined()
  expect(await seeCasework(on, stranger, { name: 'plan.list', input: { place: FENGMING } })).toEqual(notFound)
})
