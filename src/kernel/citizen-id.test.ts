import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CitizenId, makeCitizenId, parseCitizenId } from './citizen-id.ts'
import { addDays, PlainDate } from './plain-date.ts'

const TODAY = PlainDate.parse('2025-06-10')
const read = (text: string) => parseCitizenId(text, TODAY)
const numberIn = (text: string) => {
  const result = read(text)
  return result.ok ? result.value.value : result.refusal.code
}

test('the specimen of the standard is a woman born on the last day of 1949', () => {
  const result = read('11010519491231002X')

  expect(result).toEqual({
    ok: true,
    value: { value: '11010519491231002X', bornOn: '1949-12-31', sex: 'female', regionPrefix: '110105' },
  })
})

test.each([
  ['full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
  ['a lower-case x', '11010519491231002x'],
  ['a full-width lower-case x', '11010519491231002ｘ'],
  ['groups and an ideographic space', ' 110105 19491231　002X '],
  ['a zero-width space and a byte order mark', '\ufeff11010519491231\u200b002X'],
  ['the apostrophe of a spreadsheet', "'11010519491231002X"],
  ['fifteen digits', '110105491231002'],
])('%s: read as the same number', (_how, text) => {
  expect(numberIn(text)).toBe('11010519491231002X')
})

test('a 15-digit number with a sequence of 996 to 999 belongs to someone born before 1900', () => {
  const result = read('110105881231997')

  expect(result.ok && result.value.bornOn).toBe('1888-12-31')
})

describe('refusals', () => {
  test.each([
    ['', { code: 'wrong-length', length: 0 }],
    ['1101051949123100', { code: 'wrong-length', length: 16 }],
    ['1101051949I231002X', { code: 'not-digits', position: 11 }],
    ['X1010519491231002X', { code: 'not-digits', position: 1 }],
    ['11010549123100X', { code: 'not-digits', position: 15 }],
    ['00010519491231002X', { code: 'unknown-region', regionPrefix: '000105' }],
    ['110105194913310028', { code: 'impossible-date', date: '1949-13-31' }],
    ['110105190002290021', { code: 'impossible-date', date: '1900-02-29' }],
    ['110105170001010020', { code: 'impossible-date', date: '1700-01-01' }],
    ['110105202506110020', { code: 'future-birth', bornOn: '2025-06-11' }],
    ['110105194912310021', { code: 'wrong-checksum', position: 18, expected: 'X' }],
  ])('%s', (text, refusal) => {
    expect(read(text)).toEqual({ ok: false, refusal })
  })
})

test('someone may be born on 29 February of 2000, and today', () => {
  const leap = makeCitizenId({ region6: '990112', bornOn: PlainDate.parse('2000-02-29'), sequence: 1 })
  const newborn = makeCitizenId({ region6: '990112', bornOn: TODAY, sequence: 2 })

  expect(read(leap).ok).toBe(true)
  expect(read(newborn).ok).toBe(true)
})

test('the type takes the normal form only', () => {
  expect(CitizenId.safeParse('11010519491231002X').success).toBe(true)
  expect(CitizenId.safeParse('11010519491231002x').success).toBe(false)
  expect(CitizenId.safeParse('110105491231002').success).toBe(false)
})

test('parts that make no number are a fault', () => {
  expect(() => makeCitizenId({ region6: '990112', bornOn: TODAY, sequence: 1000 })).toThrow()
  expect(() => makeCitizenId({ region6: '99', bornOn: TODAY, sequence: 1 })).toThrow()
})

const anyone = fc.record({
  region6: fc.constantFrom('990112', '110105', '500112', '659001'),
  bornOn: fc.integer({ min: 0, max: 75_000 }).map((days) => addDays(PlainDate.parse('1820-01-01'), days)),
  sequence: fc.integer({ min: 0, max: 999 }),
})

test('whoever is given a number is read back from it', () => {
  fc.assert(
    fc.property(anyone, (parts) => {
      const result = parseCitizenId(makeCitizenId(parts), PlainDate.parse('2030-01-01'))

      expect(result.ok && [result.value.bornOn, result.value.regionPrefix, result.value.sex]).toEqual([
        parts.bornOn,
        parts.region6,
        parts.sequence % 2 === 1 ? 'male' : 'female',
      ])
    }),
  )
})

test('one wrong digit, or two neighbours exchanged, never passes', () => {
  fc.assert(
    fc.property(anyone, fc.nat(16), fc.integer({ min: 1, max: 9 }), (parts, at, shift) => {
      const right = makeCitizenId(parts)
      const wrong = right.slice(0, at) + String((Number(right[at]) + shift) % 10) + right.slice(at + 1)
      const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2)

      expect(CitizenId.safeParse(wrong).success).toBe(false)
      expect(swapped === right || !CitizenId.safeParse(swapped).success).toBe(true)
    }),
  )
})

test('no text whatever makes the reader fail', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789Xx０ｘ 张') }), (text) => typeof read(text).ok === 'boolean'))
})
