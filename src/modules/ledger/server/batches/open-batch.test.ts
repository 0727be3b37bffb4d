import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { balanceOf, CHECKER, fund, type GivenLine, inBooks, linesOf, MAKER, YUBEI_BUREAU } from '../../../../../test/ledger-world.ts'
import { BANAN, ground, NOW } from '../../../../../test/world.ts'
import { findBatch, listLineStates, type NewBatch, openBatch, openPayee } from '../../index.ts'

const database = await openTestDatabase()
const { secrets } = ground(database)
afterAll(database.close)

const line = (amountFen: bigint, lineId = uuidv7()): GivenLine => ({ lineId, amountFen })
const batch = (fundAccount: string, lines: readonly GivenLine[], more: Partial<NewBatch> = {}): NewBatch => ({
  bureau: YUBEI_BUREAU,
  batchId: uuidv7(),
  fundAccount,
  purpose: null,
  title: '2026 年 6 月定期抚恤',
  source: { module: 'benefits', id: uuidv7() },
  lines: linesOf(secrets, lines),
  at: NOW,
  madeBy: MAKER,
  checkedBy: CHECKER,
  ...more,
})
const opening = (asked: NewBatch) => inBooks(database, (tx) => openBatch(tx, asked))

describe('a batch', () => {
  test('takes its lines from a query of the asking module and holds their sum', async () => {
    const from = await fund(database, { fen: 1_000n })
    const lines = [line(300n), line(700n)]
    const asked = batch(from, lines)

    expect(await opening(asked)).toMatchObject({ ok: true, value: { lineCount: 2, totalFen: 1_000n, isRepeat: false } })

    expect(await balanceOf(database, from)).toEqual({ balance: 1_000n, held: 1_000n })
    const seen = await inBooks(database, async (tx) => ({
      batch: await findBatch(tx, asked),
      lines: await listLineStates(tx, asked),
    }))
    expect(seen.batch).toMatchObject({ state: 'opened', lineCount: 2 })
    expect(seen.lines.map(({ lineId, state }) => [lineId, state])).toEqual(lines.map(({ lineId }) => [lineId, 'waiting']))
  })

  test('whose fund is one fen short is refused with what is short, and leaves nothing', async () => {
    const from = await fund(database, { fen: 999n })
    const asked = batch(from, [line(300n), line(700n)])

    expect(await opening(asked)).toEqual({ ok: false, refusal: { code: 'fund-short', accountId: from, shortFen: '1' } })
    expect(await inBooks(database, (tx) => findBatch(tx, asked))).toBeUndefined()
    expect(await balanceOf(database, from)).toEqual({ balance: 999n, held: 0n })
  })

  test('sent twice at once is one', async () => {
    const from = await fund(database, { fen: 5_000n })
    const asked = batch(from, [line(300n)])

    const answers = await Promise.all([opening(asked), opening(asked)])

    expect(answers.map((one) => one.ok && one.value.isRepeat).toSorted()).toEqual([false, true])
    expect((await balanceOf(database, from)).held).toBe(300n)
  })

  test('never asks for what another batch already pays', async () => {
    const from = await fund(database, { fen: 5_000n })
    const owed = line(300n)
    await opening(batch(from, [owed]))

    expect(await opening(batch(from, [line(1n), owed]))).toEqual({ ok: false, refusal: { code: 'line-twice' } })
    expect((await balanceOf(database, from)).held).toBe(300n)
  })

  test.each([
    ['of no lines', 'batch-empty', []],
    ['with a line of nothing', 'line-wrong', [line(0n)]],
    ['with a negative line', 'line-wrong', [line(500n), line(-1n)]],
  ])('%s is refused', async (_, code, lines) => {
    const from = await fund(database, { fen: 5_000n })

    expect(await opening(batch(from, lines))).toEqual({ ok: false, refusal: { code } })
  })

  test('made and checked by one person, or out of a fund next door, is refused', async () => {
    const next = await fund(database, { fen: 5_000n, place: BANAN })
    const from = await fund(database, { fen: 5_000n })

    expect(await opening(batch(from, [line(1n)], { checkedBy: MAKER }))).toMatchObject({ refusal: { code: 'same-hands' } })
    await expect(opening(batch(next, [line(1n)]))).rejects.toThrow('batches_account_id_fkey')
  })

  test('keeps bank accounts sealed, each for its own line', async () => {
    const from = await fund(database, { fen: 5_000n })
    const [one, other] = [line(1n), line(2n)]
    await opening(batch(from, [one, other]))

    const { rows } = await database.ownerPool.query<{ bank_account: Buffer }>(
      'select bank_account from ledger.batch_lines where line_id = $1',
      [one.lineId],
    )
    const sealed = rows[0]?.bank_account ?? Buffer.alloc(0)
    expect(sealed.toString('latin1')).not.toContain('9900000000000000001')
    expect(sealed.toString('utf8')).not.toContain('周建国')
    expect(openPayee(secrets, one.lineId, sealed)).toEqual({ account: '9900000000000000001', holder: '周建国', bank: '测试银行渝北支行' })
    expect(() => openPayee(secrets, other.lineId, sealed)).toThrow()
  })
})
