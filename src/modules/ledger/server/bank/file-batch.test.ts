import { afterAll, describe, expect, test } from 'vitest'
import { lines, openBankRoom, refusal } from '../../../../../test/bank-room.ts'
import { act, batchOf, look, office, runJob } from '../../../../../test/ledger-office.ts'
import { fund } from '../../../../../test/ledger-world.ts'
import { value } from '../../../../../test/world.ts'

const { database, on, opened, fileOf, close } = await openBankRoom()
afterAll(close)

describe('the file of a batch', () => {
  test('holds each line with its account, and made again has the same bytes', async () => {
    const given = lines(350n, 700n)
    const { batchId } = await opened(given)

    const [first, again] = [await fileOf(batchId), await fileOf(batchId)]

    expect(first.text).toContain(`1,${given[0]?.lineId},"周建国","测试银行渝北支行",9900000000000000001,3.50,"2026 年 6 月定期抚恤金"\r\n`)
    expect(first.text.endsWith('合计,2,10.50\r\n')).toBe(true)
    expect(again).toEqual(first)
  })

  test('in the shape of ISO 20022 says the same sum', async () => {
    const { batchId } = await opened(lines(350n, 700n))

    const { text } = await fileOf(batchId, 'pain001')

    expect(text).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>10.50</CtrlSum>')
    expect(text.match(/<CdtTrfTxInf>/g)).toHaveLength(2)
  })

  test('is not made before somebody has checked the batch, nor in two shapes, nor by who checked it', async () => {
    const batchId = await batchOf(database, on, {
      fundAccount: await fund(database, { fen: 5_000n }),
      lines: lines(350n),
      checked: false,
    })
    const filing = (format: string) => act(on, office.cashier, { name: 'batch.file', input: { batchId, format } })

    expect(await filing('csv')).toMatchObject(refusal('not-checked'))
    expect(await act(on, office.checker, { name: 'batch.file', input: { batchId, format: 'csv' } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    value(await act(on, office.checker, { name: 'batch.approve', input: { batchId } }))
    await fileOf(batchId)
    expect(await filing('pain001')).toMatchObject(refusal('other-format'))
  })

  test('that was cancelled while it was made is not kept', async () => {
    const { batchId } = await opened(lines(350n))
    const { fileJobId } = value<{ fileJobId: string }>(
      await act(on, office.cashier, { name: 'batch.file', input: { batchId, format: 'csv' } }),
    )

    expect(await act(on, office.cashier, { name: 'batch.file', input: { batchId, format: 'csv' } })).toMatchObject(refusal('being-made'))
    value(await act(on, office.cashier, { name: 'batch.cancelFile', input: { batchId } }))
    await runJob(on, office.cashier, { fileJobId, batchId })

    const seen = value<{ state: string; making: { state: string } }>(
      await look(on, office.maker, { name: 'batch.get', input: { batchId } }),
    )
    expect([seen.state, seen.making.state]).toEqual(['opened', 'cancelled'])
  })
})
