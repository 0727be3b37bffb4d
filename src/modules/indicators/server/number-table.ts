/** Numbers found again by number: each new key gets the next index, 0 upwards. For millions of them, where a Map is too slow. */
export interface NumberTable {
  readonly size: () => number
  /** The index of a key, added where it is new. Keys are whole and not negative. */
  readonly indexOf: (key: number) => number
  /** The key at an index. */
  readonly keyAt: (index: number) => number
}

/** For the millions of a rebuild; a fold of a thousand facts begins with less. */
const FIRST = 1 << 16

function mix(key: number): number {
  const low = key >>> 0
  const high = (key / 4294967296) >>> 0
  let hash = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul(high + 0x9e3779b9, 0x297a2d39)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** `first`: how many slots it begins with, a power of two; it grows as needed. */
export function makeNumberTable(first = FIRST): NumberTable {
  let slots = new Int32Array(first).fill(-1)
  let keys = new Float64Array(first / 2)
  let size = 0
  const slotOf = (key: number): number => {
    const mask = slots.length - 1
    let slot = mix(key) & mask
    for (let index = slots[slot] ?? -1; index !== -1 && keys[index] !== key; index = slots[slot] ?? -1) slot = (slot + 1) & mask
    return slot
  }
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    const more = new Float64Array(slots.length / 2)
    more.set(keys)
    keys = more
    for (let index = 0; index < size; index += 1) slots[slotOf(keys[index] ?? 0)] = index
  }
  const indexOf = (key: number): number => {
    if (size >= keys.length) grow()
    const slot = slotOf(key)
    const found = slots[slot] ?? -1
    if (found !== -1) return found
    keys[size] = key
    slots[slot] = size
    size += 1
    return size - 1
  }
  return { size: () => size, indexOf, keyAt: (index) => keys[index] ?? 0 }
}
