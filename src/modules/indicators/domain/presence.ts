/**
 * A person counts in a month at a unit while the net of its facts there is above zero; at a node, while it does at some
 * unit below. `prev` of a month is the last one before in which the person counted at that node, 0 for none. The
 * persons of any months [a, b] are then the links with a month in [a, b] and `prev` before a: each person has exactly
 * one, its first in the range. So distinct persons over any range are a sum.
 */
export interface Link {
  readonly month: number
  readonly prev: number
}

/** Net facts of one person by month; a month whose net is zero is left out. */
export type Tally = ReadonlyMap<number, number>

export const monthsOf = (tally: Tally): number[] => [...tally].flatMap(([month, net]) => (net > 0 ? [month] : []))

/** Adds to a tally; gives a new one. */
export function addTally(tally: Tally, more: Tally): Map<number, number> {
  const sum = new Map(tally)
  for (const [month, net] of more) {
    const now = (sum.get(month) ?? 0) + net
    if (now === 0) sum.delete(month)
    else sum.set(month, now)
  }
  return sum
}

/** The links of one person at one node, from the months in which it counted, in any order. */
export function linksOf(months: Iterable<number>): Link[] {
  const sorted = [...new Set(months)].toSorted((a, b) => a - b)
  return sorted.map((month, at) => ({ month, prev: sorted[at - 1] ?? 0 }))
}

/** What a change of a person's months does to the links: +1 for each new one, −1 for each that is no more. */
export function linkChanges(before: Iterable<number>, after: Iterable<number>): (Link & { readonly count: 1 | -1 })[] {
  const [old, now] = [linksOf(before), linksOf(after)]
  const isIn = (links: readonly Link[], one: Link) => links.some(({ month, prev }) => month === one.month && prev === one.prev)
  return [
    ...now.filter((link) => !isIn(old, link)).map((link) => ({ ...link, count: 1 as const })),
    ...old.filter((link) => !isIn(now, link)).map((link) => ({ ...link, count: -1 as const })),
  ]
}
