import { createHmac, hash } from 'node:crypto'

/** Which family of algorithms a deployment uses: national commercial cryptography (SM3, SM4), or SHA-256 and AES-256. */
export type Profile = 'gm' | 'international'

const HASH = { gm: 'sm3', international: 'sha256' } as const

/** Each part after its own length, so that no two lists of parts make the same bytes. */
export function joined(parts: readonly string[]): Buffer {
  const pieces = parts.flatMap((part) => {
    const bytes = Buffer.from(part, 'utf8')
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return Buffer.concat(pieces)
}

/** One compression of either hash takes 64 bytes. */
const BLOCK = 64
/** Beyond this the hashing itself is what costs, and a copy of the message would be one more cost. */
const SHORT = 1024

interface Pads {
  readonly inner: Buffer
  readonly outer: Buffer
}

const padsOf = new WeakMap<Buffer, Pads>()

/** The key as the two hashes of an HMAC begin with it (RFC 2104); keys are never longer than a block here. */
function makePads(key: Buffer): Pads {
  const pads = { inner: Buffer.alloc(BLOCK, 0x36), outer: Buffer.alloc(BLOCK, 0x5c) }
  for (const [at, byte] of key.entries()) {
    pads.inner[at] = byte ^ 0x36
    pads.outer[at] = byte ^ 0x5c
  }
  padsOf.set(key, pads)
  return pads
}

/**
 * HMAC-SM3 or HMAC-SHA-256: 32 bytes. A key is a buffer that nobody writes to.
 *
 * A short message is hashed in two calls, as RFC 2104 defines it: for each of the dozen keyed hashes of a person, making
 * an Hmac object took three times as long as hashing.
 */
export function mac(profile: Profile, key: Buffer, message: Buffer | string): Buffer {
  const length = typeof message === 'string' ? Buffer.byteLength(message) : message.length
  if (length > SHORT || key.length > BLOCK) return createHmac(HASH[profile], key).update(message).digest()
  const within = Buffer.allocUnsafe(BLOCK + length)
  if (typeof message === 'string') within.write(message, BLOCK, 'utf8')
  else message.copy(within, BLOCK)
  const made = Buffer.allocUnsafe(32)
  macInto(profile, key, within, made)
  return made
}

/** Room before a message, for `macInto`. */
export const MAC_ROOM = BLOCK

const around = Buffer.allocUnsafe(BLOCK + 32)

/** The same into the 32 bytes of `made`, for who makes many: of a short message that lies after `MAC_ROOM` bytes, which are written to. */
export function macInto(profile: Profile, key: Buffer, within: Buffer, made: Buffer): void {
  const { inner, outer } = padsOf.get(key) ?? makePads(key)
  inner.copy(within)
  outer.copy(around)
  around.write(hash(HASH[profile], within, 'binary'), BLOCK, 'latin1')
  made.write(hash(HASH[profile], around, 'binary'), 'latin1')
}

/**
 * A 32-byte key below the master key: `HMAC(master, "guidui.secrets.1" ‖ parts ‖ 0x01)`, every part length-prefixed.
 *
 * This is HKDF-Expand of RFC 5869 for one block, with HMAC-SM3 in the national profile. The extract step is left out,
 * as section 3.3 allows: the master key is already uniformly random. Whoever learns one derived key learns neither the
 * master key nor a sister key.
 */
export function deriveKey(profile: Profile, masterKey: Buffer, parts: readonly string[]): Buffer {
  return mac(profile, masterKey, Buffer.concat([joined(['guidui.secrets.1', profile, ...parts]), Buffer.of(1)]))
}
