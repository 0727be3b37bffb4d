import { keep, kept } from './kept.ts'

/*
 * What a person has begun to write and not yet sent must survive a phone that reloads or forgets the page, and must not be
 * read by whoever holds the phone next. So it lies in the browser sealed with AES-256-GCM, under a key that is drawn from
 * something only a sign-in gives: the id of the open file, 74 random bits that the browser itself never keeps. Where the
 * browser offers no cryptography (plain http), nothing is kept.
 */

/** What is kept, each under a seal of its own: unsent applications, the unsent list of a round. */
const PLACES = { drafts: 'sealed', list: 'sealed.list' } as const
export type SealedPlace = keyof typeof PLACES

const IV_BYTES = 12

/** Seals a value under a secret; undefined where the browser cannot. */
export async function seal(secret: string, value: unknown): Promise<string | undefined> {
  if (!canSeal()) return undefined
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const text = new TextEncoder().encode(JSON.stringify(value))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(secret), text)
  return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}

/** Opens what was sealed under the same secret; undefined where it was another, or where a byte has changed. */
export async function unseal(secret: string, sealed: string): Promise<unknown> {
  if (!canSeal()) return undefined
  try {
    const bytes = fromBase64(sealed)
    const key = await keyOf(secret)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES) }, key, bytes.subarray(IV_BYTES))
    return JSON.parse(new TextDecoder().decode(text))
  } catch {
    return undefined
  }
}

/** Keeps a value in this browser, sealed; undefined takes it away. */
export async function keepSealed(place: SealedPlace, secret: string, value: unknown): Promise<void> {
  keep('local', PLACES[place], value === undefined ? undefined : await seal(secret, value))
}

/** What was kept under this secret. What another person has left stays shut. */
export async function openSealed(place: SealedPlace, secret: string): Promise<unknown> {
  const sealed = kept('local', PLACES[place])
  return sealed === undefined ? undefined : await unseal(secret, sealed)
}

/** Takes away whatever is kept: at a sign-out. */
export function dropSealed(): void {
  for (const name of Object.values(PLACES)) keep('local', name, undefined)
}

const canSeal = () => typeof crypto !== 'undefined' && crypto.subtle !== undefined

async function keyOf(secret: string): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, ['deriveKey'])
  const salt = new TextEncoder().encode('guidui.me.sealed.1')
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new Uint8Array() }
  return await crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
