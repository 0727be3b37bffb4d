import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assist, fund as fundOfHelp, money, OFFICE, seeAssist } from '../../../../../test/assist-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { approved, draft, rate } from '../../../../../test/incentive-world.ts'
import { balanceOf, fund } from '../../../../../test/ledger-world.ts'
import { divisions, ground, person, value } from '../../../../../test/world.ts'
import type { Claim, PayingFund } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(() => divisions(database))

type Who = (typeof money)[keyof typeof money]
const act = (who: Who, name: string, input: object) => assist(on, who, { name, input })
const seen = async (who: Who) =>
  value<{ claims: Claim[]; funds: PayingFund[] }>(await seeAssist(on, who, { name: 'claim.list', input: { place: OFFICE } }))
const claims = async () => (await seen(money.officer)).claims
const stateOf = async (id: string) => (await claims()).find((one) => one.id === id)?.state

/** What a bank said of a line: written as the owner, as the ledger's own tests show how it comes there. */
const bankSays = (batchId: string, claimId: string, state: 'paid' | 'returned') =>
  database.ownerPool.query(
    `update ledger.batch_lines set state = $3, settled_at = now(), reason = case when $3 = 'returned' then '销户' end where batch_id = $1 and line_id = $2`,
    [batchId, claimId, state],
  )

describe('a rate', () => {
  test('counts once a second person has confirmed it, once; not by a clerk, not next door, not in a wrong unit', async () => {
    const input = {
      unitCode: OFFICE,
      kind: 'hiring',
      name: '补贴',
      amountFen: '500000',
      stayMonths: 6,
      fromOn: '2026-01-01',
      untilOn: null,
      source: '渝北发〔2026〕9号',
    }
    const { id: rateId } = value<{ id: string }>(await act(money.officer, 'incentive.enterRate', input))

    expect(await draft(on, { rateCode: rateId })).toMatchObject({ refusal: { code: 'no-rate' } })
    expect(await act(money.officer, 'incentive.confirmRate', { rateId })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await act(money.neighbourApprover, 'incentive.confirmRate', { rateId })).toMatchObject({ problem: { code: 'not-found' } })
    const answers = await Promise.all([1, 2].map(() => act(money.approver, 'incentive.confirmRate', { rateId })))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    value(await draft(on, { rateCode: rateId }))
    expect(await act(money.officer, 'incentive.enterRate', { ...input, amountFen: '1000000000' })).toMatchObject({
      refusal: { code: 'too-much', mostFen: '10000000' },
    })
    expect(await act(money.worker, 'incentive.enterRate', input)).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})

describe('a claim', () => {
  test('is taken in, checked, approved, paid through a batch and claimed back when the person leaves early', async () => {
    const rateCode = await rate(on)
    const [claimId, other] = [await approved(on, rateCode), await approved(on, rateCode)]
    const fundId = await fund(database, { fen: 5_000_000n })
    const { id: batchId, totalFen } = value<{ id: string; totalFen: string }>(
      await act(money.officer, 'claim.pay', { unitCode: OFFICE, fundId }),
    )
    expect(totalFen).toBe('2000000')
    expect((await balanceOf(database, fundId)).held).toBe(2_000_000n)
    expect(await act(money.officer, 'claim.pay', { unitCode: OFFICE, fundId })).toMatchObject({ refusal: { code: 'nothing-approved' } })

    expect(value(await act(money.officer, 'claim.settle', { claimId }))).toMatchObject({ paid: 0, returned: 0 })
    await bankSays(batchId, claimId, 'paid')
    await bankSays(batchId, other, 'returned')
    expect(value(await act(money.officer, 'claim.settle', { claimId }))).toMatchObject({ paid: 1, returned: 1 })
    expect([await stateOf(claimId), await stateOf(other)]).toEqual(['paid', 'sent'])
    expect((await claims()).find(({ id }) => id === other)).toMatchObject({ returnedFor: '销户', batchId, can: { settle: false } })
    // The station that took it in is told why; the batch lies in books that it does not see.
    const atStation = value<{ claims: Claim[] }>(
      await seeAssist(on, money.worker, { name: 'claim.list', input: { place: money.worker.unitCode.slice(0, 12) } }),
    ).claims
    expect(atStation.find(({ id }) => id === other)).toMatchObject({ returnedFor: '销户', batchId: null })
    expect(await act(money.officer, 'claim.settle', { claimId })).toMatchObject({ refusal: { code: 'not-sent' } })

    expect(await act(money.officer, 'claim.clawBack', { claimId, leftOn: '2026-06-11' })).toMatchObject({
      refusal: { code: 'days-backwards' },
    })
    expect(await act(money.officer, 'claim.clawBack', { claimId: other, leftOn: '2026-05-01' })).toMatchObject({
      refusal: { code: 'not-paid' },
    })
    value(await act(money.officer, 'claim.clawBack', { claimId, leftOn: '2026-05-01' }))
    const before = (await balanceOf(database, fundId)).balance
    const back = { claimId, voucher: '工行 20260610-9' }
    const answers = await Promise.all([1, 2].map(() => act(money.approver, 'claim.receiveBack', back)))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect((await balanceOf(database, fundId)).balance).toBe(before + 1_000_000n)
    expect(await stateOf(claimId)).toBe('clawedBack')
    const { rows } = await database.ownerPool.query(
      `select kind, sum(quantity)::text as sum from spine.facts where kind like 'claim.%' group by kind order by kind`,
    )
    expect(rows).toEqual([
      { kind: 'claim.back', sum: '1' },
      { kind: 'claim.fen', sum: '0' },
      { kind: 'claim.paid', sum: '1' },
    ])
  })

  test('is one a person, payee and policy, also of two at once, and again only after a refusal', async () => {
    const [rateCode, { id: personId }] = [await rate(on), await person(on)]
    const answers = await Promise.all([1, 2].map(() => draft(on, { rateCode, personId })))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(await draft(on, { rateCode, personId })).toMatchObject({ refusal: { code: 'claimed-before', state: 'drafted' } })

    const claimId = (await claims()).find((one) => one.personId === personId)?.id
    value(await act(money.worker, 'claim.submit', { claimId }))
    value(await act(money.approver, 'claim.refuse', { claimId, reason: '未缴社会保险' }))
    value(await draft(on, { rateCode, personId }))
  })

  test('is checked and approved by others than who took it in, in its order, and not next door', async () => {
    const rateCode = await rate(on)
    const { id: claimId } = value<{ id: string }>(await draft(on, { rateCode }, money.officer))

    expect(await act(money.officer, 'claim.check', { claimId })).toMatchObject({ refusal: { code: 'own-claim' } })
    expect(await act(money.approver, 'claim.approve', { claimId })).toMatchObject({ refusal: { code: 'already-moved', state: 'drafted' } })
    expect(await act(money.neighbour, 'claim.submit', { claimId })).toMatchObject({ problem: { code: 'not-found' } })
    expect(await act(money.worker, 'claim.approve', { claimId })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await act(money.cashier, 'claim.check', { claimId })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await draft(on, { rateCode }, money.approver)).toMatchObject({ problem: { code: 'not-permitted' } })
  })

  test('of rent gives what was paid and no more than the rate; nothing for the future or out of no fund', async () => {
    const rateCode = await rate(on, { kind: 'rent', amountFen: '600000', stayMonths: 0 })
    const amountOf = async (paidFen: string) => value<{ amountFen: string }>(await draft(on, { rateCode, paidFen })).amountFen

    expect([await amountOf('599999'), await amountOf('600001')]).toEqual(['599999', '600000'])
    expect(await draft(on, { rateCode })).toMatchObject({ refusal: { code: 'rent-missing' } })
    expect(await draft(on, { rateCode, paidFen: '1', beganOn: '2026-06-11' })).toMatchObject({ refusal: { code: 'in-the-future' } })
    expect(await draft(on, { rateCode, paidFen: '1', beganOn: '2025-12-31' })).toMatchObject({ refusal: { code: 'no-rate' } })
    await approved(on, await rate(on))
    expect(await act(money.officer, 'claim.pay', { unitCode: OFFICE, fundId: rateCode })).toMatchObject({
      refusal: { code: 'no-such-fund' },
    })
    const poor = await fund(database, { fen: 1n })
    const [own, illness] = [await fund(database, { purpose: '就业创业补贴' }), await fund(database, { purpose: '大病救助' })]
    const ofHelp = await fundOfHelp(on)
    const offered = (await seen(money.officer)).funds.map(({ id }) => id)
    expect(offered).toEqual(expect.arrayContaining([poor, own]))
    expect([illness, ofHelp].filter((id) => offered.includes(id))).toEqual([])
    expect((await seen(money.approver)).funds).toEqual([])
    const pay = (fundId: string) => act(money.officer, 'claim.pay', { unitCode: OFFICE, fundId })
    expect(await pay(illness)).toMatchObject({ refusal: { code: 'earmarked', purpose: '大病救助' } })
    expect(await pay(ofHelp)).toMatchObject({ refusal: { code: 'no-such-fund' } })
    expect(await pay(own)).toMatchObject({ refusal: { code: 'fund-short' } })
    expect(await act(money.officer, 'claim.pay', { unitCode: OFFICE, fundId: poor })).toMatchObject({ refusal: { code: 'fund-short' } })
    expect((await balanceOf(database, poor)).held).toBe(0n)
  })
})

describe('an estimate of taxes', () => {
  test('names its rule and whether it is verified, and says where there is none', async () => {
    const asked = { kind: 'selfEmployed', months: 12, persons: 3, upliftPercent: 50, taxes: { vat: '3000000' } }
    const see = async (year: number) =>
      value<object>(await seeAssist(on, money.worker, { name: 'incentive.estimate', input: { ...asked, year } }))

    expect(await see(2024)).toMatchObject({ upliftPercent: 20, capFen: '2400000', reducedFen: '2400000', rule: { isVerified: false } })
    expect(await see(2022)).toMatchObject({ rule: null, reducedFen: '0' })
  })
})
