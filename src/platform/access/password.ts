import { hash, verify } from '@node-rs/argon2'
import type { PasswordProfile } from './settings.ts'

/** OWASP Password Storage, argon2id: 19 MiB, two passes, one lane. Costs about 40 ms. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * The hash of thirty-two random bytes that were thrown away. A login nobody has is checked against it, so that the time
 * of an answer does not tell which logins exist. Its parameters are those of every other hash.
 */
export const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$1AWEfbsh5KKahBggoQC0Mw$oYIwsh5POd9Uxi6AOP/xoOQG15ZsbYQBKfT9ssvkcnU'

/** Longer ones are refused before they are hashed: nobody types them, and hashing them costs. */
const LONGEST_PASSWORD = 128

/** One spelling of what was typed: an input method may compose the same letter in two ways. */
const typed = (password: string): string => password.normalize('NFC')

export const hashPassword = (password: string): Promise<string> => hash(typed(password), ARGON2ID)

/** Whether the password belongs to the hash. Without a hash it takes as long, and the answer is no. */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS_HASH, typed(password))
  return matches && passwordHash !== undefined
}

/** Why a new password is not taken. */
export type PasswordFault = 'too-short' | 'too-long' | 'too-few-kinds' | 'holds-own-name' | 'too-simple' | 'same-as-before'

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]
const KNOWN_WORDS = /password|passw0rd|p@ssw|qwerty|asdfgh|1qaz2wsx|admin|guidui|tuiyi|123456|654321|111111|000000|888888|666666/i

/** What is wrong with a new password under a profile; undefined where nothing is. */
export function findPasswordFault(
  profile: PasswordProfile,
  { password, login, name }: { password: string; login: string; name: string },
): PasswordFault | undefined {
  const text = typed(password)
  const length = [...text].length
  if (length < profile.minimumLength) return 'too-short'
  if (length > LONGEST_PASSWORD) return 'too-long'
  if (KINDS.filter((kind) => kind.test(text)).length < profile.kinds) return 'too-few-kinds'
  if ([login, name].some((own) => own.length > 2 && text.toLowerCase().includes(own.toLowerCase()))) return 'holds-own-name'
  if (KNOWN_WORDS.test(text) || new Set(text).size < 6) return 'too-simple'
  return undefined
}

/** Whether a password set at one instant must be changed at another. */
export const isPasswordTooOld = (profile: PasswordProfile, setAt: Date, now: Date): boolean =>
  profile.maximumAgeDays !== undefined && now.getTime() - setAt.getTime() > profile.maximumAgeDays * 86_400_000
