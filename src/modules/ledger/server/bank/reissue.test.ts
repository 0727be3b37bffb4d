import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { lines, openBankRoom, refusal, returnFile } from '../../../../../test/bank-room.ts'
import { act, look, office } from '../../../../../test/ledger-office.ts'
import { balanceOf } from '../../../../../test/ledger-world.ts'
import { value, YUBEI } from '../../../../../test/world.ts'
import type { BatchRow } from '../../contract.ts'

const { database, on, fileOf, paid, take, close } = await openBankRoom()
afterAll(close)

describe('what came back', () => {
  test('is paid again to the right account by a batch of its own, once', async () => {
    const given = lines(100n, 200n)
    const { batchId, fundAccount } = await paid(given, 1_000n)
    value(
      await take(
        batchId,
        returnFile(batchId, [
          [given[0], '已付'],
          [given[1], '退回'],
        ]),
      ),
    )
    const listed = async (id: string) => {
      const input = { place: YUBEI.slice(0, 12), limit: 50 }
      const { rows } = value<{ rows: BatchRow[] }>(await look(on, office.maker, { name: 'batch.list', input }))
      return rows.find((row) => row.id === id)
    }
    expect(await listed(batchId)).toMatchObject({ state: 'reconciled', returnedCount: 1 })
    const again = (actionId = uuidv7()) =>
      act(on, office.maker, {
        name: 'batch.reissue',
        actionId,
        input: { batchId, accounts: [{ lineId: given[1]?.lineId, bankAccount: '9900000000000000002', bank: '别的银行' }] },
      })

    const reissued = value<{ batchId: string; lineCount: number }>(await again())

    expect(reissued.lineCount).toBe(1)
    expect([(await listed(batchId))?.returnedCount, (await listed(reissued.batchId))?.returnedCount]).toEqual([0, 0])
    expect(await again()).toMatchObject(refusal('nothing-returned'))
    expect(await balanceOf(database, fundAccount)).toEqual({ balance: 900n, held: 200n })
    value(await act(on, office.checker, { name: 'batch.approve', input: { batchId: reissued.batchId } }))
    expect((await fileOf(reissued.batchId)).text).toContain('"周建国","别的银行",9900000000000000002,2.00')
    // The bank tells the old batch once more that the line came back: nothing changes.
    expect(value(await take(batchId, returnFile(batchId, [[given[1], '退回']])))).toMatchObject({ repeated: 1 })
  })
})
