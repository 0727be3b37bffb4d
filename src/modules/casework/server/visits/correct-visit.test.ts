import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doCasework, figuresOf, plansOf, record, rowsOf, seeCasework, visitTo } from '../../../../../test/casework-world.ts'
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
let serial = 1

/** A person at a station of their own: its figures are those of this person alone. */
async function someoneAlone(given: { bornOn?: string } = {}) {
  serial += 1
  return await person(on, { unitCode: `${FENGMING}-${serial}` as UnitCode, ...given })
}

const recorded = async (visit: object) => value<{ id: string }>(await record(on, worker, { visit })).id

const correct = (visitId: string, given: { corrected?: object; actionId?: string; who?: typeof worker } = {}) =>
  doCasework(on, given.who ?? worker, {
    name: 'visit.correct',
    input: { visitId, reason: '记错了人', ...(given.corrected ? { corrected: given.corrected } : {}) },
    ...(given.actionId ? { actionId: given.actionId } : {}),
  })

const lastContactOf = async (id: string) =>
  (await rowsOf<{ last_contact_on: string | null }>(database, 'select last_contact_on from registry.people where id = $1', [id]))[0]
    ?.last_contact_on

test('a visit taken back leaves no figure, no plan and no contact behind, and is still to be seen', async () => {
  const someone = await someoneAlone()
  const before = await figuresOf(database, someone.unitCode)
  const visitId = await recorded(visitTo(someone, { deliveries: ['policy', 'help'], goodsValueFen: '30000', way: 'phone' }))

  const { counterId } = value<{ counterId: string }>(await correct(visitId))

  expect(await figuresOf(database, someone.unitCode)).toEqual(before)
  expect((await plansOf(database, someone)).filter(({ status }) => status === 'due')).toEqual([])
  expect(await lastContactOf(someone.id)).toBeNull()
  const listed = await seeCasework(on, worker, { name: 'visit.list', input: { personId: someone.id } })
  expect(listed).toMatchObject({
    value: {
      rows: [
        { id: counterId, state: 'counterRecord', counterReason: '记错了人', correctsId: visitId, can: { correct: false } },
        { id: visitId, state: 'corrected', can: { correct: false } },
      ],
    },
  })
})

test('a visit taken back makes the plan due again that it had closed', async () => {
  const someone = await someoneAlone({ bornOn: '1940-01-01' })
  await recorded(visitTo(someone, { doneOn: '2026-04-01' }))
  const [figures, plans] = [await figuresOf(database, someone.unitCode), await plansOf(database, someone)]
  const visitId = await recorded(visitTo(someone))

  await correct(visitId)

  expect(await figuresOf(database, someone.unitCode)).toEqual(figures)
  expect((await plansOf(database, someone)).filter(({ status }) => status !== 'dropped')).toEqual(plans)
  expect(await lastContactOf(someone.id)).toBe('2026-04-01')
})

test('a visit corrected to another day counts on that day alone and leaves one due plan', async () => {
  const someone = await someoneAlone()
  const visitId = await recorded(visitTo(someone, { deliveries: ['job'] }))

  await correct(visitId, { corrected: visitTo(someone, { doneOn: '2026-06-08', way: 'station' }) })

  expect(await figuresOf(database, someone.unitCode)).toEqual({
    [`visit.done 2026-06-08 {"way": "station", "reason": "routine"} {${someone.id}}`]: '1',
    [`contact.due 2026-12-05 {} {${someone.id}}`]: '1',
  })
  expect((await plansOf(database, someone)).filter(({ status }) => status === 'due')).toMatchObject([{ due_on: '2026-12-05' }])
  expect(await lastContactOf(someone.id)).toBe('2026-06-08')
})

test('an earlier visit taken back leaves the plan of the later one alone', async () => {
  const someone = await someoneAlone()
  const earlier = await recorded(visitTo(someone, { doneOn: '2026-05-01' }))
  await recorded(visitTo(someone))

  await correct(earlier)

  expect((await plansOf(database, someone)).filter(({ status }) => status === 'due')).toMatchObject([{ due_on: '2026-12-07' }])
  expect(await lastContactOf(someone.id)).toBe(TODAY)
})

test('a visit entered late plans the next one when the later visit is taken back', async () => {
  const someone = await someoneAlone()
  const later = await recorded(visitTo(someone))
  await recorded(visitTo(someone, { doneOn: '2026-06-01' }))

  await correct(later)

  expect((await plansOf(database, someone)).filter(({ status }) => status === 'due')).toMatchObject([{ due_on: '2026-11-28' }])
  expect(await lastContactOf(someone.id)).toBe('2026-06-01')
})

test('a plan that somebody dropped stays dropped when the visit after it is taken back', async () => {
  const someone = await someoneAlone()
  await recorded(visitTo(someone, { doneOn: '2026-05-01' }))
  const [plan] = await rowsOf<{ id: string }>(database, 'select id from casework.visit_plans where person_id = $1', [someone.id])
  value(await doCasework(on, worker, { name: 'plan.drop', input: { planId: plan?.id, reason: '本人长期在外地' } }))
  const visitId = await recorded(visitTo(someone))

  await correct(visitId)

  expect((await plansOf(database, someone)).map(({ status }) => status)).toEqual(['dropped', 'dropped'])
})

test('a visit corrected twice is refused the second time, and names the first correction', async () => {
  const someone = await someoneAlone()
  const visitId = await recorded(visitTo(someone))
  const { counterId } = value<{ counterId: string }>(await correct(visitId))

  const again = await correct(visitId)

  expect(again).toEqual({ kind: 'refusal', refusal: { code: 'already-corrected', by: counterId } })
})

test('of two corrections at once one is made', async () => {
  const someone = await someoneAlone()
  const before = await figuresOf(database, someone.unitCode)
  const visitId = await recorded(visitTo(someone))

  const answers = await Promise.all([correct(visitId), correct(visitId, { who: actor({ role: 'countyOfficer', unitCode: YUBEI }) })])

  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  expect(await figuresOf(database, someone.unitCode)).toEqual(before)
})

test('the same correction sent again is answered the same', async () => {
  const visitId = await recorded(visitTo(await someoneAlone()))
  const actionId = uuidv7()

  const [first, again] = [await correct(visitId, { actionId }), await correct(visitId, { actionId })]

  expect(again).toEqual(first)
})

test('a counter-record is not corrected itself; the visit as it was is', async () => {
  const someone = await someoneAlone()
  const visitId = await recorded(visitTo(someone))
  const first = value<{ counterId: string; correctedId: string }>(await correct(visitId, { corrected: visitTo(someone, { way: 'video' }) }))

  expect(await correct(first.counterId)).toEqual({ kind: 'refusal', refusal: { code: 'is-a-counter-record' } })
  expect((await correct(first.correctedId)).kind).toBe('value')
})

test.each([
  ['in the future', { doneOn: '2026-06-11' }, 'in-the-future'],
  ['before birth', { doneOn: '1950-01-01' }, 'before-birth'],
])('a correction to a visit %s is refused, and the visit still counts', async (_what, fields, code) => {
  const someone = await someoneAlone()
  const visitId = await recorded(visitTo(someone))
  const before = await figuresOf(database, someone.unitCode)

  const answer = await correct(visitId, { corrected: visitTo(someone, fields) })

  expect(answer).toMatchObject({ kind: 'refusal', refusal: { code } })
  expect(await figuresOf(database, someone.unitCode)).toEqual(before)
})

test('a stranger does not find the visit; a supervisor may not correct it', async () => {
  const visitId = await recorded(visitTo(await someoneAlone()))

  expect(await correct(visitId, { who: actor({ role: 'countyOfficer', unitCode: BANAN }) })).toEqual({
    kind: 'problem',
    problem: { code: 'not-found' },
  })
  expect(await correct(visitId, { who: actor({ role: 'supervisor', unitCode: YUBEI }) })).toEqual({
    kind: 'problem',
    problem: { code: 'not-permitted' },
  })
})

test.each(['', ' ', '错'])('a correction with the reason “%s” is invalid', async (reason) => {
  const visitId = await recorded(visitTo(await someoneAlone()))

  const answer = await doCasework(on, worker, { name: 'visit.correct', input: { visitId, reason } })

  expect(answer).toMatchObject({ problem: { code: 'invalid-input' } })
})

/** Somebody goes to another station, which takes the file. */
async function moveAway(personId: string, to: UnitCode): Promise<void> {
  value(await act(on, worker, { name: 'transfer.send', input: { personId, toUnitCode: to, reason: '户口已迁出' } }))
  const [request] = await rowsOf<{ id: string }>(
    database,
    "select id from registry.transfer_requests where person_id = $1 and direction = 'toDecide' and status = 'open'",
    [personId],
  )
  value(await act(on, actor({ unitCode: to }), { name: 'transfer.decide', input: { transferId: request?.id, accept: true } }))
}

test.each([
  ['the next station', NEIGHBOUR],
  ['another county', ELSEWHERE],
])('a visit to two, of whom one has moved to %s since, is put right with both', async (_where, to) => {
  const [stays, moves] = [await person(on), await person(on)]
  const visitId = await recorded(visitTo([stays, moves], { note: '记得不全' }))
  await moveAway(moves.id, to)
  const seen = value<{ people: { id: string }[]; outOfSight: number }>(
    await seeCasework(on, worker, { name: 'visit.get', input: { visitId } }),
  )

  const { correctedId } = value<{ correctedId: string }>(await correct(visitId, { corrected: visitTo(stays, { note: '补全了' }) }))

  expect([seen.people.map(({ id }) => id), seen.outOfSight]).toEqual([[stays.id], 1])
  const counted = await rowsOf<{ person_id: string }>(database, 'select person_id from casework.visit_people where visit_id = $1', [
    correctedId,
  ])
  expect(counted.map(({ person_id }) => person_id).sort()).toEqual([stays.id, moves.id].sort())
})

test('who reads the whole county puts such a visit right without losing anybody, or takes off whom they mean to', async () => {
  const officer = actor({ role: 'countyOfficer', unitCode: YUBEI })
  const [stays, moves, was] = [await person(on), await person(on), await person(on)]
  const visitId = await recorded(visitTo([stays, moves, was]))
  await moveAway(moves.id, NEIGHBOUR)

  const answer = await correct(visitId, { who: officer, corrected: visitTo([stays, moves]) })

  const { correctedId } = value<{ correctedId: string }>(answer)
  const counted = await rowsOf<{ person_id: string }>(database, 'select person_id from casework.visit_people where visit_id = $1', [
    correctedId,
  ])
  expect(counted.map(({ person_id }) => person_id).sort()).toEqual([stays.id, moves.id].sort())
})
