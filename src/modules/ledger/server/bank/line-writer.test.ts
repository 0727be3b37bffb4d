import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { batchOf } from '../../../../../test/ledger-office.ts'
import { fund, inBooks } from '../../../../../test/ledger-world.ts'
import { ground } from '../../../../../test/world.ts'
import { sealPayee } from '../../index.ts'
import { findBatchHead } from './bank-rows.ts'
import { openLineWriter } from './line-writer.ts'
import { packLines, unpackLines } from './packed-lines.ts'
import { writeLines } from './write-lines.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)

const FIRST = '00000000-0000-0000-0000-000000000000'
const MANY = 1_000_000
const PAYEE = { account: '9900000000000000001', holder: '周建国', bank: '测试银行渝北支行' }

async function packedBatch() {
  const lines = [300n, 700n, 123_456_789_012_345n].map((amountFen) => ({ lineId: uuidv7(), amountFen }))
  const fundAccount = await fund(database, { fen: 200_000_000_000_000n })
  const batchId = await batchOf(database, on, { fundAccount, lines })
  const page = await inBooks(database, async (tx) => {
    const head = await findBatchHead(tx, batchId)
    if (!head) throw new Error('no batch')
    return await packLines(tx, head, FIRST)
  })
  return { lines, page }
}

test('lines are taken apart as they were packed', async () => {
  const { lines, page } = await packedBatch()

  const unpacked = [...unpackLines(page.packed)].flat()

  expect(page).toMatchObject({ count: 3, last: lines.at(-1)?.lineId })
  expect(unpacked.map(({ lineId, amountFen }) => ({ lineId, amountFen }))).toEqual(lines)
  expect(unpacked[0]).toMatchObject({ payeeLabel: '周*国', memo: '2026 年 6 月定期抚恤金', sealedAs: null, sealedFor: null })
})

test.each(['csv', 'pain001'] as const)('threads write the same bytes of %s, in the order they were asked', async (format) => {
  const { page } = await packedBatch()
  const writer = openLineWriter(on.secrets, format, MANY)
  try {
    const firsts = [1, 4, 7, 10]
    const written = await Promise.all(firsts.map((first) => writer.write({ packed: page.packed, first })))

    expect(written.map(String)).toEqual(firsts.map((first) => String(writeLines(on.secrets, format, { packed: page.packed, first }))))
  } finally {
    await writer.end()
  }
})

test('a line whose account was sealed for another fails the writing, and whatever is asked later', async () => {
  const { lines, page } = await packedBatch()
  const [one, other] = [String(lines[0]?.lineId), String(lines[1]?.lineId)]
  const sealed = [...unpackLines(page.packed)][0]?.[0]?.sealed.toString('hex') ?? ''
  const packed = page.packed.replace(sealed, sealPayee(on.secrets, other, PAYEE).toString('hex'))
  expect([...unpackLines(packed)][0]?.[0]?.lineId).toBe(one)
  const writer = openLineWriter(on.secrets, 'csv', MANY)
  try {
    await expect(writer.write({ packed, first: 1 })).rejects.toThrow('belongs to another row')
    await writer.write({ packed: page.packed, first: 1 })
    await expect(writer.write({ packed: page.packed, first: 1 })).rejects.toThrow('belongs to another row')
  } finally {
    await writer.end()
  }
})
