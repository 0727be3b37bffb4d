import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUscc, Uscc, usccCheckCharacter } from './uscc.ts'

test('a code of the standard is read into its parts', () => {
  expect(parseUscc('91350100M000100Y43')).toEqual({
    ok: true,
    value: { value: '91350100M000100Y43', authority: '9', category: '1', regionPrefix: '350100', organisation: 'M000100Y4' },
  })
})

test('a sum that 31 divides gives the check character 0', () => {
  expect(parseUscc('91500000MA00000270').ok).toBe(true)
  expect(usccCheckCharacter('91500000MA0000027')).toBe('0')
})

test.each(['９１３５０１００Ｍ０００１００Ｙ４３', '91350100m000100y43', '91350100-M000100Y4-3', ' 9135 0100 M000 100Y 43 '])(
  '%s: read as the same code',
  (text) => {
    const result = parseUscc(text)

    expect(result.ok && result.value.value).toBe('91350100M000100Y43')
  },
)

test.each([
  ['', { code: 'wrong-length', length: 0 }],
  ['91350100M000100Y4', { code: 'wrong-length', length: 17 }],
  ['9135O100M000100Y43', { code: 'not-in-alphabet', position: 5 }],
  ['91350100M000100Y4中', { code: 'not-in-alphabet', position: 18 }],
  ['91350100M000100Y44', { code: 'wrong-checksum', position: 18, expected: '3' }],
])('%s is refused', (text, refusal) => {
  expect(parseUscc(text)).toEqual({ ok: false, refusal })
})

const first17 = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 17, maxLength: 17 })

test('every seventeen characters have exactly one eighteenth', () => {
  fc.assert(
    fc.property(first17, (text) => {
      const fitting = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => Uscc.safeParse(text + last).success)

      expect(fitting).toEqual([usccCheckCharacter(text)])
    }),
  )
})

test('one wrong character never passes', () => {
  fc.assert(
    fc.property(first17, fc.nat(16), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (text, at, other) => {
      const right = text + usccCheckCharacter(text)
      const wrong = right.slice(0, at) + other + right.slice(at + 1)

      expect(Uscc.safeParse(wrong).success).toBe(wrong === right)
    }),
  )
})
