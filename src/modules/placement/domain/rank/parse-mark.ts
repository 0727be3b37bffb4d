/** Hundredths of a mark as people write it, 0 to 100 with at most two decimals; undefined where it is none. */
export function parseMark(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!match) return undefined
  const mark = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return mark <= 10_000 ? mark : undefined
}
