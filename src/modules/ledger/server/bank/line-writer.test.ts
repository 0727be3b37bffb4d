import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { allOf } from '../../../../../test/all-of.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { batchOf } from '../../../../../test/ledger-office.ts'
import { fund, inBooks } from '../../../../../test/ledger-world.ts'
import { ground } from '../../../../../test/world.ts'
import { copyOut } from '../../../../platform/database/copy-out.ts'
import { BANK_FORMATS } from '../../domain/bank/bank-format.ts'
import { packPayee, sealPayee } from '../../index.ts'
import { findBatchHead } from './bank-rows.ts'
import { selectLines } from './line-rows.ts'
import { openLineWriter } from './line-writer.ts'
import { type RowPage, rowPages } from './row-pages.ts'
import { writeLines } from './write-lines.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)

const YUBEI_SCOPE = { lo: '500112', hi: '500113' }
const MANY = 1_000_000
const PAYEE = { account: '9900000000000000001', holder: '周建国', bank: '测试银行渝北支行' }

async function pageOf(batchId: string): Promise<RowPage> {
  const head = await inBooks(database, (tx) => findBatchHead(tx, batchId))
  if (!head) throw new Error('no batch')
  const [page] = await allOf(rowPages(copyOut(database.appPool, YUBEI_SCOPE, selectLines(head))))
  if (!page) throw new Error('no lines')
  return page
}

const AMOUNTS = [300n, 700n, 123_456_789_012_345n]

async function batch() {
  const lines = AMOUNTS.map((amountFen) => ({ lineId: uuidv7(), amountFen }))
  const fundAccount = await fund(database, { fen: 200_000_000_000_000n })
  const batchId = await batchOf(database, on, { fundAccount, lines })
  return { lines, page: await pageOf(batchId) }
}

test.each(['csv', 'pain001'] as const)('lines are written as they were asked for, as %s', async (format) => {
  const { lines, page } = await batch()

  const told = lines.map((line, at) => BANK_FORMATS[format].line({ ...line, ...PAYEE, memo: '2026 年 6 月定期抚恤金' }, 8 + at))
  expect(String(writeLines(on.secrets, format, { ...page, first: 8 }))).toBe(told.join(''))
})

test.each(['csv', 'pain001'] as const)('what another module sealed, with a name or without, stands among them as %s', async (format) => {
  const { page, lines } = await batch()
  const [first, second] = [lines[0]?.lineId ?? '', lines[1]?.lineId ?? '']
  const person = uuidv7()
  const odd = { account: '1', holder: '引"号', bank: '' }
  const column = 'benefits.entitlements.payee_account'
  await database.ownerPool.query('update ledger.batch_lines set bank_account = $2, sealed_as = $3, sealed_for = $4 where line_id = $1', [
    ...[first, on.secrets.encrypt(column, person, packPayee(odd)), column, person],
  ])
  await database.ownerPool.query('update ledger.batch_lines set bank_account = $2 where line_id = $1', [
    ...[second, on.secrets.encrypt('ledger.batch_lines.bank_account', second, '9900000000000000009')],
  ])
  const { rows } = await database.ownerPool.query<{ batch_id: string }>('select batch_id from ledger.batch_lines where line_id = $1', [
    first,
  ])
  const changed = await pageOf(String(rows[0]?.batch_id))

  const payees = [odd, { account: '9900000000000000009', holder: '周*国', bank: '' }, PAYEE]
  const told = lines.map((line, at) =>
    BANK_FORMATS[format].line({ ...line, ...(payees[at] ?? PAYEE), memo: '2026 年 6 月定期抚恤金' }, 1 + at),
  )
  expect(String(writeLines(on.secrets, format, { ...changed, first: 1 }))).toBe(told.join(''))
  expect(String(writeLines(on.secrets, format, { ...page, first: 1 }))).not.toBe(told.join(''))
})

test.each(['csv', 'pain001'] as const)(
  'before and after they have started threads give the same bytes of %s, in the order they were asked',
  async (format) => {
    const { page } = await batch()
    const writer = openLineWriter(on.secrets, format, MANY)
    try {
      const firsts = [1, 4, 7, 10]
      const write = async () => (await Promise.all(firsts.map((first) => writer.write({ ...page, first })))).map(String)
      const early = await write()
      await writer.started
      const late = await write()

      const wanted = firsts.map((first) => String(writeLines(on.secrets, format, { ...page, first })))
      expect([early, late]).toEqual([wanted, wanted])
    } finally {
      await writer.end()
    }
  },
)

test('a line whose account was sealed for another fails the writing, and whatever is asked later', async () => {
  const { lines, page } = await batch()
  const [one, other] = [String(lines[0]?.lineId), String(lines[1]?.lineId)]
  await database.ownerPool.query('update ledger.batch_lines set bank_account = $2 where line_id = $1', [
    ...[one, sealPayee(on.secrets, other, PAYEE)],
  ])
  const { rows } = await database.ownerPool.query<{ batch_id: string }>('select batch_id from ledger.batch_lines where line_id = $1', [one])
  const bent = await pageOf(String(rows[0]?.batch_id))
  const writer = openLineWriter(on.secrets, 'csv', MANY)
  try {
    await writer.started
    await expect(writer.write({ ...bent, first: 1 })).rejects.toThrow('belongs to another row')
    expect(() => writeLines(on.secrets, 'csv', { ...bent, first: 1 })).toThrow('belongs to another row')
    await expect(
      (async () => {
        for (let turn = 0; turn < 2; turn += 1) await writer.write({ ...page, first: 1 })
      })(),
    ).rejects.toThrow('belongs to another row')
  } finally {
    await writer.end()
  }
})
