import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { balanceOf, CHECKER, fund, HANDS, inBooks, MAKER, PAYER, WHEN, YUBEI_BUREAU } from '../../../../test/ledger-world.ts'
import { BANAN, NOW } from '../../../../test/world.ts'
import { capture, hold, type Posting, post, release, reverse, systemAccount } from '../index.ts'

const database = await openTestDatabase()
afterAll(database.close)

const between = (from: string, to: string, amountFen: bigint, more: Partial<Posting> = {}): Posting => ({
  id: uuidv7(),
  bureau: YUBEI_BUREAU,
  kind: 'shift',
  moves: [
    { accountId: from, amountFen: -amountFen },
    { accountId: to, amountFen },
  ],
  purpose: null,
  memo: '调剂',
  ...HANDS,
  ...WHEN,
  ...more,
})
const posting = (asked: Posting) => inBooks(database, (tx) => post(tx, asked))
const holding = (accountId: string, amountFen: bigint, id = uuidv7()) =>
  inBooks(database, (tx) => hold(tx, { id, bureau: YUBEI_BUREAU, accountId, amountFen, purpose: null, at: NOW, by: MAKER }))

describe('a posting', () => {
  test('moves fen from fund to fund, and is one however often it is sent', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]
    const asked = between(from, to, 2_500n)

    const answers = [await posting(asked), await posting({ ...asked, at: '2026-06-10T03:00:00.000Z' })]

    expect(answers.map((one) => one.ok && one.value.isRepeat)).toEqual([false, true])
    expect([await balanceOf(database, from), await balanceOf(database, to)]).toEqual([
      { balance: 7_500n, held: 0n },
      { balance: 2_500n, held: 0n },
    ])
  })

  test('eight at once under one id are one', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]
    const asked = between(from, to, 100n)

    const answers = await Promise.all(Array.from({ length: 8 }, () => posting(asked)))

    expect(answers.filter((one) => one.ok && !one.value.isRepeat)).toHaveLength(1)
    expect(answers.every((one) => one.ok)).toBe(true)
    expect((await balanceOf(database, to)).balance).toBe(100n)
  })

  test('with the id of another one is refused', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]
    const asked = between(from, to, 100n)
    await posting(asked)

    const other = await posting({ ...asked, ...between(from, to, 200n), id: asked.id })

    expect(other).toEqual({ ok: false, refusal: { code: 'id-taken' } })
  })

  test('one fen above what is there is refused, and says that one fen is short', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]

    expect(await posting(between(from, to, 10_001n))).toEqual({
      ok: false,
      refusal: { code: 'fund-short', accountId: from, shortFen: '1' },
    })
    expect((await posting(between(from, to, 10_000n))).ok).toBe(true)
  })

  test('of the last fen succeeds once when twenty ask at the same time', async () => {
    const [from, to] = [await fund(database, { fen: 1n }), await fund(database)]

    const answers = await Promise.all(Array.from({ length: 20 }, () => posting(between(from, to, 1n))))

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await balanceOf(database, from)).toEqual({ balance: 0n, held: 0n })
  })

  test('to and fro between two funds at once waits and never deadlocks', async () => {
    const [one, other] = [await fund(database, { fen: 10_000n }), await fund(database, { fen: 10_000n })]

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => posting(at % 2 ? between(one, other, 7n) : between(other, one, 7n))),
    )

    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect((await balanceOf(database, one)).balance).toBe(10_000n)
  })

  test.each([
    [
      'that does not add up',
      'unbalanced',
      (a: string, b: string) => [
        { accountId: a, amountFen: -1n },
        { accountId: b, amountFen: 2n },
      ],
    ],
    [
      'of nothing',
      'nothing-moved',
      (a: string, b: string) => [
        { accountId: a, amountFen: 0n },
        { accountId: b, amountFen: 0n },
      ],
    ],
    [
      'of 19 digits',
      'amount-too-large',
      (a: string, b: string) => [
        { accountId: a, amountFen: -(10n ** 18n) },
        { accountId: b, amountFen: 10n ** 18n },
      ],
    ],
  ])('%s is refused', async (_, code, moves) => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]

    expect(await posting({ ...between(from, to, 1n), moves: moves(from, to) })).toEqual({ ok: false, refusal: { code } })
  })

  test('to an account of another bureau does not find it', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database, { place: BANAN })]

    expect(await posting(between(from, to, 1n))).toMatchObject({ refusal: { code: 'account-unknown', accountId: to } })
  })

  test('made and checked by one person is refused, by the database too', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]

    expect(await posting(between(from, to, 1n, { checkedBy: MAKER }))).toMatchObject({ refusal: { code: 'same-hands' } })
    await expect(
      database.ownerPool.query('update ledger.postings set checked_by = made_by where bureau_code = $1', [YUBEI_BUREAU]),
    ).rejects.toThrow('postings_hands_check')
  })

  test('is never changed or removed by the program', async () => {
    await expect(inBooks(database, (tx) => tx.query('update ledger.entries set amount_fen = 1'))).rejects.toThrow('permission denied')
    await expect(inBooks(database, (tx) => tx.query('delete from ledger.postings'))).rejects.toThrow('permission denied')
  })
})

describe('an earmarked fund', () => {
  test('pays for its purpose only', async () => {
    const [from, to] = [await fund(database, { fen: 500n, purpose: '重大疾病' }), await fund(database)]

    expect(await posting(between(from, to, 1n))).toMatchObject({ refusal: { code: 'earmarked', purpose: '重大疾病' } })
    expect((await posting(between(from, to, 1n, { purpose: '重大疾病' }))).ok).toBe(true)
  })
})

describe('a reversal', () => {
  const reversing = (postingId: string, id = uuidv7()) =>
    inBooks(database, (tx) => reverse(tx, { id, bureau: YUBEI_BUREAU, postingId, memo: '冲错账', ...HANDS, ...WHEN }))

  test('mirrors a posting exactly, once, however many try at the same time', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]
    const asked = between(from, to, 2_500n)
    await posting(asked)

    const answers = await Promise.all(Array.from({ length: 6 }, () => reversing(asked.id)))

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toEqual(Array(5).fill('already-reversed'))
    expect((await balanceOf(database, from)).balance).toBe(10_000n)
  })

  test('of money that has been spent since is short by what is gone', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]
    const asked = between(from, to, 2_500n)
    await posting(asked)
    await posting(between(to, from, 500n))

    expect(await reversing(asked.id)).toMatchObject({ refusal: { code: 'fund-short', shortFen: '500' } })
  })

  test('of what never was, or of a reversal, is refused', async () => {
    const [from, to] = [await fund(database, { fen: 10_000n }), await fund(database)]
    const [asked, undone] = [between(from, to, 1n), uuidv7()]
    await posting(asked)
    await reversing(asked.id, undone)

    expect(await reversing(uuidv7())).toMatchObject({ refusal: { code: 'posting-unknown' } })
    expect(await reversing(undone)).toMatchObject({ refusal: { code: 'not-reversible' } })
  })
})

describe('a hold', () => {
  test('keeps money from being spent otherwise, and gives it free', async () => {
    const [from, to, id] = [await fund(database, { fen: 1_000n }), await fund(database), uuidv7()]
    await holding(from, 800n, id)

    expect(await posting(between(from, to, 201n))).toMatchObject({ refusal: { code: 'fund-short', shortFen: '1' } })
    expect(await holding(from, 201n)).toMatchObject({ refusal: { code: 'fund-short', shortFen: '1' } })
    const freeing = () => inBooks(database, (tx) => release(tx, { bureau: YUBEI_BUREAU, holdId: id, at: NOW }))
    expect([await freeing(), await freeing()].map((one) => one.ok && one.value.isRepeat)).toEqual([false, true])
    expect(await balanceOf(database, from)).toEqual({ balance: 1_000n, held: 0n })
  })

  test('is captured once by what pays it', async () => {
    const [from, id, postingId] = [await fund(database, { fen: 1_000n }), uuidv7(), uuidv7()]
    await holding(from, 1_000n, id)
    const paying = (asked: string) =>
      inBooks(database, async (tx) => {
        const spent = await systemAccount(tx, { bureau: YUBEI_BUREAU, kind: 'spent', by: MAKER, at: NOW })
        const hands = { madeBy: MAKER, checkedBy: CHECKER, paidBy: PAYER }
        return await capture(tx, { id: asked, bureau: YUBEI_BUREAU, holdId: id, toAccountId: spent, memo: '支付', ...hands, ...WHEN })
      })

    const answers = await Promise.all([paying(postingId), paying(postingId), paying(uuidv7())])

    expect(answers.filter((one) => one.ok && !one.value.isRepeat)).toHaveLength(1)
    expect(await balanceOf(database, from)).toEqual({ balance: 0n, held: 0n })
    expect(await inBooks(database, (tx) => release(tx, { bureau: YUBEI_BUREAU, holdId: id, at: NOW }))).toMatchObject({
      refusal: { code: 'hold-settled', state: 'captured' },
    })
  })
})
