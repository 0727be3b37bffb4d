import { randomInt } from 'node:crypto'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'

/** Days for which a code opens a file: from the counter home, over a weekend. */
export const DOOR_CODE_DAYS = 7

/** Eight digits, never known but to whoever hears them. */
export const newDoorCode = (): string => String(randomInt(100_000_000)).padStart(8, '0')

/** As it is read out: two groups of four. */
export const spoken = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** A code means something together with its file only. */
export const doorCodeHash = (secrets: Secrets, personId: string, code: string): Buffer =>
  secrets.blindIndex('registry.door_codes.code', `${personId}:${code}`)
