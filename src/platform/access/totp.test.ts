import { expect, test } from 'vitest'
import { createRecoveryCodes, createTotpSecret, findTotpStep, nextTotpCode, recoveryCodeHash, totpAddress, totpCodeOf } from './totp.ts'

/** RFC 6238 appendix B: the ASCII secret 12345678901234567890, in base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('at second %i the code is the one of RFC 6238', (seconds, code) => {
  expect(totpCodeOf(RFC_SECRET, Math.floor(seconds / 30))).toBe(code)
  expect(findTotpStep(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30))
})

test('a code is good one step before and after its own, and no further', () => {
  const code = totpCodeOf(RFC_SECRET, 100)

  expect([2970, 3029, 3059].map((seconds) => findTotpStep(RFC_SECRET, code, at(seconds)))).toEqual([100, 100, 100])
  expect([2969, 3060].map((seconds) => findTotpStep(RFC_SECRET, code, at(seconds)))).toEqual([undefined, undefined])
})

test('the next code of a demo account has not been used', () => {
  expect(nextTotpCode(RFC_SECRET, undefined, at(3000))).toBe(totpCodeOf(RFC_SECRET, 100))
  expect(nextTotpCode(RFC_SECRET, 100, at(3000))).toBe(totpCodeOf(RFC_SECRET, 101))
})

test('an authenticator app is told the issuer and the login', () => {
  const secret = createTotpSecret()

  expect(secret).toHaveLength(32)
  expect(decodeURIComponent(totpAddress(secret, 'li.hua'))).toMatch(/^otpauth:\/\/totp\/归队:li\.hua\?issuer=归队&secret=/)
})

test('a recovery code is known again however it is typed', () => {
  const codes = createRecoveryCodes()

  expect(new Set(codes).size).toBe(10)
  expect(codes[0]).toMatch(/^\S{4}-\S{4}-\S{4}$/)
  expect(recoveryCodeHash(` ${codes[0]?.toUpperCase().replaceAll('-', ' ')} `)).toEqual(recoveryCodeHash(codes[0] ?? ''))
})
