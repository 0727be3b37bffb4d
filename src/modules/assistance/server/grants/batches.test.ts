import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assist, fund, gift, granted, money, OFFICE, propose, seeAssist } from '../../../../../test/assist-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { balanceOf } from '../../../../../test/ledger-world.ts'
import { divisions, ground, value } from '../../../../../test/world.ts'
import { openPayee } from '../../../ledger/index.ts'
import type { Fund, Grant } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(() => divisions(database))

type Who = (typeof money)[keyof typeof money]
const CARD = '6222021234567890128'
const act = (who: Who, name: string, input: object) => assist(on, who, { name, input })
const sums = async (fundId: string) => value<Fund>(await seeAssist(on, money.supervisor, { name: 'aidFund.get', input: { fundId } })).sums
const grantsOf = async (fundId: string) =>
  value<{ grants: Grant[] }>(await seeAssist(on, money.officer, { name: 'grant.list', input: { place: OFFICE, fundId } })).grants

const BANKS = [{ prefix: CARD.slice(0, 6), bank: '工商银行渝北支行' }]
const pay = (fundId: string, who: Who = money.officer, banks = BANKS) => act(who, 'grant.payTogether', { fundId, banks })

/** An approved grant out of a fund. */
async function approved(fundId: string, matterId: string): Promise<string> {
  const { id: grantId } = value<{ id: string }>(await propose(on, { fundId, matterId }))
  value(await act(money.approver, 'grant.approve', { grantId }))
  return grantId
}

/** What a bank said of a line: written as the owner, as the ledger's own tests show how it comes there. */
const bankSays = (lineId: string, state: 'paid' | 'returned') =>
  database.ownerPool.query(
    `update ledger.batch_lines set state = $2, settled_at = now(), reason = case when $2 = 'returned' then '账号不存在' end where line_id = $1`,
    [lineId, state],
  )

/** What the figures count as given, in fen. */
async function told(): Promise<number> {
  const { rows } = await database.ownerPool.query<{ sum: string }>(
    "select coalesce(sum(quantity), 0)::text as sum from spine.facts where kind = 'grant.fen'",
  )
  return Number(rows[0]?.sum)
}

describe('grants of a fund', () => {
  test('go together into one batch, and what the bank paid or sent back is seen on each', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '200000' })
    const [one, two] = [
      await approved(fundId, await granted(on, { bankCard: CARD })),
      await approved(fundId, await granted(on, { bankCard: CARD })),
    ]

    const answers = await Promise.all([1, 2].map(() => pay(fundId)))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers.find(({ kind }) => kind === 'value')).toMatchObject({ value: { count: 2, totalFen: '160000' } })
    expect(await balanceOf(database, fundId)).toEqual({ balance: 200_000n, held: 160_000n })
    expect(await sums(fundId)).toMatchObject({ heldFen: '160000', freeFen: '40000' })
    expect(await act(money.cashier, 'grant.pay', { grantId: one, voucher: '工行 1' })).toMatchObject({ refusal: { code: 'not-approved' } })

    expect(await act(money.cashier, 'grant.settle', { grantId: one })).toMatchObject({ value: { state: 'waiting' } })
    await bankSays(one, 'paid')
    await bankSays(two, 'returned')
    expect(await act(money.cashier, 'grant.settle', { grantId: one })).toMatchObject({ value: { state: 'paid' } })
    expect(await act(money.cashier, 'grant.settle', { grantId: one })).toMatchObject({ refusal: { code: 'not-sent' } })
    expect(await act(money.cashier, 'grant.settle', { grantId: two })).toMatchObject({ value: { state: 'returned' } })
    expect(await act(money.officer, 'grant.settle', { grantId: two })).toMatchObject({ problem: { code: 'not-permitted' } })
    const seen = await grantsOf(fundId)
    expect(seen.find(({ id }) => id === one)).toMatchObject({ state: 'paid', returnedFor: null })
    expect(seen.find(({ id }) => id === two)).toMatchObject({ state: 'sent', returnedFor: '账号不存在' })
  })

  test('name the bank of each card in the file of the bank, asked for by the first digits of the card', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '300000' })
    for (const bankCard of [CARD, '6228 4801 2345 6789', '6228480999999999']) await approved(fundId, await granted(on, { bankCard }))
    const [icbc, abc] = [...BANKS, { prefix: '622848', bank: '农业银行渝北支行' }]

    expect(await pay(fundId, money.officer, [])).toMatchObject({
      refusal: {
        code: 'bank-missing',
        cards: [
          { prefix: '622202', count: 1 },
          { prefix: '622848', count: 2 },
        ],
      },
    })
    expect(await pay(fundId, money.officer, icbc ? [icbc] : [])).toMatchObject({ refusal: { cards: [{ prefix: '622848', count: 2 }] } })
    expect(await balanceOf(database, fundId)).toEqual({ balance: 300_000n, held: 240_000n })
    const { id } = value<{ id: string }>(await pay(fundId, money.officer, icbc && abc ? [icbc, abc] : []))

    const { rows } = await database.ownerPool.query<{ line_id: string; bank_account: Buffer }>(
      'select line_id, bank_account from ledger.batch_lines where batch_id = $1',
      [id],
    )
    const payees = rows.map((row) => openPayee(on.secrets, row.line_id, row.bank_account))
    expect(payees.map(({ account, bank }) => `${bank} ${account}`).sort()).toEqual([
      '农业银行渝北支行 6228480123456789',
      '农业银行渝北支行 6228480999999999',
      `工商银行渝北支行 ${CARD}`,
    ])
    expect(payees.every(({ holder }) => holder.length > 1)).toBe(true)
  })

  test('of a person without a card stop the batch and name the grant; nothing is held twice', async () => {
    const fundId = await fund(on)
    await gift(on, fundId)
    await approved(fundId, await granted(on))

    expect(await pay(fundId)).toMatchObject({ refusal: { code: 'account-missing', numbers: [1] } })
    expect(await balanceOf(database, fundId)).toEqual({ balance: 100_000n, held: 80_000n })
    expect(await pay(fundId, money.cashier)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await pay(fundId, money.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
  })
})

describe('a wrong grant', () => {
  test('is cancelled once before it is paid: its money is free, its need is open', async () => {
    const [fundId, matterId] = [await fund(on), await granted(on)]
    await gift(on, fundId)
    const grantId = await approved(fundId, matterId)
    const input = { grantId, reason: '金额算错，重新提出' }

    expect(await act(money.officer, 'grant.cancel', input)).toMatchObject({ problem: { code: 'not-permitted' } })
    const answers = await Promise.all([1, 2].map(() => act(money.approver, 'grant.cancel', input)))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(await balanceOf(database, fundId)).toEqual({ balance: 100_000n, held: 0n })
    expect(await sums(fundId)).toMatchObject({ heldFen: '0', freeFen: '100000' })
    await approved(fundId, matterId)
  })

  test('that was paid is taken back by another than who paid it, to the fen, and counts no more', async () => {
    const fundId = await fund(on)
    await gift(on, fundId)
    const grantId = await approved(fundId, await granted(on))
    const input = { grantId, reason: '付错人，已退回' }
    const before = await told()
    expect(await act(money.approver, 'grant.takeBack', input)).toMatchObject({ refusal: { code: 'not-paid' } })
    value(await act(money.cashier, 'grant.pay', { grantId, voucher: '工行 20260610' }))
    expect(await told()).toBe(before + 80_000)

    expect(await act(money.cashier, 'grant.takeBack', input)).toMatchObject({ problem: { code: 'not-permitted' } })
    value(await act(money.approver, 'grant.takeBack', input))
    expect(await act(money.approver, 'grant.takeBack', input)).toMatchObject({ refusal: { code: 'not-paid' } })
    expect(await balanceOf(database, fundId)).toEqual({ balance: 100_000n, held: 0n })
    expect(await sums(fundId)).toMatchObject({ givenFen: '0', freeFen: '100000' })
    expect(await told()).toBe(before)
  })
})
