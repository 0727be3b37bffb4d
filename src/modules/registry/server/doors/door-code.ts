import { randomInt } from 'node:crypto'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'

/** Days for which a code opens a file: from the counter home, over a weekend. */
export const DOOR_CODE_DAYS = 7

/** Eight digits, never known but to whoever hears them. */
export const newDoorCode = (): string => String(randomInt(100_000_000)).padStart(8, '0')

/** As it is read out: two groups of four. */
export const spoken = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

const CODE = 'registry.door_codes.code'

/** A code means something together with its file only. */
export const doorCodeHash = (secrets: Secrets, personId: string, code: string): Buffer => secrets.blindIndex(CODE, `${personId}:${code}`)

/** The same under every key: a code that was given out before the keys changed is good until its day. */
export const doorCodeHashes = (secrets: Secrets, personId: string, code: string): readonly Buffer[] =>
  secrets.blindIndexes(CODE, `${personId}:${code}`)
