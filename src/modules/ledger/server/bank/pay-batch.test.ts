import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { lines, openBankRoom, refusal } from '../../../../../test/bank-room.ts'
import { act, office } from '../../../../../test/ledger-office.ts'
import { balanceOf } from '../../../../../test/ledger-world.ts'

const { database, on, opened, fileOf, close } = await openBankRoom()
afterAll(close)

describe('paying a batch', () => {
  test('takes its total out of the fund once, however often and by however many it is asked', async () => {
    const { batchId, fundAccount } = await opened(lines(350n, 700n))
    const paying = (actionId = uuidv7()) => act(on, office.cashier, { name: 'batch.pay', actionId, input: { batchId } })
    expect(await paying()).toMatchObject(refusal('not-filed'))
    await fileOf(batchId)

    const id = uuidv7()
    const answers = await Promise.all([paying(id), paying(id), paying(), paying()])

    const kinds = answers.map((one) => (one.kind === 'refusal' ? one.refusal.code : one.kind))
    expect(kinds.filter((kind) => kind === 'value').length).toBeGreaterThan(0)
    expect(kinds.every((kind) => ['value', 'already-paid', 'problem'].includes(kind))).toBe(true)
    expect(await balanceOf(database, fundAccount)).toEqual({ balance: 3_950n, held: 0n })
  })

  test('is for the cashier: neither maker, checker, supervisor, station nor the county next door', async () => {
    const { batchId } = await opened(lines(350n))
    await fileOf(batchId)
    const paying = async (who: (typeof office)[keyof typeof office]) => await act(on, who, { name: 'batch.pay', input: { batchId } })

    for (const who of [office.maker, office.checker, office.supervisor, office.worker])
      expect(await paying(who)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await paying(office.neighbourCashier)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('by somebody who made the batch, and is cashier too, is refused', async () => {
    const { batchId } = await opened(lines(350n))
    await fileOf(batchId)

    const both = { ...office.cashier, accountId: office.maker.accountId }
    expect(await act(on, both, { name: 'batch.pay', input: { batchId } })).toMatchObject(refusal('same-hands'))
  })
})
