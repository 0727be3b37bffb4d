import { type Finding, wrong } from './finding.ts'
import type { DeskSaid } from './replay-desk.ts'
import type { Told, ToldPlace } from './told.ts'

type Found = Finding | undefined

/** How an employer ranks whom it would have: pseudonym → rank, small is dear. */
type Ranks = ReadonlyMap<string, ReadonlyMap<string, number>>

function ranksOf({ order, opening }: Told, said: DeskSaid): Ranks {
  const ranks = new Map<string, Map<string, number>>()
  for (const id of said.posts.keys()) {
    const tiers = said.rankings.get(id) ?? []
    const silent = opening.rules.twoWay?.silentEmployer === 'by-order' ? [...order] : []
    const wanted = tiers.length === 0 ? silent : tiers.flatMap((tier) => order.filter((person) => tier.includes(person)))
    ranks.set(id, new Map(wanted.map((person, rank) => [person, rank])))
  }
  return ranks
}

/** Each person's list, without posts that are withdrawn or would not have them. */
function wishesOf(said: DeskSaid, ranks: Ranks): Map<string, string[]> {
  const wishes = new Map<string, string[]>()
  for (const person of said.people.keys()) {
    const list = said.gone.has(person) ? [] : (said.lists.get(person) ?? [])
    wishes.set(
      person,
      list.filter((id) => !said.withdrawn.has(id) && ranks.get(id)?.has(person)),
    )
  }
  return wishes
}

/** Round after round everybody who is free asks at once, and each post keeps the best (the method as it was published in 1962). */
function askInRounds(said: DeskSaid, ranks: Ranks): Map<string, string> {
  const left = wishesOf(said, ranks)
  const kept = new Map<string, string[]>([...said.posts.keys()].map((id) => [id, []]))
  let free = [...left.keys()]
  while (free.length > 0) {
    const asked = new Map<string, string[]>()
    for (const person of free) {
      const id = left.get(person)?.shift()
      if (id !== undefined) asked.set(id, [...(asked.get(id) ?? []), person])
    }
    free = []
    for (const [id, people] of asked) {
      const rank = ranks.get(id)
      const all = [...(kept.get(id) ?? []), ...people].sort((one, other) => (rank?.get(one) ?? 0) - (rank?.get(other) ?? 0))
      kept.set(id, all.slice(0, said.posts.get(id)?.seats))
      free.push(...all.slice(said.posts.get(id)?.seats))
    }
  }
  return new Map([...kept].flatMap(([id, people]) => people.map((person) => [person, id] as const)))
}

/** A pair that would rather have each other, out of the published places alone. */
function blockingPair(said: DeskSaid, ranks: Ranks, places: readonly ToldPlace[]): string | undefined {
  const own = new Map(places.map(({ candidate, post }) => [candidate, post]))
  const held = new Map<string, number[]>()
  for (const { candidate, post } of places) held.set(post, [...(held.get(post) ?? []), ranks.get(post)?.get(candidate) ?? -1])
  for (const [person, wishes] of wishesOf(said, ranks)) {
    const got = own.get(person)
    for (const id of wishes) {
      if (id === got) break
      const people = held.get(id) ?? []
      const hasSeat = people.length < (said.posts.get(id)?.seats ?? 0)
      if (hasSeat || Math.max(...people) > (ranks.get(id)?.get(person) ?? 0)) return `${person.slice(0, 12)} ↔ ${id}`
    }
  }
  return undefined
}

function checkCertificate({ outcome }: Told, said: DeskSaid, ranks: Ranks): Found {
  const { certificate, places } = outcome
  if (certificate?.kind !== 'stable') return wrong('stability', 'outcome.certificate')
  const due = [...said.posts.values()]
    .filter(({ id, seats }) => places.filter(({ post }) => post === id).length === seats)
    .map(({ id }) => {
      const people = places.filter(({ post }) => post === id).map(({ candidate }) => candidate)
      const rank = (person: string): number => ranks.get(id)?.get(person) ?? 0
      return `${id} ${people.reduce((last, one) => (rank(one) > rank(last) ? one : last))}`
    })
    .sort()
  const told = certificate.last.map(({ post, candidate }) => `${post} ${candidate}`)
  const at = [...due, ''].findIndex((line, index) => line !== (told[index] ?? ''))
  return at < 0 && told.length === due.length ? undefined : wrong('stability', `outcome.certificate.last[${Math.max(0, at)}]`)
}

/** Who is where in the end of a two-way round, matched anew; and whether what was published is stable in itself. */
export function checkTwoWay(told: Told, said: DeskSaid): { has: ReadonlyMap<string, string>; found: Found } {
  const ranks = ranksOf(told, said)
  const has = askInRounds(said, ranks)
  const pair = blockingPair(said, ranks, told.outcome.places)
  const blocked = pair === undefined ? undefined : wrong('stability', 'outcome.places', { said: pair })
  return { has, found: blocked ?? checkCertificate(told, said, ranks) }
}
