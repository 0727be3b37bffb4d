import { type Finding, wrong } from './finding.ts'
import { sharesDue } from './shares.ts'
import type { ToldCandidate, ToldOpening, ToldPost, ToldRules } from './told.ts'

type Found = Finding | undefined

/** The index of the first that stands there twice; −1: none. */
const repeated = (names: readonly string[]): number => names.findIndex((name, at) => names.indexOf(name) < at)

/** Whom the hard conditions of a post let in. */
export function letsIn(post: ToldPost, person: ToldCandidate): boolean {
  const holds = (code: string): boolean => person.codes.indexOf(code) >= 0
  for (const group of post.requires) if (!group.some(holds)) return false
  if (post.reservedFor !== undefined && !holds(post.reservedFor)) return false
  return person.places.some((place) => place.slice(0, post.scope.length) === post.scope || post.scope.slice(0, place.length) === place)
}

/** The block of rules that the way needs, and that no other block is there. */
function wrongRules({ way, turn, twoWay, cost, weights, scheme }: ToldRules): Found {
  if (weights.service + weights.exam + weights.appraisal !== 100) return wrong('rules', 'opening.rules.weights')
  const needed = { turn: way !== 'two-way' && way !== 'directive', twoWay: way === 'two-way', cost: way === 'directive' }
  if (needed.turn !== (turn !== undefined)) return wrong('rules', 'opening.rules.turn')
  if (needed.twoWay !== (twoWay !== undefined)) return wrong('rules', 'opening.rules.twoWay')
  if (twoWay?.windows && twoWay.windows.lists >= twoWay.windows.rankings) return wrong('rules', 'opening.rules.twoWay.windows')
  if (needed.cost !== (cost !== undefined)) return wrong('rules', 'opening.rules.cost')
  const item = repeated(scheme.items.map(({ code }) => code))
  return item < 0 ? undefined : wrong('names', `opening.rules.scheme.items[${item}].code`)
}

function wrongNames({ candidates, posts, rules }: ToldOpening): Found {
  const [person, post] = [repeatedFast(candidates.map((one) => one.pseudonym)), repeatedFast(posts.map((one) => one.id))]
  if (person >= 0) return wrong('names', `opening.candidates[${person}].pseudonym`)
  if (post >= 0) return wrong('names', `opening.posts[${post}].id`)
  const open = rules.way === 'direct' ? posts.findIndex(({ reservedFor }) => reservedFor === undefined) : -1
  if (open >= 0) return wrong('rules', `opening.posts[${open}].reservedFor`)
  const known = new Set(posts.map(({ id }) => id))
  const lost = candidates.findIndex(({ proxy = [] }) => repeated(proxy) >= 0 || proxy.some((id) => !known.has(id)))
  return lost < 0 ? undefined : wrong('names', `opening.candidates[${lost}].proxy`)
}

function repeatedFast(names: readonly string[]): number {
  const seen = new Set<string>()
  return names.findIndex((name) => seen.size === seen.add(name).size)
}

function wrongScore({ scheme, weights, ties }: ToldRules, { lines, marks, composite, facts }: ToldCandidate, at: string): Found {
  let sum = 0
  for (const [number, { item, quantity, points }] of lines.entries()) {
    const each = scheme.items.find(({ code }) => code === item)?.points
    const path = `${at}.lines[${number}]`
    if (each === undefined) return wrong('score-line', `${path}.item`, { said: item })
    if (points !== each * quantity) return wrong('score-line', `${path}.points`, { said: points, due: each * quantity })
    sum += points
  }
  if (marks.service !== sum) return wrong('score-sum', `${at}.marks.service`, { said: marks.service, due: sum })
  const due = marks.service * weights.service + marks.exam * weights.exam + marks.appraisal * weights.appraisal
  if (composite !== due) return wrong('composite', `${at}.composite`, { said: composite, due })
  const lacks = ties.find(({ by }) => facts[by] === undefined)
  return lacks && wrong('fact', `${at}.facts`, { due: lacks.by })
}

function wrongShares({ rules, candidates, posts }: ToldOpening): Found {
  for (const [number, { pool, method, shares }] of rules.apportionments.entries()) {
    const at = `opening.rules.apportionments[${number}]`
    const mine = posts.filter((post) => post.pool === pool)
    const total = mine.reduce((sum, { seats }) => sum + seats, 0)
    const due = sharesDue(shares, total, method)
    for (const [index, share] of shares.entries()) {
      const people = candidates.filter(({ home }) => home.slice(0, share.place.length) === share.place).length
      const seats = mine.filter(({ scope }) => scope === share.place).reduce((sum, post) => sum + post.seats, 0)
      if (share.people !== people) return wrong('shares', `${at}.shares[${index}].people`, { said: share.people, due: people })
      if (share.seats !== due[index]) return wrong('shares', `${at}.shares[${index}].seats`, { said: share.seats, due: due[index] ?? 0 })
      if (share.seats !== seats) return wrong('shares', `${at}.shares[${index}].seats`, { said: share.seats, due: seats })
    }
    if (shares.reduce((sum, { seats }) => sum + seats, 0) !== total) return wrong('shares', at)
  }
  return undefined
}

function wrongDistances({ rules, candidates, posts, distances }: ToldOpening): Found {
  if (rules.way !== 'directive') return undefined
  const known = new Set(distances.map(({ from, to }) => `${from}→${to}`))
  for (const [at, person] of candidates.entries()) {
    const far = posts.find((post) => person.home !== post.place && letsIn(post, person) && !known.has(`${person.home}→${post.place}`))
    if (far) return wrong('distance', `opening.candidates[${at}].home`, { said: person.home, due: far.place })
  }
  return undefined
}

/** Whether the opening is what its own rules say: names, scores, composites, shares, the day of the draw. */
export function checkOpening(opening: ToldOpening): Found {
  const { committedOn, draw, candidates, rules } = opening
  if (!(draw.on > committedOn)) return wrong('draw-day', 'opening.draw.on', { said: draw.on, due: committedOn })
  const early = wrongRules(rules) ?? wrongNames(opening)
  if (early) return early
  for (const [at, person] of candidates.entries()) {
    const found = wrongScore(rules, person, `opening.candidates[${at}]`)
    if (found) return found
  }
  return wrongShares(opening) ?? wrongDistances(opening)
}
