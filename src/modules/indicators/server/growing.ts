/** Numbers appended one by one, millions of them: whole ones of 32 bits. */
export interface Growing {
  readonly push: (value: number) => void
  readonly size: () => number
  readonly get: (at: number) => number
  readonly set: (at: number, value: number) => void
  /** All of them, not to be kept while more are appended. */
  readonly values: () => Int32Array
}

export function makeGrowing(): Growing {
  let held = new Int32Array(1 << 12)
  let size = 0
  return {
    push(value) {
      if (size === held.length) {
        const more = new Int32Array(held.length * 2)
        more.set(held)
        held = more
      }
      held[size] = value
      size += 1
    },
    size: () => size,
    get: (at) => held[at] ?? 0,
    set(at, value) {
      held[at] = value
    },
    values: () => held.subarray(0, size),
  }
}

/** The same for whole numbers up to 2^53. */
export function makeGrowingLarge(): { push: (value: number) => void; values: () => Float64Array; clear: () => void } {
  let held = new Float64Array(1 << 12)
  let size = 0
  return {
    push(value) {
      if (size === held.length) {
        const more = new Float64Array(held.length * 2)
        more.set(held)
        held = more
      }
      held[size] = value
      size += 1
    },
    values: () => held.subarray(0, size),
    clear() {
      size = 0
    },
  }
}
