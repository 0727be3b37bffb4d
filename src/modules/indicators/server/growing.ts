/** Whole numbers appended one by one, millions of them, four bytes each. */
export function makeGrowing(): { push: (value: number) => void; values: () => Int32Array } {
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
    values: () => held.subarray(0, size),
  }
}
