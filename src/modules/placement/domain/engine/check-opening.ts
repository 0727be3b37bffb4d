import type { Candidate, Opening, Post } from '../record/opening.ts'
import type { Rules } from '../record/rules.ts'
import { apportion } from './apportion.ts'
import { distancesOf } from './assignment-cost.ts'
import { costEdgesOf } from './desk/compute-directive.ts'
import { isExact } from './directive.ts'
import { isOpenTo } from './open-to.ts'

/** Why an opening may not be committed to; `at` is the pseudonym, post, item or place that it is about. */
export interface OpeningFault {
  readonly code:
    | 'draw-is-not-later'
    | 'pseudonym-twice'
    | 'post-twice'
    | 'item-twice'
    | 'item-is-not-of-the-scheme'
    | 'points-of-a-line'
    | 'service-is-not-the-sum'
    | 'composite'
    | 'fact-is-missing'
    | 'list-names-no-post'
    | 'nothing-reserved'
    | 'distance-is-missing'
    | 'costs-overflow'
    | 'share-of-a-pool'
  readonly at: string
}

type Found = OpeningFault | undefined

const fault = (code: OpeningFault['code'], at: string): OpeningFault => ({ code, at })

/** The composite in ten-thousandths of a point: per cent times hundredths, never rounded. */
export const compositeOf = ({ weights }: Pick<Rules, 'weights'>, { marks }: Pick<Candidate, 'marks'>): number =>
  weights.service * marks.service + weights.exam * marks.exam + weights.appraisal * marks.appraisal

function twice(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.has(name) || !seen.add(name))
}

function faultOfScore(rules: Rules, candidate: Candidate): Found {
  const { pseudonym, lines, marks } = candidate
  const worth = new Map(rules.scheme.items.map(({ code, points }) => [code, points]))
  for (const { item, quantity, points } of lines) {
    const each = worth.get(item)
    if (each === undefined) return fault('item-is-not-of-the-scheme', item)
    if (points !== quantity * each) return fault('points-of-a-line', pseudonym)
  }
  if (marks.service !== lines.reduce((sum, { points }) => sum + points, 0)) return fault('service-is-not-the-sum', pseudonym)
  if (candidate.composite !== compositeOf(rules, candidate)) return fault('composite', pseudonym)
  const missing = rules.ties.find(({ by }) => candidate.facts[by] === undefined)
  return missing && fault('fact-is-missing', pseudonym)
}

function faultOfCosts(opening: Opening): Found {
  if (opening.rules.cost === undefined) return undefined
  const metres = distancesOf(opening)
  for (const candidate of opening.candidates) {
    const far = opening.posts.find((post) => isOpenTo(post, candidate) && metres(candidate.home, post.place) === undefined)
    if (far) return fault('distance-is-missing', `${candidate.home} ${far.place}`)
  }
  return isExact(costEdgesOf(opening, opening.candidates, opening.posts)) ? undefined : fault('costs-overflow', opening.round.id)
}

const seatsOf = (posts: readonly Post[]): number => posts.reduce((sum, { seats }) => sum + seats, 0)

function faultOfShares({ rules, candidates, posts }: Opening): Found {
  for (const { pool, method, shares } of rules.apportionments) {
    const pooled = posts.filter((post) => post.pool === pool)
    const seats = shares.reduce((sum, share) => sum + share.seats, 0)
    const isPossible = seats === 0 || shares.some(({ people }) => people > 0)
    const due = isPossible ? apportion(shares, { seats, method }) : []
    const wrong = shares.find(
      ({ place, people, seats: given }, at) =>
        given !== due[at] ||
        people !== candidates.filter(({ home }) => home.startsWith(place)).length ||
        given !== seatsOf(pooled.filter(({ scope }) => scope === place)),
    )
    if (wrong || seatsOf(pooled) !== seats) return fault('share-of-a-pool', wrong?.place ?? pool)
  }
  return undefined
}

function faultOfNames({ candidates, posts, rules }: Opening): Found {
  const person = twice(candidates.map(({ pseudonym }) => pseudonym))
  if (person !== undefined) return fault('pseudonym-twice', person)
  const post = twice(posts.map(({ id }) => id))
  if (post !== undefined) return fault('post-twice', post)
  const item = twice(rules.scheme.items.map(({ code }) => code))
  if (item !== undefined) return fault('item-twice', item)
  const ids = new Set(posts.map(({ id }) => id))
  const lost = candidates.find(({ proxy }) => proxy && (twice(proxy) !== undefined || !proxy.every((id) => ids.has(id))))
  if (lost) return fault('list-names-no-post', lost.pseudonym)
  const unreserved = rules.way === 'direct' ? posts.find(({ reservedFor }) => reservedFor === undefined) : undefined
  return unreserved && fault('nothing-reserved', unreserved.id)
}

/**
 * Whether an opening is what its rules say, before it is committed to; undefined: it is. What is wrong here would be
 * found by every verifier afterwards, when it can no longer be put right.
 */
export function findOpeningFault(opening: Opening): OpeningFault | undefined {
  if (opening.draw.on <= opening.committedOn) return fault('draw-is-not-later', opening.draw.on)
  const named = faultOfNames(opening)
  if (named) return named
  for (const candidate of opening.candidates) {
    const found = faultOfScore(opening.rules, candidate)
    if (found) return found
  }
  return faultOfCosts(opening) ?? faultOfShares(opening)
}
