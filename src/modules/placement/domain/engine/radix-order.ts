/** Few people: small digits, whose counts are soon cleared. Many: large ones, which spare a pass over all of them. */
const bitsFor = (people: number): number => (people < 100_000 ? 11 : 16)
/** A key wider than this is ordered by its low part, then by its high part. */
const HALF = 2 ** 22

/** One stable counting pass over one digit. */
function pass(from: Int32Array, to: Int32Array, { digits, shift, bits }: { digits: Uint32Array; shift: number; bits: number }): void {
  const [counts, mask] = [new Int32Array(1 << bits), (1 << bits) - 1]
  for (let at = 0; at < digits.length; at += 1) {
    const bucket = ((digits[at] as number) >>> shift) & mask
    counts[bucket] = (counts[bucket] as number) + 1
  }
  let before = 0
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    const held = counts[bucket] as number
    counts[bucket] = before
    before += held
  }
  for (let at = 0; at < from.length; at += 1) {
    const who = from[at] as number
    const bucket = ((digits[who] as number) >>> shift) & mask
    const place = counts[bucket] as number
    to[place] = who
    counts[bucket] = place + 1
  }
}

/** The parts of a key, least first, each with its greatest value. A key is counted from its least value up. */
function partsOf(key: Float64Array | Int32Array, first: 'more' | 'less'): { digits: Uint32Array; greatest: number }[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of key) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const width = key.length === 0 ? 0 : most - least
  const wide = width >= HALF
  const [low, high] = [new Uint32Array(key.length), new Uint32Array(wide ? key.length : 0)]
  for (let at = 0; at < key.length; at += 1) {
    const value = first === 'more' ? most - (key[at] as number) : (key[at] as number) - least
    if (wide) high[at] = Math.floor(value / HALF)
    low[at] = wide ? value % HALF : value
  }
  return [{ digits: low, greatest: wide ? HALF - 1 : width }, ...(wide ? [{ digits: high, greatest: Math.floor(width / HALF) }] : [])]
}

export interface OrderKey {
  readonly values: Float64Array | Int32Array
  readonly first: 'more' | 'less'
}

/**
 * Orders people by whole-number keys, the first key first, in time linear in their number; equals keep the order in
 * which they came (their lot). Keys are safe integers less than 2^53 apart.
 */
export function radixOrder(came: Int32Array, keys: readonly OrderKey[]): Int32Array {
  const bits = bitsFor(came.length)
  let [from, to] = [came.slice(), new Int32Array(came.length)]
  for (const { values, first } of keys.toReversed()) {
    for (const { digits, greatest } of partsOf(values, first)) {
      for (let shift = 0; shift < 32 && (shift === 0 ? greatest > 0 : greatest >>> shift > 0); shift += bits) {
        pass(from, to, { digits, shift, bits })
        ;[from, to] = [to, from]
      }
    }
  }
  return from
}
