import { createHmac } from 'node:crypto'

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

/** HMAC-SM3 or HMAC-SHA-256: 32 bytes. */
export const mac = (profile: Profile, key: Buffer, message: Buffer | string): Buffer =>
  createHmac(HASH[profile], key).update(message).digest()

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
