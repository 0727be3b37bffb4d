const [HEADER, COUNT, EMPTY] = [20, 12, 12]

const countOf = (column: Buffer): number => (column.length <= EMPTY ? 0 : column.readInt32BE(COUNT))

/** Columns of one type, in the form that `column-arrays.ts` makes, laid one behind the other: as if all their values had been given at once. */
export function joinColumns(parts: readonly Buffer[]): Buffer {
  const filled = parts.filter((part) => countOf(part) > 0)
  const [first] = filled
  if (!first || filled.length === 1) return first ?? parts[0] ?? Buffer.alloc(EMPTY)
  const joined = Buffer.concat([first.subarray(0, HEADER), ...filled.map((part) => part.subarray(HEADER))])
  joined.writeInt32BE(Math.max(...filled.map((part) => part.readInt32BE(4))), 4)
  joined.writeInt32BE(
    filled.reduce((sum, part) => sum + countOf(part), 0),
    COUNT,
  )
  return joined
}
