import type { Canonical } from './canonical.ts'
import { digest, hmac, lotKey, type Sha256 } from './digest.ts'
import type { Happening, Link } from './events.ts'
import type { Opening } from './opening.ts'
import { type Leaves, type PlacementRecord, RECORD_FORMAT } from './record.ts'

/** What stands in the opening for the seed, which stays secret until the draw. */
export const seedHashOf = (sha256: Sha256, seed: string): string => digest(sha256, 'seed', { seed })

/** The hash of each part of an opening: a part that was changed afterwards is named, and not only that something was. */
export function leavesOf(sha256: Sha256, { rules, candidates, posts, distances, ...head }: Opening): Leaves {
  const leaf = (part: Canonical): string => digest(sha256, 'leaf', part)
  return {
    head: leaf(head),
    rules: leaf(rules),
    candidates: candidates.map(leaf),
    posts: posts.map(leaf),
    distances: leaf(distances),
  }
}

/** What is published on `/open` before the draw: it binds rules, people, scores, posts and seed. */
export const commitmentOf = (sha256: Sha256, opening: Opening): string => digest(sha256, 'commitment', leavesOf(sha256, opening))

/** The name of a person in one round. Who does not know the salt cannot go from a known person to the name. */
export const pseudonymOf = (sha256: Sha256, known: { round: string; person: string; salt: string }): string =>
  digest(sha256, 'pseudonym', known)

/** Pseudonyms in the order of their lots: HMAC under seed and draw, smallest first. */
export function drawLots(sha256: Sha256, pseudonyms: readonly string[], drawn: PlacementRecord['drawn']): string[] {
  const lotOf = hmac(sha256, lotKey(drawn.seed, drawn.value))
  return pseudonyms
    .map((pseudonym) => ({ pseudonym, lot: lotOf(`guidui/lot/1\n${pseudonym}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ pseudonym }) => pseudonym)
}

/** What the first link holds on to: the commitment and the finished draw. */
export const startOf = (sha256: Sha256, { commitment, drawn }: Pick<PlacementRecord, 'commitment' | 'drawn'>): string =>
  digest(sha256, 'start', { commitment, drawn })

/** The next link of a chain whose last hash is `before` (the start's for the first). */
export function linkTo(sha256: Sha256, before: string, { seq, at, what }: { seq: number; at: number; what: Happening }): Link {
  return { seq, at, what, hash: digest(sha256, 'link', { before, seq, at, what }) }
}

/** The record as it is published, sealed. */
export function sealRecord(sha256: Sha256, parts: Omit<PlacementRecord, 'format' | 'leaves' | 'seal'>): PlacementRecord {
  const whole = { format: RECORD_FORMAT, ...parts, leaves: leavesOf(sha256, parts.opening) } as const
  return { ...whole, seal: digest(sha256, 'seal', whole) }
}
