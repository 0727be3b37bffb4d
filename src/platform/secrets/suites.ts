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

const blockCiphers = new WeakMap<Buffer, ReturnType<typeof createCipheriv>>()

/** SM4 on single blocks, its key schedule worked out once a key: for a field of two blocks that cost more than all the rest. */
export function blockCipherOf(key: Buffer): ReturnType<typeof createCipheriv> {
  const known = blockCiphers.get(key)
  if (known) return known
  const made = createCipheriv('sm4-ecb', key.subarray(0, 16), null).setAutoPadding(false)
  blockCiphers.set(key, made)
  return made
}

export const BLOCK = 16

/** Writes the counters that follow a nonce, each one more than the last as a number of 128 bits; gives where they end. */
export function writeCounters(counters: Buffer, from: number, nonce: Buffer, blocks: number): number {
  if (blocks === 0) return from
  nonce.copy(counters, from, 0, BLOCK)
  for (let block = 1; block < blocks; block += 1) {
    const start = from + block * BLOCK
    counters.copyWithin(start, start - BLOCK, start)
    let at = start + BLOCK - 1
    while (at >= start && counters[at] === 0xff) counters[at--] = 0
    if (at >= start) counters[at] = (counters[at] ?? 0) + 1
  }
  return from + blocks * BLOCK
}

/** From here on making a cipher costs less than laying a text over its counters here. */
const LONG = 1024

/** SM4-CTR (GB/T 17964): the text laid over the enciphered counters. It opens what it closed. */
function sm4Counter(key: Buffer, nonce: Buffer, text: Buffer): Buffer {
  if (text.length >= LONG) return createCipheriv('sm4-ctr', key.subarray(0, 16), nonce).update(text)
  const blocks = Math.ceil(text.length / BLOCK)
  const counters = Buffer.allocUnsafe(blocks * BLOCK)
  writeCounters(counters, 0, nonce, blocks)
  const stream = blockCipherOf(key).update(counters)
  const laid = Buffer.allocUnsafe(text.length)
  for (let at = 0; at < laid.length; at += 1) laid[at] = (text[at] ?? 0) ^ (stream[at] ?? 0)
  return laid
}

/** nonce 16 ‖ SM4-CTR ‖ HMAC-SM3 32, encrypt-then-MAC over context ‖ nonce ‖ ciphertext (GM/T 0002, GM/T 0004). OpenSSL 3.0 has no SM4-GCM. */
const sm4: Suite = {
  format: 1,
  seal(keys, context, plain) {
    const nonce = nonce16()
    const body = Buffer.concat([nonce, sm4Counter(keys.cipher, nonce, plain)])
    return Buffer.concat([body, mac('gm', keys.mac, Buffer.concat([context, body]))])
  },
  open(keys, context, sealed) {
    if (sealed.length < 48) return forged()
    const body = sealed.subarray(0, -32)
    const tag = mac('gm', keys.mac, Buffer.concat([context, body]))
    if (!timingSafeEqual(tag, sealed.subarray(-32))) return forged()
    return sm4Counter(keys.cipher, body.subarray(0, BLOCK), body.subarray(BLOCK))
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
