import { expect, test } from 'vitest'
import { BANK_FORMATS } from './bank-format.ts'
import { packPayee, readPayee } from './payee.ts'

const line = {
  lineId: '01900000-0000-7000-8000-000000000001',
  account: '6222000011112222',
  holder: '周“建”国, "A" <B>',
  bank: '重庆农村商业银行渝北支行',
  amountFen: 350n,
  memo: '2026-06 抚恤补助',
}

test('the bank reads the full name and its own name in CSV', () => {
  expect(BANK_FORMATS.csv.line(line, 7)).toBe(
    `7,${line.lineId},"周“建”国, ""A"" <B>","重庆农村商业银行渝北支行",6222000011112222,3.50,"2026-06 抚恤补助"\r\n`,
  )
})

test('ISO 20022 names the bank of the payee before the payee, and leaves out a bank that nobody has said', () => {
  const text = BANK_FORMATS.pain001.line(line, 1)

  expect(text).toContain('</Amt><CdtrAgt><FinInstnId><Nm>重庆农村商业银行渝北支行</Nm></FinInstnId></CdtrAgt><Cdtr>')
  expect(text).toContain('<Cdtr><Nm>周“建”国, &quot;A&quot; &lt;B&gt;</Nm></Cdtr>')
  expect(BANK_FORMATS.pain001.line({ ...line, bank: '' }, 1)).not.toContain('CdtrAgt')
})

test('a payee is read as it was packed; a bare number is an account without a name; anything else is a fault', () => {
  const { account, holder, bank } = line

  expect(readPayee(packPayee({ account, holder, bank }))).toEqual({ account, holder, bank })
  expect(readPayee('6222000011112222')).toEqual({ account: '6222000011112222', holder: '', bank: '' })
  expect(() => readPayee('["6222000011112222"]')).toThrow('another shape')
})
