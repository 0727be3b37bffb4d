/** A whole that is published beside the parts it is the sum of. */
export interface SumOf {
  readonly whole: string
  readonly parts: readonly string[]
}

/** A prime whose products stay whole in a double. An equation that only holds modulo it hides one cell too many, never one too few. */
const PRIME = 67_108_859

/** One equation: the coefficient of each hidden cell; what is shown stands on the other side and does not matter. */
type Row = Map<number, number>

const modular = (value: number): number => ((value % PRIME) + PRIME) % PRIME

function inverse(value: number): number {
  let [result, base, power] = [1, modular(value), PRIME - 2]
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** Adds a multiple of a row to another, in place. */
function addTo(row: Row, other: Row, times: number): void {
  for (const [column, value] of other) {
    const sum = modular((row.get(column) ?? 0) + ((value * times) % PRIME))
    if (sum === 0) row.delete(column)
    else row.set(column, sum)
  }
}

function rowsOf(sums: readonly SumOf[], columns: ReadonlyMap<string, number>): Row[] {
  return sums.flatMap(({ whole, parts }) => {
    const row: Row = new Map()
    const put = (key: string, sign: number): void => {
      const column = columns.get(key)
      if (column !== undefined) row.set(column, modular((row.get(column) ?? 0) + sign))
    }
    put(whole, 1)
    for (const part of parts) put(part, -1)
    return row.size > 0 ? [row] : []
  })
}

/** Hidden cells that the sums fix all the same: those alone in a row once everything has been subtracted from everything. */
export function findDetermined(sums: readonly SumOf[], hidden: ReadonlySet<string>): string[] {
  const keys = [...hidden]
  const columns = new Map(keys.map((key, at) => [key, at]))
  const reduced = new Map<number, Row>()
  for (const row of rowsOf(sums, columns)) {
    for (const [column, value] of [...row]) {
      const pivot = reduced.get(column)
      if (pivot && row.has(column)) addTo(row, pivot, PRIME - modular(row.get(column) ?? value))
    }
    const [first] = row
    if (!first) continue
    const [column, value] = first
    const scale = inverse(value)
    for (const [at, one] of row) row.set(at, (one * scale) % PRIME)
    for (const other of reduced.values()) {
      const there = other.get(column)
      if (there !== undefined) addTo(other, row, PRIME - there)
    }
    reduced.set(column, row)
  }
  return [...reduced].flatMap(([column, row]) => (row.size === 1 ? [keys[column] ?? ''] : []))
}
