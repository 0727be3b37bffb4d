import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { doCasework, record, seeCasework, visitTo } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { actor, BANAN, divisions, FENGMING, ground, NEIGHBOUR, person, TODAY, value, YUBEI } from '../../../../../test/world.ts'
import type { seeToday } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const worker = actor()

type Today = z.infer<typeof seeToday.output>
const todayOf = async (who: typeof worker, place: string = who.unitCode) =>
  value<Today>(await seeCasework(on, who, { name: 'visit.today', input: { place } }))

test('an empty station has an empty day', async () => {
  const day = await todayOf(actor({ unitCode: NEIGHBOUR }))

  expect(day).toMatchObject({ today: TODAY, toVisit: [], overdue: [], soon: [], recordedToday: [] })
  expect(day.counts).toEqual({ toVisit: 0, overdue: 0, thisMonthLeft: 0, clients: 0 })
})

test('the day tells who is due, who is overdue, and what has been recorded, without what was taken back', async () => {
  const [seen, overdue, soon, mistaken] = [
    await person(on),
    await person(on, { bornOn: '1940-01-01', name: '廖素珍' }),
    await person(on, { address: '渝北区凤鸣路22号1单元' }),
    await person(on),
  ]
  value(await record(on, worker, { visit: visitTo(overdue, { doneOn: '2026-05-10' }) }))
  value(await doCasework(on, worker, { name: 'plan.add', input: { personId: soon.id, reason: 'illness', dueOn: '2026-06-17' } }))
  value(await doCasework(on, worker, { name: 'plan.add', input: { personId: soon.id, reason: 'merit', dueOn: '2026-06-18' } }))
  value(await record(on, worker, { visit: visitTo(seen) }))
  const { id } = value<{ id: string }>(await record(on, worker, { visit: visitTo(mistaken) }))
  value(await doCasework(on, worker, { name: 'visit.correct', input: { visitId: id, reason: '记错了人' } }))

  const day = await todayOf(worker)

  expect(day.overdue).toMatchObject([{ person: { id: overdue.id, nameMasked: '廖*珍' }, daysLeft: -1, ruleCode: 'monthly-elderly' }])
  expect(day.toVisit).toMatchObject([{ person: { id: soon.id }, daysLeft: 7, ruleCode: null, can: { record: true, drop: true } }])
  expect(day.recordedToday.map(({ people }) => people)).toEqual([['周*国'], ['廖*珍']])
  expect(day.counts).toEqual({ toVisit: 1, overdue: 1, thisMonthLeft: 3, clients: 4 })
  expect(day.meters[0]).toEqual({ code: 'visits', done: 1, all: 4, expected: 1, unit: 'visits' })
})

test('a hundred overdue contacts do not hide who is due today', async () => {
  const unitCode = NEIGHBOUR
  const who = actor({ unitCode })
  const [late, today] = [await person(on, { unitCode }), await person(on, { unitCode })]
  const yesterday = ground(database, '2026-06-01T02:00:00.000Z')
  for (let made = 0; made < 130; made += 1) {
    value(await doCasework(yesterday, who, { name: 'plan.add', input: { personId: late.id, reason: 'other', dueOn: '2026-06-05' } }))
  }
  value(await doCasework(on, who, { name: 'plan.add', input: { personId: today.id, reason: 'illness', dueOn: TODAY } }))

  const day = await todayOf(who)

  expect(day.counts).toMatchObject({ overdue: 130, toVisit: 1 })
  expect(day.toVisit).toMatchObject([{ person: { id: today.id }, daysLeft: 0 }])
})

test('the county sees the sum of its stations, the next county nothing', async () => {
  const county = await todayOf(actor({ role: 'countyOfficer', unitCode: YUBEI }))
  const stranger = actor({ role: 'countyOfficer', unitCode: BANAN })

  expect(county.counts.clients).toBe(6)
  expect((await todayOf(stranger)).counts.clients).toBe(0)
  expect(await seeCasework(on, stranger, { name: 'visit.today', input: { place: FENGMING } })).toEqual({
    kind: 'problem',
    problem: { code: 'not-found' },
  })
})

test('a reader is told that nothing can be recorded or planned; an administrator sees no day', async () => {
  expect((await todayOf(actor({ role: 'supervisor', unitCode: YUBEI }))).can).toEqual({ record: false, plan: false })

  const administrator = actor({ role: 'systemAdministrator', unitCode: YUBEI })
  expect(await seeCasework(on, administrator, { name: 'visit.today', input: { place: YUBEI } })).toEqual({
    kind: 'problem',
    problem: { code: 'not-permitted' },
  })
})
