import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { readReturn, storeReturn, type TakenReturn, takeReturn } from '../../../../../test/bank-return.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, batchOf, look, office, runJob } from '../../../../../test/ledger-office.ts'
import { balanceOf, fund, type GivenLine } from '../../../../../test/ledger-world.ts'
import { ground, value } from '../../../../../test/world.ts'
import { plainFen } from '../../../../kernel/fen.ts'
import { openFileStore } from '../../../../platform/files/index.ts'
import { installJobs } from '../../../../platform/jobs/jobs.ts'

const database = await openTestDatabase()
await installJobs(database.ownerPool)
const bare = ground(database)
const directory = await mkdtemp(join(tmpdir(), 'guidui-bank-'))
const files = await openFileStore({ directory, secrets: bare.secrets })
const on = { ...bare, files }
afterAll(async () => {
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

const lines = (...amounts: readonly bigint[]): GivenLine[] => amounts.map((amountFen) => ({ lineId: uuidv7(), amountFen }))
const refusal = (code: string) => ({ kind: 'refusal', refusal: { code } })

async function fileOf(batchId: string, format: 'csv' | 'pain001' = 'csv'): Promise<{ text: string; hash: string }> {
  const { fileJobId } = value<{ fileJobId: string }>(await act(on, office.cashier, { name: 'batch.file', input: { batchId, format } }))
  await runJob(on, office.cashier, { fileJobId, batchId })
  const seen = value<{ fileHash: string; making: { state: string; fileId: string } }>(
    await look(on, office.cashier, { name: 'batch.get', input: { batchId } }),
  )
  expect(seen.making.state).toBe('made')
  const { rows } = await database.ownerPool.query<{ address: string }>('select address from spine.files where id = $1', [
    seen.making.fileId,
  ])
  const parts: Buffer[] = []
  for await (const part of files.read(rows[0]?.address ?? '')) parts.push(part)
  return { text: Buffer.concat(parts).toString('utf8'), hash: seen.fileHash }
}

async function paid(given: readonly GivenLine[], fundFen = 10_000n) {
  const fundAccount = await fund(database, { fen: fundFen })
  const batchId = await batchOf(database, on, { fundAccount, lines: given })
  await fileOf(batchId)
  value(await act(on, office.cashier, { name: 'batch.pay', input: { batchId } }))
  return { batchId, fundAccount }
}

type Told = readonly [line: GivenLine | undefined, outcome: '已付' | '退回']
function returnFile(batchId: string, told: readonly Told[]): string {
  const rows = told.map(
    ([line, said]) => `${line?.lineId},${plainFen(line?.amountFen ?? 0n)},${said},${said === '退回' ? '账号不存在' : ''}`,
  )
  const sum = told.reduce((all, [line]) => all + (line?.amountFen ?? 0n), 0n)
  return [`归队回单,1,${batchId}`, ...rows, `合计,${told.length},${plainFen(sum)}`, ''].join('\r\n')
}
const take = (batchId: string, content: string, who = office.cashier) => takeReturn(on, who, { batchId, content })

describe('the file of a batch', () => {
  test('holds each line with its account, and made again has the same bytes', async () => {
    const given = lines(350n, 700n)
    const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 5_000n }), lines: given })

    const [first, again] = [await fileOf(batchId), await fileOf(batchId)]

    expect(first.text).toContain(`1,${given[0]?.lineId},"周建国","测试银行渝北支行",9900000000000000001,3.50,"2026 年 6 月定期抚恤金"\r\n`)
    expect(first.text.endsWith('合计,2,10.50\r\n')).toBe(true)
    expect(again).toEqual(first)
  })

  test('in the shape of ISO 20022 says the same sum', async () => {
    const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 5_000n }), lines: lines(350n, 700n) })

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
    const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 5_000n }), lines: lines(350n) })
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

describe('paying a batch', () => {
  test('takes its total out of the fund once, however often and by however many it is asked', async () => {
    const fundAccount = await fund(database, { fen: 5_000n })
    const batchId = await batchOf(database, on, { fundAccount, lines: lines(350n, 700n) })
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
    const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 5_000n }), lines: lines(350n) })
    await fileOf(batchId)
    const paying = async (who: (typeof office)[keyof typeof office]) => await act(on, who, { name: 'batch.pay', input: { batchId } })

    for (const who of [office.maker, office.checker, office.supervisor, office.worker])
      expect(await paying(who)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await paying(office.neighbourCashier)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('by somebody who made the batch, and is cashier too, is refused', async () => {
    const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 5_000n }), lines: lines(350n) })
    await fileOf(batchId)

    const both = { ...office.cashier, accountId: office.maker.accountId }
    expect(await act(on, both, { name: 'batch.pay', input: { batchId } })).toMatchObject(refusal('same-hands'))
  })
})

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
    const batchId = await batchOf(database, on, { fundAccount: await fund(database, { fen: 500n }), lines: given })

    expect(await take(batchId, returnFile(batchId, [[given[0], '已付']]))).toMatchObject(refusal('not-paid'))
  })
})

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
    const again = (actionId = uuidv7()) =>
      act(on, office.maker, {
        name: 'batch.reissue',
        actionId,
        input: { batchId, accounts: [{ lineId: given[1]?.lineId, bankAccount: '9900000000000000002', bank: '别的银行' }] },
      })

    const reissued = value<{ batchId: string; lineCount: number }>(await again())

    expect(reissued.lineCount).toBe(1)
    expect(await again()).toMatchObject(refusal('nothing-returned'))
    expect(await balanceOf(database, fundAccount)).toEqual({ balance: 900n, held: 200n })
    value(await act(on, office.checker, { name: 'batch.approve', input: { batchId: reissued.batchId } }))
    expect((await fileOf(reissued.batchId)).text).toContain('"周建国","别的银行",9900000000000000002,2.00')
    // The bank tells the old batch once more that the line came back: nothing changes.
    expect(value(await take(batchId, returnFile(batchId, [[given[1], '退回']])))).toMatchObject({ repeated: 1 })
  })
})
