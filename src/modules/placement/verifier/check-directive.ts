import { letsIn } from './check-opening.ts'
import type { Costs } from './costs.ts'
import { findFairerOptimum } from './fairer-optimum.ts'
import { type Finding, wrong } from './finding.ts'
import type { DeskSaid } from './replay-desk.ts'
import type { Told, ToldCandidate, ToldPost } from './told.ts'

type Found = Finding | undefined

function costsOf({ opening }: Told, said: DeskSaid): Costs {
  const rules = opening.rules.cost ?? { perKilometre: 0, misfit: 0, hardshipPerKilometre: 0, unplaced: 0 }
  const metres = new Map(opening.distances.map(({ from, to, metres: far }) => [`${from}→${to}`, far]))
  const costOf = (person: ToldCandidate, post: ToldPost): number => {
    const far = person.home === post.place ? 0 : (metres.get(`${person.home}→${post.place}`) ?? 0)
    const kilometres = (far - (far % 1000)) / 1000
    const wished = post.wishes.length > 0 && !post.wishes.some((code) => person.codes.includes(code))
    return (rules.perKilometre + rules.hardshipPerKilometre * person.hardship) * kilometres + (wished ? rules.misfit : 0)
  }
  const costs = new Map<string, Map<string, number>>()
  for (const person of opening.candidates) {
    if (said.gone.has(person.pseudonym)) continue
    const open = opening.posts.filter((post) => !said.withdrawn.has(post.id) && letsIn(post, person))
    costs.set(person.pseudonym, new Map(open.map((post) => [post.id, costOf(person, post)])))
  }
  return costs
}

/** Everybody once, on a post that is open to them, no post overfull; and the sum. */
function checkPlaces(told: Told, costs: Costs): { has: Map<string, string>; found: Found } {
  const optimum = told.outcome.optimum
  const has = new Map<string, string>()
  if (!optimum) return { has, found: wrong('optimum', 'outcome.optimum') }
  const held = new Map<string, number>()
  for (const [at, { candidate, post }] of optimum.places.entries()) {
    const path = `outcome.optimum.places[${at}]`
    const seats = told.opening.posts.find(({ id }) => id === post)?.seats ?? 0
    held.set(post, (held.get(post) ?? 0) + 1)
    if (has.has(candidate) || !costs.get(candidate)?.has(post) || (held.get(post) ?? 0) > seats)
      return { has, found: wrong('optimum', path) }
    has.set(candidate, post)
  }
  const unplaced = BigInt(told.opening.rules.cost?.unplaced ?? 0)
  let sum = 0n
  for (const [person, open] of costs) sum += has.has(person) ? BigInt(open.get(has.get(person) ?? '') ?? 0) : unplaced
  const isSum = sum === BigInt(optimum.cost)
  return { has, found: isSum ? undefined : wrong('optimum', 'outcome.optimum.cost', { said: optimum.cost, due: String(sum) }) }
}

/** Prices and values by name; of a person who is gone and a post that is withdrawn they are 0. */
function dualsOf({ opening, outcome }: Told, said: DeskSaid): { prices: Map<string, number>; values: Map<string, number> } | Finding {
  const { certificate } = outcome
  if (certificate?.kind !== 'optimal') return wrong('optimum', 'outcome.certificate')
  const { prices, values } = certificate
  if (prices.length !== opening.posts.length) return wrong('optimum', 'outcome.certificate.prices')
  if (values.length !== opening.candidates.length) return wrong('optimum', 'outcome.certificate.values')
  const price = opening.posts.findIndex(({ id }, at) => said.withdrawn.has(id) && prices[at] !== 0)
  if (price >= 0) return wrong('optimum', `outcome.certificate.prices[${price}]`, { said: prices[price] ?? 0, due: 0 })
  const value = opening.candidates.findIndex(({ pseudonym }, at) => said.gone.has(pseudonym) && values[at] !== 0)
  if (value >= 0) return wrong('optimum', `outcome.certificate.values[${value}]`, { said: values[value] ?? 0, due: 0 })
  return {
    prices: new Map(opening.posts.map(({ id }, at) => [id, prices[at] ?? 0])),
    values: new Map(opening.candidates.map(({ pseudonym }, at) => [pseudonym, values[at] ?? 0])),
  }
}

/** The proof by prices: nobody could be cheaper, what was chosen is as cheap as it is worth, a free seat costs nothing. */
function checkProof(
  told: Told,
  costs: Costs,
  has: ReadonlyMap<string, string>,
  duals: { prices: Map<string, number>; values: Map<string, number> },
): Found {
  const { candidates, posts, rules } = told.opening
  for (const [at, { pseudonym }] of candidates.entries()) {
    const open = costs.get(pseudonym)
    if (!open) continue
    const worth = duals.values.get(pseudonym) ?? 0
    const asked = [...open].map(([id, cost]) => cost + (duals.prices.get(id) ?? 0))
    const least = Math.min(rules.cost?.unplaced ?? 0, ...asked)
    const post = has.get(pseudonym)
    const paid = post === undefined ? (rules.cost?.unplaced ?? 0) : (open.get(post) ?? 0) + (duals.prices.get(post) ?? 0)
    if (worth > least || worth !== paid) return wrong('optimum', `outcome.certificate.values[${at}]`, { said: worth, due: least })
  }
  const free = posts.findIndex(({ id, seats }) => {
    const isFull = [...has.values()].filter((post) => post === id).length === seats
    return !isFull && duals.prices.get(id) !== 0
  })
  return free < 0
    ? undefined
    : wrong('optimum', `outcome.certificate.prices[${free}]`, { said: duals.prices.get(posts[free]?.id ?? '') ?? 0, due: 0 })
}

/** Officers' deviations on top of the optimum, as they were said. */
function deviated(has: ReadonlyMap<string, string>, said: DeskSaid): Map<string, string> {
  const final = new Map(has)
  for (const [person, post] of said.deviations) {
    final.delete(person)
    if (post !== undefined) final.set(person, post)
  }
  return final
}

/** Who is where in the end of a directive round, if its optimum is one, is proven, and is the one that leaves no choice. */
export function checkDirective(told: Told, said: DeskSaid): { has: ReadonlyMap<string, string>; found: Found } {
  const costs = costsOf(told, said)
  const { has, found } = checkPlaces(told, costs)
  const final = deviated(has, said)
  const duals = dualsOf(told, said)
  if (found || 'code' in duals) return { has: final, found: found ?? (duals as Finding) }
  const unproven = checkProof(told, costs, has, duals)
  if (unproven) return { has: final, found: unproven }
  const fairer = findFairerOptimum(told, { costs, has, ...duals })
  if (fairer !== undefined) return { has: final, found: wrong('equal-optimum', 'outcome.optimum.places', { said: fairer }) }
  const over = told.opening.posts.find(({ id, seats }) => [...final.values()].filter((post) => post === id).length > seats)
  return { has: final, found: over && wrong('step', `links[${told.links.length - 1}].what`, { why: 'more-people-than-seats' }) }
}
