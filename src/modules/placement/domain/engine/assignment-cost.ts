import type { Candidate, Opening, Post } from '../record/opening.ts'
import type { Cost } from '../record/rules.ts'

/** What one post would cost one person, line by line, so that it can be read and disputed. */
export interface CostLines {
  readonly kilometres: number
  readonly distance: number
  readonly misfit: number
  readonly hardship: number
  readonly total: number
}

/** Metres between places as the opening has them; a place is no way from itself. */
export function distancesOf({ distances }: Pick<Opening, 'distances'>): (from: string, to: string) => number | undefined {
  const metres = new Map(distances.map((one) => [`${one.from} ${one.to}`, one.metres]))
  return (from, to) => (from === to ? 0 : metres.get(`${from} ${to}`))
}

/** Distance from home, fit of speciality to post, hardship. Whole kilometres, so that nothing is rounded twice. */
export function explainCost(rules: Cost, { metres, candidate, post }: { metres: number; candidate: Candidate; post: Post }): CostLines {
  const kilometres = Math.floor(metres / 1000)
  const fits = post.wishes.length === 0 || post.wishes.some((code) => candidate.codes.includes(code))
  const [distance, misfit] = [rules.perKilometre * kilometres, fits ? 0 : rules.misfit]
  const hardship = rules.hardshipPerKilometre * candidate.hardship * kilometres
  return { kilometres, distance, misfit, hardship, total: distance + misfit + hardship }
}
