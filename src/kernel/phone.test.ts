import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePhone } from './phone.ts'

test.each([
  ['13800138000', '13800138000', 'mobile'],
  ['１３８　００１３　８０００', '13800138000', 'mobile'],
  ['+86 138-0013-8000', '13800138000', 'mobile'],
  ['008613800138000', '13800138000', 'mobile'],
  ['100 1234 4821', '10012344821', 'mobile'],
  ['(023)67812345', '023-67812345', 'landline'],
  ['023-67812345', '023-67812345', 'landline'],
  ['+86 23 6781 2345', '023-67812345', 'landline'],
  ['010 6781 2345', '010-67812345', 'landline'],
  ['0817-2345678', '0817-2345678', 'landline'],
  ['023-67812345转801', '023-67812345-801', 'landline'],
  ['023-67812345-801', '023-67812345-801', 'landline'],
  ['400-123-4567', '4001234567', 'service'],
] as const)('%s is %s', (text, value, kind) => {
  expect(parsePhone(text)).toEqual({ ok: true, value: { value, kind } })
})

test.each([
  ['  ', { code: 'empty' }],
  ['13800138000/13900139000', { code: 'two-numbers' }],
  ['13800138000、023-67812345', { code: 'two-numbers' }],
  ['1380013800O', { code: 'not-digits', position: 11 }],
  ['无', { code: 'not-digits', position: 1 }],
  ['67812345', { code: 'no-area-code' }],
  ['1380013800', { code: 'wrong-length', length: 10 }],
  ['138001380001', { code: 'wrong-length', length: 12 }],
  ['12300138000', { code: 'unknown-prefix', prefix: '123' }],
  ['---', { code: 'wrong-length', length: 0 }],
])('%s is refused', (text, refusal) => {
  expect(parsePhone(text)).toEqual({ ok: false, refusal })
})

test('a mobile number has one form, however it is spaced', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
      fc.nat(10),
      fc.constantFrom(' ', '-', '　', ''),
      (number, at, gap) => {
        const digits = String(number)
        const result = parsePhone(digits.slice(0, at) + gap + digits.slice(at))

        expect(result).toEqual({ ok: true, value: { value: digits, kind: 'mobile' } })
      },
    ),
  )
})

test('what was read is read again as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-()转 /') }), (text) => {
      const first = parsePhone(text)

      if (first.ok) expect(parsePhone(first.value.value)).toEqual(first)
    }),
    { numRuns: 500 },
  )
})
