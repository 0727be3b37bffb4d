/** Rows by a number that each of them bears. */
export interface Groups {
  /** The rows that bear it, in their order. */
  readonly of: (number: number) => Int32Array
}

/** Groups rows by numbers from 0 to before `size`: a counting sort. */
export function groupBy(numbers: Int32Array, size: number): Groups {
  const starts = new Int32Array(size + 1)
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1
  for (let number = 0; number < size; number += 1) starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0)
  const [rows, next] = [new Int32Array(numbers.length), starts.slice()]
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row] ?? 0
    const at = next[number] ?? 0
    rows[at] = row
    next[number] = at + 1
  }
  return { of: (number) => rows.subarray(starts[number], starts[number + 1]) }
}
