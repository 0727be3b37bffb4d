import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  assist,
  emergency,
  fund,
  gift,
  granted,
  money,
  NEEDY,
  OFFICE,
  propose,
  recorded,
  seeAssist,
} from '../../../../../test/assist-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { seats, step } from '../../../../../test/matter-world.ts'
import { divisions, ground, value } from '../../../../../test/world.ts'
import { clockAt } from '../../../../platform/clock/clock.ts'
import type { Fund, Grant, ReadyMatter } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(() => divisions(database))

type Who = (typeof money)[keyof typeof money]
const approve = (who: Who, grantId: string) => assist(on, who, { name: 'grant.approve', input: { grantId } })
const pay = (who: Who, grantId: string) => assist(on, who, { name: 'grant.pay', input: { grantId, voucher: '工行 20260610-001' } })
const proposed = async (asked: Parameters<typeof propose>[1]) => value<{ id: string }>(await propose(on, asked)).id
const sums = async (fundId: string) => value<Fund>(await seeAssist(on, money.supervisor, { name: 'aidFund.get', input: { fundId } })).sums
const listed = async (who: Who = money.officer, at = on) =>
  value<{ grants: Grant[]; ready: ReadyMatter[]; latePapers: number }>(
    await seeAssist(at, who, { name: 'grant.list', input: { place: OFFICE, fundId: null } }),
  )

describe('money for a matter of hardship', () => {
  test('is proposed, approved, paid and followed up by three people, and leaves the fund to the fen', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '100001' })
    const matterId = await granted(on)
    expect((await listed()).ready.find((one) => one.matterId === matterId)).toMatchObject({
      way: 'decided',
      decidedFen: '80000',
      leftFen: '80000',
    })

    const grantId = await proposed({ fundId, matterId })
    value(await approve(money.approver, grantId))
    expect(await sums(fundId)).toMatchObject({ receivedFen: '100001', heldFen: '80000', givenFen: '0', freeFen: '20001' })
    value(await pay(money.cashier, grantId))
    value(await assist(on, money.officer, { name: 'grant.followUp', input: { grantId, outcome: 'treated' } }))

    expect(await sums(fundId)).toMatchObject({ heldFen: '0', givenFen: '80000', freeFen: '20001' })
    const { rows: facts } = await database.ownerPool.query<{ kind: string; quantity: string; persons: number; unit_code: string }>(
      `select kind, quantity::text, cardinality(person_ids) as persons, unit_code from spine.facts
        where kind in ('grant.paid', 'grant.fen') order by kind desc`,
    )
    expect(facts).toEqual([
      { kind: 'grant.paid', quantity: '1', persons: 1, unit_code: '500112017005' },
      { kind: 'grant.fen', quantity: '80000', persons: 0, unit_code: '500112017005' },
    ])

    const after = await listed()
    expect(after.grants.find(({ id }) => id === grantId)).toMatchObject({ state: 'followedUp', outcome: 'treated', nameMasked: '周*国' })
    expect(after.ready.some((one) => one.matterId === matterId)).toBe(false)
  })

  test('is made by no cashier, checked by no clerk, paid by nobody who made or checked it, and is not there next door', async () => {
    const fundId = await fund(on)
    await gift(on, fundId)
    const grantId = await proposed({ fundId, matterId: await granted(on) })
    const all = new Set([...money.officer.grants, ...money.approver.grants, ...money.cashier.grants])

    expect(await approve(money.officer, grantId)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await approve({ ...money.officer, grants: all }, grantId)).toMatchObject({ refusal: { code: 'own-proposal' } })
    expect(await pay(money.cashier, grantId)).toMatchObject({ refusal: { code: 'not-approved' } })
    value(await approve(money.approver, grantId))
    expect(await pay(money.approver, grantId)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await pay({ ...money.approver, grants: all }, grantId)).toMatchObject({ refusal: { code: 'own-grant' } })
    expect(await approve(money.neighbourApprover, grantId)).toMatchObject({ problem: { code: 'not-found' } })
    expect((await listed(money.cashier)).grants.find(({ id }) => id === grantId)?.nameMasked).toBeNull()
  })

  test('is held once and paid once where two press at once', async () => {
    const fundId = await fund(on)
    await gift(on, fundId)
    const grantId = await proposed({ fundId, matterId: await granted(on) })

    const approved = await Promise.all([approve(money.approver, grantId), approve({ ...money.approver }, grantId)])
    expect(approved.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    const paid = await Promise.all([pay(money.cashier, grantId), pay({ ...money.cashier }, grantId)])
    expect(paid.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(await sums(fundId)).toMatchObject({ givenFen: '80000', freeFen: '20000' })
  })

  test('is short by a fen where a fen is wanting: gifts for another cause, and unconfirmed ones, do not fill it', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '79999' })
    await gift(on, fundId, { amountFen: '500000', earmark: 'accident' })
    await recorded(on, fundId, { amountFen: '500000' })
    const grantId = await proposed({ fundId, matterId: await granted(on) })

    expect(await approve(money.approver, grantId)).toMatchObject({ refusal: { code: 'fund-short', shortFen: '1' } })
    expect(await sums(fundId)).toMatchObject({ heldFen: '0', waitingFen: '500000' })
    await gift(on, fundId, { amountFen: '1' })
    value(await approve(money.approver, grantId))
  })

  test('of two grants that need the same last money only one is approved', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '100000' })
    const ids = [await proposed({ fundId, matterId: await granted(on) }), await proposed({ fundId, matterId: await granted(on) })]

    const answers = await Promise.all(ids.map((id) => approve(money.approver, id)))

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
    expect(answers).toContainEqual(expect.objectContaining({ refusal: { code: 'fund-short', shortFen: '60000' } }))
  })

  test('meets a need once: a second fund adds to it with a reason alone, and never above what was decided', async () => {
    const [first, second] = [await fund(on), await fund(on)]
    const matterId = await granted(on)
    await proposed({ fundId: first, matterId, amountFen: '50000' })

    expect(await propose(on, { fundId: second, matterId, amountFen: '30000' })).toMatchObject({
      refusal: { code: 'need-met', amountFen: '50000' },
    })
    const topUpReason = '首笔不足以支付手术费'
    expect(await propose(on, { fundId: second, matterId, amountFen: '30001', topUpReason })).toMatchObject({
      refusal: { code: 'over-decided', leftFen: '30000' },
    })
    value(await propose(on, { fundId: second, matterId, amountFen: '30000', topUpReason }))
  })

  test('proposed by two funds at once is proposed by one', async () => {
    const funds = [await fund(on), await fund(on)]
    const matterId = await granted(on)

    const answers = await Promise.all(funds.map((fundId) => propose(on, { fundId, matterId })))

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })

  test('is not for a household above the line; pensions are left out', async () => {
    const [fundId, matterId] = [await fund(on), await granted(on)]
    const pension = { kind: 'pension', amountFen: '900000' }
    const above = { ...NEEDY, incomes: [pension, { kind: 'wage', amountFen: '170001' }] }

    expect(await propose(on, { fundId, matterId, means: above })).toMatchObject({
      refusal: { code: 'income-above', perHeadFen: '85001', lineFen: '85000' },
    })
    expect(await propose(on, { fundId, matterId, means: null })).toMatchObject({ refusal: { code: 'means-missing' } })
    value(await propose(on, { fundId, matterId, means: { ...NEEDY, incomes: [pension, { kind: 'wage', amountFen: '170000' }] } }))
  })

  test('that was refused leaves the need open, and keeps its reason', async () => {
    const [fundId, matterId] = [await fund(on), await granted(on)]
    const grantId = await proposed({ fundId, matterId })
    const input = { grantId, reason: '应由区级资金支付' }
    value(await assist(on, money.approver, { name: 'grant.refuse', input }))

    expect(await approve(money.approver, grantId)).toMatchObject({ refusal: { code: 'already-settled' } })
    value(await propose(on, { fundId, matterId }))
  })
})

/** What the ledger says of a fund. */
async function book(fundId: string): Promise<{ balance: string; held: string }> {
  const { rows } = await database.ownerPool.query<{ balance: string; held: string }>(
    'select balance_fen::text as balance, held_fen::text as held from ledger.accounts where id = $1',
    [fundId],
  )
  return rows[0] ?? { balance: '', held: '' }
}

describe('the ledger', () => {
  test('agrees with the fund after every step, to the fen', async () => {
    const fundId = await fund(on)
    await recorded(on, fundId, { amountFen: '700000' })
    expect(await book(fundId)).toEqual({ balance: '0', held: '0' })
    await gift(on, fundId, { amountFen: '100001' })
    expect(await book(fundId)).toEqual({ balance: '100001', held: '0' })
    const grantId = await proposed({ fundId, matterId: await granted(on) })
    value(await approve(money.approver, grantId))
    expect(await book(fundId)).toEqual({ balance: '100001', held: '80000' })
    value(await pay(money.cashier, grantId))

    expect(await book(fundId)).toEqual({ balance: '20001', held: '0' })
    expect(await sums(fundId)).toMatchObject({ receivedFen: '100001', givenFen: '80000', freeFen: '20001', heldFen: '0' })
  })

  test('that is stopped holds and pays nothing, and nothing is taken from a gift', async () => {
    const fundId = await fund(on)
    await gift(on, fundId)
    const grantId = await proposed({ fundId, matterId: await granted(on) })
    const stop = "update ledger.books set stopped_at = now(), stopped_why = 'test' where bureau_code = '500112'"
    await database.ownerPool.query(stop)

    const answer = await approve(money.approver, grantId)
    await database.ownerPool.query("update ledger.books set stopped_at = null, stopped_why = null where bureau_code = '500112'")

    expect(answer).toMatchObject({ refusal: { code: 'payments-stopped' } })
    expect(await sums(fundId)).toMatchObject({ freeFen: '100000', heldFen: '0' })
    value(await approve(money.approver, grantId))
  })
})

describe('an emergency', () => {
  test('is paid first; its papers stand in the list of late ones from the day after their last day, until they come', async () => {
    const fundId = await fund(on, { kind: 'emergency' })
    await gift(on, fundId)
    const matterId = await emergency(on)
    const grantId = await proposed({ fundId, matterId, means: null, amountFen: '50000' })
    value(await approve(money.approver, grantId))
    value(await pay(money.cashier, grantId))

    const found = (await listed()).grants.find(({ id }) => id === grantId)
    expect(found).toMatchObject({ way: 'emergency', papersMissing: true, papersLate: false })
    const dueOn = found?.papersDueOn ?? ''
    const later = (day: string) => ({ ...on, clock: clockAt(`${day}T02:00:00.000Z`) })
    expect((await listed(money.officer, later(dueOn))).latePapers).toBe(0)
    expect((await listed(money.officer, later('2026-07-31'))).latePapers).toBe(1)

    value(await step(on, seats.township, { matterId, step: 'papersAfter' }))
    expect((await listed(money.officer, later('2026-07-31'))).latePapers).toBe(0)
  })

  test('that nobody declared is none: an open application is not paid', async () => {
    const fundId = await fund(on)
    const matterId = await emergency(on)
    value(await step(on, seats.township, { matterId, step: 'papersAfter' }))

    expect(await propose(on, { fundId, matterId, means: null })).toMatchObject({ refusal: { code: 'matter-not-ready' } })
  })
})
