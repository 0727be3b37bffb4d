import type { Candidate } from '../record/opening.ts'

/** How much of a pseudonym an employer is shown: enough to tell people apart and to read the record afterwards. */
export const SHORT_NAME = 8

const YEAR_BANDS = [0, 5, 8, 12, 16] as const

/** A composite has four digits behind the point, a band ten points. */
const BAND = 100_000

const isOf = (item: string, group: string): boolean => item.startsWith(`${group}.`) || item.includes(`.${group}.`)

/**
 * What a receiving unit may know of somebody who has listed its post: skills as codes, bands of service and of points, whether
 * there is a merit or a commendation. Not the score itself, for published lists have it beside a masked name; no line on
 * disability or hardship; no place, no day, no number.
 */
export function whatEmployersSee({ pseudonym, codes, lines, composite }: Candidate) {
  const halves = lines.filter(({ item }) => isOf(item, 'service')).reduce((sum, { quantity }) => sum + quantity, 0)
  const at = YEAR_BANDS.findLastIndex((from) => halves / 2 >= from)
  const next = YEAR_BANDS[at + 1]
  const rewards = lines.filter(({ item, points }) => points > 0 && (isOf(item, 'reward') || isOf(item, 'commended')))
  const from = Math.floor(composite / BAND) * 10
  return {
    name: pseudonym.slice(0, SHORT_NAME),
    codes: codes.toSorted(),
    years: { from: YEAR_BANDS[Math.max(0, at)] ?? 0, to: next === undefined ? null : next - 1 },
    hasMerit: rewards.some(({ item }) => item.endsWith('Merit')),
    hasCommendation: rewards.some(({ item }) => !item.endsWith('Merit')),
    points: { from, to: from + 10 },
  }
}
