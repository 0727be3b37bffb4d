import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doCasework, figuresOf, plansOf, record, rowsOf, seeCasework, visitTo } from '../../../../../test/casework-world.ts'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, actor, divisions, ELSEWHERE, FENGMING, ground, NEIGHBOUR, person, value, YUBEI } from '../../../../../test/world.ts'
import '../../../../catalogue.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { withOwner, withScope } from '../../../../platform/database/scope.ts'
import { verifyJournal } from '../../../../platform/journal/verify-journal.ts'
import { sealedTables } from '../sealed-tables.ts'

const database = await openTestDatabase()
afterAll(() => closeRotated(database, sealedTables, 'casework.earlier_visits'))
beforeAll(() => divisions(database))

const on = ground(database)
const worker = actor()
const reason = '户口已迁出'

interface Given {
  readonly to: UnitCode
}

/** Somebody with a visit and a planned one at 凤鸣路, offered to another station, which accepts. */
async function handedOver({ to }: Given) {
  const someone = await person(on)
  value(await record(on, worker, { visit: visitTo(someone, { note: '腿脚不便', doneOn: '2026-06-01' }) }))
  value(await doCasework(on, worker, { name: 'plan.add', input: { personId: someone.id, reason: 'illness', dueOn: '2026-06-20' } }))
  value(await act(on, worker, { name: 'transfer.send', input: { personId: someone.id, toUnitCode: to, reason } }))
  const receiver = actor({ unitCode: to })
  const [request] = await rowsOf<{ id: string }>(
    database,
    "select id from registry.transfer_requests where person_id = $1 and direction = 'toDecide'",
    [someone.id],
  )
  value(await act(on, receiver, { name: 'transfer.decide', input: { transferId: request?.id, accept: true } }))
  return { someone, receiver }
}

const earlierOf = (who: typeof worker, personId: string) => seeCasework(on, who, { name: 'visit.earlier', input: { personId } })
const plansSeen = async (who: typeof worker, personId: string) =>
  value<{ rows: { reason: string }[] }>(await seeCasework(on, who, { name: 'plan.list', input: { place: who.unitCode, personId } })).rows

describe.each([
  ['the next station of the bureau', NEIGHBOUR],
  ['a station of another bureau', ELSEWHERE],
])('a file that is handed to %s', (_where, to) => {
  test('takes along what is due and the history of visits; the visits stay in the book that has them', async () => {
    const { someone, receiver } = await handedOver({ to })

    expect((await plansSeen(receiver, someone.id)).map((plan) => plan.reason)).toContain('illness')
    expect(await plansSeen(worker, someone.id)).toEqual([])
    expect(await earlierOf(receiver, someone.id)).toMatchObject({
      value: { rows: [{ doneOn: '2026-06-01', note: '腿脚不便', madeByUnit: FENGMING }] },
    })
    expect(await earlierOf(worker, someone.id)).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
    const book = value<{ rows: { doneOn: string }[] }>(await seeCasework(on, worker, { name: 'visit.list', input: { place: FENGMING } }))
    expect(book.rows.some(({ doneOn }) => doneOn === '2026-06-01')).toBe(true)
  })

  test('is overdue at the new station, and no longer at the old one', async () => {
    const { someone } = await handedOver({ to })

    const due = async (unitCode: string) =>
      Object.entries(await figuresOf(database, unitCode)).filter(([key]) => key.startsWith('contact.due') && key.includes(someone.id))

    const open = (await plansOf(database, someone)).filter(({ status }) => status === 'due').length
    expect(await due(FENGMING)).toEqual([])
    expect((await due(to)).reduce((sum, [, quantity]) => sum + Number(quantity), 0)).toBe(open)
    expect(open).toBe(2)
  })

  test('may come back, and has its history once', async () => {
    const { someone, receiver } = await handedOver({ to })
    value(await record(on, receiver, { visit: visitTo({ id: someone.id, unitCode: to }, { doneOn: '2026-06-08' }) }))
    value(await act(on, receiver, { name: 'transfer.send', input: { personId: someone.id, toUnitCode: FENGMING, reason } }))
    const [request] = await rowsOf<{ id: string }>(
      database,
      "select id from registry.transfer_requests where person_id = $1 and direction = 'toDecide' and status = 'open'",
      [someone.id],
    )

    value(await act(on, worker, { name: 'transfer.decide', input: { transferId: request?.id, accept: true } }))

    const { rows } = value<{ rows: { doneOn: string }[] }>(await earlierOf(worker, someone.id))
    expect(rows.map(({ doneOn }) => doneOn)).toEqual(['2026-06-08'])
    expect((await plansSeen(worker, someone.id)).length).toBeGreaterThan(0)
  })
})

test('within one range the file moves at once, and its plans with it', async () => {
  const officer = actor({ role: 'countyOfficer', unitCode: YUBEI })
  const someone = await person(on)

  value(await act(on, officer, { name: 'transfer.send', input: { personId: someone.id, toUnitCode: NEIGHBOUR, reason } }))

  expect((await plansSeen(actor({ unitCode: NEIGHBOUR }), someone.id)).map((plan) => plan.reason)).toEqual(['firstVisit'])
})

test('a hand-over between bureaus stands in the chains of both, whole', async () => {
  const { someone } = await handedOver({ to: ELSEWHERE })

  const leaves = await rowsOf<{ bureau_code: string; action_name: string }>(
    database,
    "select bureau_code, action_name from spine.leaves where subject_id = $1 and action_name like 'transfer.%' and action_name <> 'transfer.send'",
    [someone.id],
  )

  expect(leaves.map(({ bureau_code, action_name }) => `${bureau_code} ${action_name}`).toSorted()).toEqual([
    '500112 transfer.handedOver',
    '500113 transfer.decide',
  ])
  expect((await verifyJournal(database.ownerPool)).filter(({ broken }) => broken)).toEqual([])
})

test('a call about a file that was not handed over moves nothing', async () => {
  const someone = await person(on)

  await withScope(database.appPool, worker.scope, 'write', (tx) =>
    tx.query('select casework.follow_file($1, $2, $3)', [someone.id, FENGMING, '2026-06-10']),
  )

  expect((await plansSeen(worker, someone.id)).map((plan) => plan.reason)).toEqual(['firstVisit'])
})

test('whoever asks for files elsewhere all day is stopped, whether there are any or not', async () => {
  await withOwner(database.ownerPool, (tx) => tx.query("update registry.settings set value = 2 where name = 'askTransferDailyLimit'"))
  const asker = actor()
  const ask = (citizenId: string) => act(on, asker, { name: 'transfer.ask', input: { unitCode: FENGMING, citizenId, reason } })
  const there = await person(on, { unitCode: ELSEWHERE })
  await ask(there.citizenId)
  await ask('990101195001011231')

  const third = await ask(there.citizenId)

  expect(third).toMatchObject({ kind: 'refusal', refusal: { code: 'asked-too-often', limit: 2 } })
  const colleague = await act(on, worker, { name: 'transfer.ask', input: { unitCode: FENGMING, citizenId: there.citizenId, reason } })
  expect(colleague).toMatchObject({ refusal: { code: 'already-asked' } })
})
