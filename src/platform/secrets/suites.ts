import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { mac, type Profile } from './key-tree.ts'

/** The keys of one column under one master key version. AES-GCM needs one key; SM4 with HMAC-SM3 needs two. */
export interface ColumnKeys {
  readonly cipher: Buffer
  readonly mac: Buffer
}

/** Authenticated encryption with associated data. A context must tell its own length (`joined` does). `open` throws where a single bit of text, nonce, tag or context differs. */
export interface Suite {
  /** The first byte of every ciphertext: never reused for another algorithm. */
  readonly format: number
  seal(keys: ColumnKeys, context: Buffer, plain: Buffer): Buffer
  open(keys: ColumnKeys, context: Buffer, sealed: Buffer): Buffer
}

const forged = (): never => {
  throw new Error('the authentication tag does not fit')
}

/** Nonces are drawn by the thousand: one call for each would cost as much as the cipher. A drawn nonce is never drawn again. */
function nonceWell(length: number): () => Buffer {
  let drawn = Buffer.alloc(0)
  let next = 0
  return () => {
    if (next + length > drawn.length) [drawn, next] = [randomBytes(length * 1024), 0]
    next += length
    return drawn.subarray(next - length, next)
  }
}

const nonce16 = nonceWell(16)
const nonce12 = nonceWell(12)

/** nonce 16 ‖ SM4-CTR ‖ HMAC-SM3 32, encrypt-then-MAC over context ‖ nonce ‖ ciphertext (GM/T 0002, GM/T 0004). OpenSSL 3.0 has no SM4-GCM. */
const sm4: Suite = {
  format: 1,
  seal(keys, context, plain) {
    const nonce = nonce16()
    const cipher = createCipheriv('sm4-ctr', keys.cipher.subarray(0, 16), nonce)
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()])
    return Buffer.concat([body, mac('gm', keys.mac, Buffer.concat([context, body]))])
  },
  open(keys, context, sealed) {
    if (sealed.length < 48) return forged()
    const body = sealed.subarray(0, -32)
    const tag = mac('gm', keys.mac, Buffer.concat([context, body]))
    if (!timingSafeEqual(tag, sealed.subarray(-32))) return forged()
    const cipher = createDecipheriv('sm4-ctr', keys.cipher.subarray(0, 16), body.subarray(0, 16))
    return Buffer.concat([cipher.update(body.subarray(16)), cipher.final()])
  },
}

/** nonce 12 ‖ AES-256-GCM ‖ tag 16. Random nonces: rotate before 2^32 values of one column (NIST SP 800-38D, 8.3). */
const aes: Suite = {
  format: 2,
  seal(keys, context, plain) {
    const nonce = nonce12()
    const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonce, { authTagLength: 16 }).setAAD(context)
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()])
    return Buffer.concat([body, cipher.getAuthTag()])
  },
  open(keys, context, sealed) {
    if (sealed.length < 28) return forged()
    const cipher = createDecipheriv('aes-256-gcm', keys.cipher, sealed.subarray(0, 12), { authTagLength: 16 })
    cipher.setAAD(context).setAuthTag(sealed.subarray(-16))
    return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()])
  },
}

export const SUITES: Readonly<Record<Profile, Suite>> = { gm: sm4, international: aes }

export const profileOfFormat = (format: number | undefined): Profile | undefined =>
  format === sm4.format ? 'gm' : format === aes.format ? 'international' : undefined
