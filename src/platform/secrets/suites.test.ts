import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveKey, joined, mac } from './key-tree.ts'
import { SUITES } from './suites.ts'

/** GM/T 0004-2012, annex A.1; GM/T 0002-2012, annex A.1. */
test('SM3 and SM4 of this Node give the values of the standards', () => {
  const block = '0123456789abcdeffedcba9876543210'
  const sm4 = createCipheriv('sm4-ecb', Buffer.from(block, 'hex'), null).setAutoPadding(false)

  expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  expect(sm4.update(block, 'hex', 'hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test('a million rounds of SM4 give the value of the standard', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  // CBC over a zero message from a zero vector is the block cipher applied again and again to what it gave before.
  const chain = createCipheriv('sm4-cbc', block, block).setAutoPadding(false)
  const rounds = chain.update(Buffer.alloc(16 * 1_000_000))

  expect(rounds.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66')
})

test('HMAC-SM3 is HMAC (RFC 2104) over SM3', () => {
  const key = Buffer.alloc(64, 7)
  const xored = (by: number) => Buffer.from(key.map((byte) => byte ^ by))
  const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest()

  expect(createHmac('sm3', key).update('abc').digest()).toEqual(sm3(xored(0x5c), sm3(xored(0x36), Buffer.from('abc'))))
})

test('no two lists of parts are the same bytes, and no two derived keys the same', () => {
  const master = Buffer.alloc(32, 1)
  const lists = [['a', 'b'], ['ab'], ['a', 'b', ''], ['', 'ab']]

  expect(new Set(lists.map((parts) => joined(parts).toString('hex'))).size).toBe(lists.length)
  expect(new Set(lists.map((parts) => deriveKey('gm', master, parts).toString('hex'))).size).toBe(lists.length)
  expect(deriveKey('gm', master, ['a'])).not.toEqual(deriveKey('international', master, ['a']))
})

test('what SM4 in counter mode of OpenSSL closed opens, and the other way, also where the counter runs over', () => {
  const keys = { cipher: Buffer.alloc(32, 3), mac: Buffer.alloc(32, 4) }
  const context = joined(['registry.people.phone', 'row'])
  const cipherOf = (nonce: Buffer) => createCipheriv('sm4-ctr', keys.cipher.subarray(0, 16), nonce)
  for (const [size, nonce] of [
    [0, Buffer.alloc(16, 1)],
    [11, Buffer.alloc(16, 1)],
    [800, Buffer.concat([Buffer.alloc(13, 9), Buffer.alloc(3, 0xff)])],
    [100, Buffer.alloc(16, 0xff)],
    [5_000, Buffer.alloc(16, 0xff)],
  ] as const) {
    const plain = Buffer.alloc(size, 'a')
    const body = Buffer.concat([nonce, cipherOf(nonce).update(plain)])
    const closed = Buffer.concat([body, mac('gm', keys.mac, Buffer.concat([context, body]))])
    const own = SUITES.gm.seal(keys, context, plain)

    expect(SUITES.gm.open(keys, context, closed)).toEqual(plain)
    expect(cipherOf(own.subarray(0, 16)).update(own.subarray(16, -32))).toEqual(plain)
  }
})
