import { type Canonical, canonicalText } from './canonical.ts'

/** SHA-256 of bytes. A parameter, for a domain reaches for no machine: the server gives node:crypto's. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** What is hashed, so that a hash of one thing can never pass for a hash of another. */
type Tag = 'leaf' | 'commitment' | 'seed' | 'pseudonym' | 'start' | 'link' | 'seal'

const encoder = new TextEncoder()
const BLOCK = 64

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)
  return bytes
}

/** SHA-256 over `guidui/TAG/1`, a line feed, and the canonical text, in hexadecimal. */
export const digest = (sha256: Sha256, tag: Tag, value: Canonical): string =>
  hexOf(sha256(encoder.encode(`guidui/${tag}/1\n${canonicalText(value)}`)))

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** A machine that authenticates text under one key: HMAC-SHA-256 (RFC 2104), in hexadecimal. */
export function hmac(sha256: Sha256, key: Uint8Array): (text: string) => string {
  const block = new Uint8Array(BLOCK)
  block.set(key.length > BLOCK ? sha256(key) : key)
  const [inner, outer] = [block.map((byte) => byte ^ 0x36), block.map((byte) => byte ^ 0x5c)]
  return (text) => hexOf(sha256(joined(outer, sha256(joined(inner, encoder.encode(text))))))
}

/** The key of the lot: 32 bytes of seed, then the draw as it was printed. */
export const lotKey = (seed: string, drawn: string): Uint8Array => joined(bytesOf(seed), encoder.encode(drawn))
