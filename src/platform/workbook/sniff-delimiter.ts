/** Of equals the first: a tab inside a text is rarer than a comma. */
const CANDIDATES = ['\t', ',', ';', '|'] as const

/** How often each candidate stands outside quotes in each line of the sample. */
function countPerLine(sample: string): number[][] {
  const lines: number[][] = []
  let [line, isQuoted] = [CANDIDATES.map(() => 0), false]
  for (const character of sample) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === '\n' && !isQuoted) {
      lines.push(line)
      line = CANDIDATES.map(() => 0)
    } else if (!isQuoted) {
      const index = CANDIDATES.indexOf(character as ',')
      if (index >= 0) line[index] = (line[index] ?? 0) + 1
    }
    if (lines.length >= 100) break
  }
  lines.push(line)
  return lines.filter((counts) => counts.some((count) => count > 0))
}

/**
 * The delimiter of a text table: the candidate that stands equally often in the most lines. `sep=;`
 * in the first line (what Excel honours) decides alone.
 */
export function sniffDelimiter(sample: string): string {
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(sample)
  if (told?.[1]) return told[1]
  const lines = countPerLine(sample)
  const scores = CANDIDATES.map((_, index) => {
    const tally = new Map<number, number>()
    for (const counts of lines) {
      const count = counts[index] ?? 0
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...tally.values())
  })
  const best = Math.max(...scores)
  return best === 0 ? ',' : (CANDIDATES[scores.indexOf(best)] ?? ',')
}
