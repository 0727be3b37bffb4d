import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { readReturn, storeReturn, type TakenReturn } from '../../../../../test/bank-return.ts'
import { lines, openBankRoom, refusal, returnFile, type Told } from '../../../../../test/bank-room.ts'
import { act, office } from '../../../../../test/ledger-office.ts'
import { balanceOf } from '../../../../../test/ledger-world.ts'
import { value } from '../../../../../test/world.ts'

const { database, on, opened, paid, take, close } = await openBankRoom()
afterAll(close)

describe('a return file', () => {
  test('in parts, out of order and twice ends in the same: paid is spent, returned is in the fund again', async () => {
    const given = lines(100n, 200n, 300n)
    const { batchId, fundAccount } = await paid(given, 1_000n)
    const [late, early] = [
      returnFile(batchId, [[given[2], '退回']]),
      returnFile(batchId, [
        [given[1], '已付'],
        [given[0], '已付'],
      ]),
    ]

    const answers = [await take(batchId, late), await take(batchId, early), await take(batchId, late), await take(batchId, early)]

    expect(answers.map((one) => value<TakenReturn>(one))).toMatchObject([
      { repeated: 0, isReconciled: false, returned: { count: 1, fen: '300' } },
      { repeated: 0, isReconciled: true, paid: { count: 2, fen: '300' } },
      { repeated: 1, isReconciled: true },
      { repeated: 2, isReconciled: true },
    ])
    expect(await balanceOf(database, fundAccount)).toEqual({ balance: 700n, held: 0n })
  })

  test('sent by two at once settles each line once', async () => {
    const given = lines(100n, 200n)
    const { batchId, fundAccount } = await paid(given, 1_000n)
    const content = returnFile(batchId, [
      [given[0], '退回'],
      [given[1], '已付'],
    ])

    const answers = await Promise.all([take(batchId, content), take(batchId, content), take(batchId, content)])

    expect(answers.map((one) => value<{ repeated: number }>(one).repeated).toSorted()).toEqual([0, 2, 2])
    expect((await balanceOf(database, fundAccount)).balance).toBe(800n)
  })

  test('cut in half, of another batch, with a stranger, another amount or another outcome is refused, and the row named', async () => {
    const given = lines(100n, 200n)
    const { batchId } = await paid(given)
    const whole = returnFile(batchId, [
      [given[0], '已付'],
      [given[1], '已付'],
    ])

    expect(await take(batchId, whole.slice(0, whole.length / 2))).toMatchObject(refusal('return-unreadable'))
    expect(await take(batchId, returnFile(uuidv7(), [[given[0], '已付']]))).toMatchObject(refusal('return-of-other-batch'))
    expect(
      await take(
        batchId,
        returnFile(batchId, [
          [given[0], '已付'],
          [lines(1n)[0], '已付'],
        ]),
      ),
    ).toMatchObject({
      refusal: { code: 'line-differs', row: 3, why: 'unknown' },
    })
    expect(await take(batchId, returnFile(batchId, [[{ lineId: given[0]?.lineId ?? '', amountFen: 101n }, '已付']]))).toMatchObject({
      refusal: { code: 'line-differs', row: 2, why: 'amount' },
    })
    value(await take(batchId, returnFile(batchId, [[given[0], '已付']])))
    expect(await take(batchId, returnFile(batchId, [[given[0], '退回']]))).toMatchObject({
      refusal: { code: 'line-differs', row: 2, why: 'settled-otherwise' },
    })
  })

  test('that is another kind of file, of a colleague, or nobody’s, is not found; only a cashier brings one', async () => {
    const given = lines(100n)
    const { batchId } = await paid(given)
    const content = returnFile(batchId, [[given[0], '已付']])
    const bring = async (fileId: string, who = office.cashier) => act(on, who, { name: 'batch.takeReturn', input: { batchId, fileId } })
    const own = await storeReturn(on, office.cashier, content)
    const colleague = { ...office.cashier, accountId: office.checker.accountId }

    expect(await bring(uuidv7())).toMatchObject(refusal('no-such-file'))
    expect(await bring(own, colleague)).toMatchObject(refusal('no-such-file'))
    await database.ownerPool.query(`update spine.files set kind = 'import' where id = $1`, [own])
    expect(await bring(own)).toMatchObject(refusal('no-such-file'))
    for (const who of [office.maker, office.checker, office.supervisor, office.worker])
      expect(await bring(own, who)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await bring(own, office.neighbourCashier)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('is read once, though its job is run again; what it did is in the journal', async () => {
    const given = lines(100n, 200n)
    const { batchId, fundAccount } = await paid(given, 1_000n)
    const fileId = await storeReturn(on, office.cashier, returnFile(batchId, [[given[0], '退回']]))
    const asked = await act(on, office.cashier, { name: 'batch.takeReturn', input: { batchId, fileId } })
    const { returnId } = value<{ returnId: string }>(asked)

    await Promise.all([1, 2].map(() => readReturn(on, office.cashier, { returnId, batchId }).catch(() => undefined)))
    await readReturn(on, office.cashier, { returnId, batchId })

    expect((await balanceOf(database, fundAccount)).balance).toBe(800n)
    const { rowCount } = await database.ownerPool.query(
      `select from spine.leaves where subject_id = $1 and action_name = 'ledger.bankReturn'`,
      [batchId],
    )
    expect(rowCount).toBe(1)
  })

  test('of many lines is settled page by page, and refused whole where its last line is wrong', async () => {
    const given = lines(...Array.from({ length: 20_001 }, () => 1n))
    const { batchId, fundAccount } = await paid(given, 30_000n)
    const told = given.map((line, at): Told => [line, at === 7 ? '退回' : '已付'])
    const wrong = [...told.slice(0, -1), [lines(1n)[0], '已付'] as const]

    expect(await take(batchId, returnFile(batchId, wrong))).toMatchObject({
      refusal: { code: 'line-differs', row: 20_002, why: 'unknown' },
    })
    expect(await balanceOf(database, fundAccount)).toEqual({ balance: 9_999n, held: 0n })
    const left = await database.ownerPool.query(`select from ledger.batch_lines where batch_id = $1 and state <> 'waiting'`, [batchId])
    expect(left.rowCount).toBe(0)

    const taken = value<TakenReturn>(await take(batchId, returnFile(batchId, told)))
    expect(taken).toEqual({
      paid: { count: 20_000, fen: '20000' },
      returned: { count: 1, fen: '1' },
      repeated: 0,
      isReconciled: true,
    })
    expect(await balanceOf(database, fundAccount)).toEqual({ balance: 10_000n, held: 0n })
  })

  test('before the batch was paid is refused', async () => {
    const given = lines(100n)
    const { batchId } = await opened(given, 500n)

    expect(await take(batchId, returnFile(batchId, [[given[0], '已付']]))).toMatchObject(refusal('not-paid'))
  })
})
