/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), worked out. */
const ROUNDS = 64

function primes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number += 1) if (found.every((prime) => number % prime !== 0)) found.push(number)
  return found
}

/** Floor of 2^32 times the fraction of the root, exactly: the largest whole x with x^power ≤ prime × 2^(32 × power). */
function fraction(prime: number, power: bigint): number {
  const wanted = BigInt(prime) << (32n * power)
  let [low, high] = [0n, 1n << 40n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** power <= wanted) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn)
}

const K = Uint32Array.from(primes(ROUNDS), (prime) => fraction(prime, 3n))
const START = Uint32Array.from(primes(8), (prime) => fraction(prime, 2n))

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The message, a one, zeros, and its length in bits: a whole number of blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const size = Math.ceil((message.length + 9) / 64) * 64
  const bytes = new Uint8Array(size)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(size - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(size - 4, (message.length * 8) >>> 0)
  return view
}

function expand(words: Uint32Array, view: DataView, offset: number): void {
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(offset + 4 * at)
  for (let at = 16; at < ROUNDS; at += 1) {
    const [far, near] = [words[at - 15] as number, words[at - 2] as number]
    const small0 = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)
    const small1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)
    words[at] = ((words[at - 16] as number) + small0 + (words[at - 7] as number) + small1) | 0
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let at = 0; at < ROUNDS; at += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[at] as number) + (words[at] as number)) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] as number) + word) | 0
}

/** SHA-256, written here: a browser offers its own only to pages that came over a secure line, and offices have others. */
export function sha256(message: Uint8Array): Uint8Array {
  const [view, state, words] = [padded(message), START.slice(), new Uint32Array(ROUNDS)]
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    expand(words, view, offset)
    compress(state, words)
  }
  const hash = new Uint8Array(32)
  const out = new DataView(hash.buffer)
  for (let at = 0; at < 8; at += 1) out.setUint32(4 * at, state[at] as number)
  return hash
}

const utf8 = new TextEncoder()

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => (byte + 256).toString(16).slice(1)).join('')

export const hashText = (text: string): string => hex(sha256(utf8.encode(text)))

/** HMAC-SHA-256 under a key of hexadecimal bytes followed by text. */
export function keyedHash(keyHex: string, keyText: string): (text: string) => string {
  const raw = [...(keyHex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)), ...utf8.encode(keyText)]
  const key = raw.length > 64 ? [...sha256(Uint8Array.from(raw))] : raw
  const pad = (mask: number): number[] => Array.from({ length: 64 }, (_, at) => (key[at] ?? 0) ^ mask)
  const [inner, outer] = [pad(0x36), pad(0x5c)]
  return (text) => hex(sha256(Uint8Array.from([...outer, ...sha256(Uint8Array.from([...inner, ...utf8.encode(text)]))])))
}
