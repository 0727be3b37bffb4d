/** Digits of so many bits: few people have small ones, whose counts are soon cleared; many have large ones, which spare a pass. */
const bitsFor = (people: number): number => (people < 4096 ? 8 : 16)

export interface OrderKey {
  readonly values: Float64Array | Int32Array
  readonly first: 'more' | 'less'
}

interface Digit {
  readonly of: Uint16Array
  readonly greatest: number
}

/** One stable counting pass over one digit. */
function pass(from: Int32Array, to: Int32Array, { of, greatest }: Digit): void {
  const places = new Int32Array(greatest + 2)
  for (let at = 0; at < of.length; at += 1) {
    const after = (of[at] as number) + 1
    places[after] = (places[after] as number) + 1
  }
  for (let digit = 1; digit < places.length; digit += 1) places[digit] = (places[digit] as number) + (places[digit - 1] as number)
  for (let at = 0; at < from.length; at += 1) {
    const who = from[at] as number
    const digit = of[who] as number
    const place = places[digit] as number
    to[place] = who
    places[digit] = place + 1
  }
}

/** The least and the greatest value. Indexed, for this runs over a million people. */
function boundsOf(values: Float64Array | Int32Array): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

/** The digits of a key, the least first, counted from its first value: 0 goes first. */
function digitsOf({ values, first }: OrderKey, bits: number): Digit[] {
  const [least, most] = boundsOf(values)
  const base = 2 ** bits
  const digits: Digit[] = []
  let unit = 1
  for (let left = most - least; left > 0; left = Math.floor(left / base)) {
    const of = new Uint16Array(values.length)
    const isLast = left < base
    for (let at = 0; at < values.length; at += 1) {
      const ahead = first === 'more' ? most - (values[at] as number) : (values[at] as number) - least
      of[at] = unit === 1 && isLast ? ahead : Math.floor(ahead / unit) % base
    }
    digits.push({ of, greatest: isLast ? left : base - 1 })
    unit *= base
  }
  return digits
}

/**
 * Orders people by whole-number keys, the first key first, in time linear in their number; equals keep the order in
 * which they came (their lot). Keys are safe integers less than 2^53 apart.
 */
export function radixOrder(came: Int32Array, keys: readonly OrderKey[]): Int32Array {
  const bits = bitsFor(came.length)
  let [from, to]: [Int32Array, Int32Array] = [came, new Int32Array(came.length)]
  for (const key of keys.toReversed()) {
    for (const digit of digitsOf(key, bits)) {
      pass(from, to, digit)
      ;[from, to] = [to, from === came ? new Int32Array(came.length) : from]
    }
  }
  return from === came ? came.slice() : from
}
