/** Longer than any row of ours: what has no ends of rows is not held in memory whole. */
const LONGEST = 4_096

/** The rows of a text as it comes, without their ends, as many at a time as a piece of it holds. */
export async function* rowsOfFile(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const piece of pieces) {
    const rows = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = rows.pop() ?? ''
    if (rest.length > LONGEST) {
      rows.push(rest)
      rest = ''
    }
    yield rows.map(withoutReturn)
  }
  yield [withoutReturn(rest + decoder.decode())]
}

const withoutReturn = (row: string): string => (row.endsWith('\r') ? row.slice(0, -1) : row)
