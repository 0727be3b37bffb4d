import type { Sealed, StoredKey } from './stored.ts'
import { FORMAT } from './stored.ts'

/** OWASP's floor of 2023 for PBKDF2 with SHA-256. Written beside each key, so that it may rise. */
const ITERATIONS = 600_000

/** An open data key: in the memory of this page and nowhere else. */
export interface OpenKey {
  readonly keyId: string
  readonly key: CryptoKey
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

async function wrappingKey(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(password.normalize('NFC'))
  const raw = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return await crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

/** A new data key under a password: what is stored, and the open key. */
export async function makeKey(
  account: { id: string; password: string },
  iterations = ITERATIONS,
): Promise<{ stored: StoredKey; open: OpenKey }> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
  const [salt, iv, keyId] = [random(16), random(12), crypto.randomUUID()]
  const wrapped = await crypto.subtle.wrapKey('raw', key, await wrappingKey(account.password, salt, iterations), { name: 'AES-GCM', iv })
  const stored = { v: FORMAT, keyId, accountId: account.id, salt, iterations, iv, wrapped: new Uint8Array(wrapped) }
  return { stored, open: { keyId, key } }
}

/** The keys that a password opens; those of an older password stay closed. */
export async function openKeys(stored: readonly StoredKey[], password: string): Promise<OpenKey[]> {
  const tried = stored.map(async ({ keyId, salt, iterations, iv, wrapped }): Promise<OpenKey[]> => {
    const by = await wrappingKey(password, salt, iterations)
    const opened = crypto.subtle.unwrapKey('raw', wrapped, by, { name: 'AES-GCM', iv }, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt'])
    return await opened.then(
      (key) => [{ keyId, key }],
      () => [],
    )
  })
  return (await Promise.all(tried)).flat()
}

/** Closes bytes so that they open only as what they are: `about` is bound to them. */
export async function seal(bytes: Uint8Array<ArrayBuffer>, about: string, { keyId, key }: OpenKey): Promise<Sealed> {
  const iv = random(12)
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) }
  return { keyId, iv, bytes: new Uint8Array(await crypto.subtle.encrypt(how, key, bytes)) }
}

/** @throws where the key is another one, or the bytes were changed or belong to something else. */
export async function unseal(sealed: Sealed, about: string, keys: readonly OpenKey[]): Promise<Uint8Array<ArrayBuffer>> {
  const open = keys.find(({ keyId }) => keyId === sealed.keyId)
  if (!open) throw new Error('locked')
  const how = { name: 'AES-GCM', iv: sealed.iv, additionalData: new TextEncoder().encode(about) }
  return new Uint8Array(await crypto.subtle.decrypt(how, open.key, sealed.bytes))
}
