/** Persons by their UUID, numbered in the order in which they were first seen. For millions. */
export interface PersonTable {
  readonly size: () => number
  /** The number of the person whose UUID begins at `at` as sixteen bytes. */
  readonly indexOf: (bytes: DataView, at: number) => number
  /** All UUIDs, four numbers of 32 bits each, in the order of their numbers. Another array once persons are added. */
  readonly quarters: () => Uint32Array
}

const FIRST = 1 << 16
export function makePersonTable(): PersonTable {
  let slots = new Int32Array(FIRST).fill(-1)
  let ids = new Uint32Array(FIRST * 2)
  let size = 0
  const asked = new Uint32Array(4)
  const isSame = (index: number, other: Uint32Array): boolean =>
    ids[index * 4 + 3] === other[3] && ids[index * 4 + 2] === other[2] && ids[index * 4 + 1] === other[1] && ids[index * 4] === other[0]
  const slotOf = (id: Uint32Array): number => {
    const mask = slots.length - 1
    let slot = (Math.imul((id[3] ?? 0) ^ Math.imul(id[1] ?? 0, 0x2c1b3c6d), 0x9e3779b1) ^ (id[2] ?? 0) ^ (id[0] ?? 0)) & mask
    for (let index = slots[slot] ?? -1; index !== -1 && !isSame(index, id); index = slots[slot] ?? -1) slot = (slot + 1) & mask
    return slot
  }
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    const more = new Uint32Array(slots.length * 2)
    more.set(ids)
    ids = more
    for (let index = 0; index < size; index += 1) slots[slotOf(ids.subarray(index * 4, index * 4 + 4))] = index
  }
  const indexOf = (bytes: DataView, at: number): number => {
    if (size * 2 >= slots.length) grow()
    for (let quarter = 0; quarter < 4; quarter += 1) asked[quarter] = bytes.getUint32(at + quarter * 4)
    const slot = slotOf(asked)
    const found = slots[slot] ?? -1
    if (found !== -1) return found
    ids.set(asked, size * 4)
    slots[slot] = size
    size += 1
    return size - 1
  }
  return { size: () => size, indexOf, quarters: () => ids }
}
