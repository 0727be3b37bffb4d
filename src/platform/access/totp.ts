import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
const ISSUER = '归队'

/** The column name that a secret is bound to when it is encrypted. */
export const TOTP_COLUMN = 'access.accounts.totp_secret'

const generatorOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS })

/** A new secret of 160 bits, in base32 (RFC 4226 R6). */
export const createTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address an authenticator app reads from a picture. */
export const totpAddress = (secret: string, login: string): string => generatorOf(secret, login).toString()

const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / PERIOD_SECONDS)

export const totpCodeOf = (secret: string, step: number): string =>
  generatorOf(secret, '').generate({ timestamp: step * PERIOD_SECONDS * 1000 })

/** The time step (RFC 6238) a code belongs to, at most one before or after now; undefined for a wrong code. */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  const offset = generatorOf(secret, '').validate({ token: code, window: 1, timestamp: now.getTime() })
  return offset === null ? undefined : stepAt(now) + offset
}

/** The next code that has not been used, for a demo account: signing in twice within half a minute works there too. */
export function nextTotpCode(secret: string, lastStep: number | undefined, now: Date): string {
  const step = Math.min(Math.max(stepAt(now), (lastStep ?? 0) + 1), stepAt(now) + 1)
  return totpCodeOf(secret, step)
}

const RECOVERY_CODES = 10

/** Read from paper: no 0, 1, i, l, o, u. Thirty-two signs, so that each carries five bits evenly. */
const SIGNS = '23456789abcdefghjkmnpqrstvwxyz@#'

/** Ten codes of sixty bits, `xxxx-xxxx-xxxx`, each good once. */
export const createRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const signs = [...randomBytes(12)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
    return signs.replace(/(.{4})(?=.)/g, '$1-')
  })

/** How a recovery code is kept. Sixty random bits need no slow hash. */
export const recoveryCodeHash = (code: string): Buffer => createHash('sha256').update(code.toLowerCase().replaceAll(/[\s-]/g, '')).digest()

export const isTotpShaped = (code: string): boolean => /^\d{6}$/.test(code)
