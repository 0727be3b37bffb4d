import { expect, test } from 'vitest'
import { BANK_FORMATS, quoted } from '../../domain/bank/bank-format.ts'
import { type Payee, packPayee, readPayee } from '../../domain/bank/payee.ts'
import { openSink, writeCsvLine } from './csv-bytes.ts'
import { writeUuid } from './uuid-bytes.ts'

const PLAIN: Payee = { account: '6222000011112222', holder: '周建国', bank: '重庆农村商业银行渝北支行' }
const LINE_ID = '01900000-abcd-7fff-8009-0123456789ab'

interface Given {
  readonly text?: string
  readonly amountFen?: bigint
  readonly number?: number
  readonly memo?: string
}

function written({ text = packPayee(PLAIN), amountFen = 350n, number = 7, memo = '2026-06 抚恤补助' }: Given) {
  const sink = openSink(1)
  const around = Buffer.from(`""${text}""`)
  const payee = { bytes: around, start: 2, end: around.length - 2 }
  const about = { number, lineId: Buffer.from(LINE_ID), amountFen: Number(amountFen), memo: Buffer.from(quoted(memo)) }
  const isPlain = writeCsvLine(sink, { ...about, payee })
  return { isPlain, text: sink.bytes.toString('utf8', 0, sink.at) }
}

const told = ({ text = packPayee(PLAIN), amountFen = 350n, number = 7, memo = '2026-06 抚恤补助' }: Given) =>
  BANK_FORMATS.csv.line({ lineId: LINE_ID, ...readPayee(text), amountFen, memo }, number)

const PLAIN_CASES: readonly Given[] = [
  {},
  { text: packPayee({ ...PLAIN, bank: '' }) },
  { text: packPayee({ ...PLAIN, account: '' }) },
  { text: packPayee({ account: '1', holder: 'A', bank: 'B' }) },
  { text: packPayee({ ...PLAIN, holder: '𠮷田, 一' }) },
  { memo: '一 "引" 二, 三' },
  { memo: '' },
  ...[1n, 9n, 10n, 99n, 100n, 101n, 1_234_567n, 99_999_999_999n, BigInt(Number.MAX_SAFE_INTEGER)].map((amountFen) => ({ amountFen })),
  ...[1, 9, 10, 99, 100, 999_999, 1_000_000].map((number) => ({ number })),
]

test.each(PLAIN_CASES)('a plain line has the bytes that its text would have (%#)', (given) => {
  expect(written(given)).toEqual({ isPlain: true, text: told(given) })
})

test.each([
  '6222000011112222',
  packPayee({ ...PLAIN, holder: '' }),
  packPayee({ ...PLAIN, holder: '周"建"国' }),
  packPayee({ ...PLAIN, bank: '反\\斜' }),
  packPayee({ ...PLAIN, bank: '换\n行' }),
  packPayee({ ...PLAIN, bank: '","' }),
  '["6222000011112222"]',
  '["6222000011112222","周建国"]',
  '["6222000011112222","周建国","银行","多"]',
  '["6222000011112222","周建国",""银行"]',
  '[]',
  '',
])('what is not plain is left to who makes a text of it: %s', (text) => {
  expect(written({ text })).toEqual({ isPlain: false, text: '' })
})

test('a UUID is written as its text', () => {
  const bytes = Buffer.concat([Buffer.of(1), Buffer.from(LINE_ID.replaceAll('-', ''), 'hex')])
  const into = Buffer.alloc(40, '.')
  writeUuid(bytes, 1, into, 2)

  expect(into.toString()).toBe(`..${LINE_ID}..`)
})
