import type { Figure } from '../contract.ts'

const rounded = (value: number | null | undefined) => (typeof value === 'number' ? Math.round(value * 10) / 10 : null)

/** The months of a trend in two lines: the last twelve, named `11` or, in January, `2026-1`, and the twelve before them. */
export function trendLines(trend: readonly Figure[]): { months: string[]; now: (number | null)[]; before: (number | null)[] } {
  const byMonth = trend.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const last = byMonth.slice(-12)
  const first = byMonth.slice(-24, -12)
  return {
    months: last.map(({ key }, at) => (at === 0 || key.endsWith('-01') ? key.replace('-0', '-') : String(Number(key.slice(5))))),
    now: last.map(({ value }) => rounded(value)),
    before: last.map((_, at) => rounded(first[at - last.length + first.length]?.value)),
  }
}
