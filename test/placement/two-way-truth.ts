import { deferredAcceptance, END, findBlockingPair, type TwoSides } from '../../src/modules/placement/index.ts'
import { type Chance, chance } from '../outbox/chance.ts'

/** A market so small that everything can be tried: lists of posts by person, and of people by post, the dearest first. */
interface Market {
  readonly lists: readonly (readonly number[])[]
  readonly wanted: readonly (readonly number[])[]
  readonly seats: readonly number[]
}

const shuffle = (dice: Chance, upTo: number): number[] => {
  const all = Array.from({ length: upTo }, (_, at) => at)
  for (let at = upTo - 1; at > 0; at -= 1) {
    const other = dice.below(at + 1)
    const held = all[at] as number
    all[at] = all[other] as number
    all[other] = held
  }
  return all
}

const part = (dice: Chance, upTo: number): number[] => shuffle(dice, upTo).slice(0, dice.below(upTo + 1))

function randomMarket(dice: Chance, most: number): Market {
  const [people, posts] = [1 + dice.below(most), 1 + dice.below(most)]
  return {
    lists: Array.from({ length: people }, () => part(dice, posts)),
    wanted: Array.from({ length: posts }, () => part(dice, people)),
    seats: Array.from({ length: posts }, () => dice.below(3)),
  }
}

function sidesOf({ lists, wanted, seats }: Market): TwoSides {
  const [start, post, rank]: [number[], number[], number[]] = [[], [], []]
  for (const [person, list] of lists.entries()) {
    start.push(post.length)
    for (const one of list) {
      post.push(one)
      rank.push(wanted[one]?.indexOf(person) ?? -1)
    }
    post.push(END)
    rank.push(-1)
  }
  return { start: Int32Array.from(start), post: Int32Array.from(post), rank: Int32Array.from(rank), seats: Int32Array.from(seats) }
}

/** What the engine gives each person: a post, or −1. */
export function solve(market: Market): number[] {
  const sides = sidesOf(market)
  const matching = deferredAcceptance(sides)
  if (findBlockingPair(sides, matching)) throw new Error('the certificate fails')
  return Array.from(matching.edge, (edge) => sides.post[edge] as number)
}

/** By the words of the definition, without any of the engine: whom a post holds, and whether somebody and a post would rather have each other. */
function isStable({ lists, wanted, seats }: Market, got: readonly number[]): boolean {
  for (const [person, list] of lists.entries()) {
    for (const post of list) {
      if (post === got[person]) break
      const rank = wanted[post]?.indexOf(person) ?? -1
      if (rank < 0) continue
      const held = got.flatMap((own, other) => (own === post ? [wanted[post]?.indexOf(other) ?? -1] : []))
      if (held.length < (seats[post] ?? 0) || held.some((other) => other > rank)) return false
    }
  }
  return true
}

/** Every way in which everybody has a post of the own list that wants them, or none, and no post is overfull. */
function* everyMatching({ lists, wanted, seats }: Market, got: number[] = []): Generator<readonly number[]> {
  if (got.length === lists.length) {
    yield got
    return
  }
  const person = got.length
  for (const post of [...(lists[person] ?? []), -1]) {
    const isWanted = post < 0 || (wanted[post] ?? []).includes(person)
    if (!isWanted || (post >= 0 && got.filter((own) => own === post).length >= (seats[post] ?? 0))) continue
    got.push(post)
    yield* everyMatching({ lists, wanted, seats }, got)
    got.pop()
  }
}

const placeOn = (list: readonly number[], post: number): number => (post < 0 ? list.length : list.indexOf(post))

/** Against every stable matching there is: ours is one of them, and nobody has a better post in any other. */
function faultOf(market: Market): string | undefined {
  const ours = solve(market)
  let isFound = false
  for (const other of everyMatching(market)) {
    if (!isStable(market, other)) continue
    isFound ||= other.every((post, person) => post === ours[person])
    const happier = other.findIndex(
      (post, person) => placeOn(market.lists[person] ?? [], post) < placeOn(market.lists[person] ?? [], ours[person] ?? -1),
    )
    if (happier >= 0) return `person ${happier} has a better post in another stable matching`
  }
  return isFound ? undefined : 'not stable'
}

export interface TruthReport {
  readonly tried: number
  readonly faults: readonly string[]
}

/** Small markets by chance, each against all its matchings. */
export function runBruteForce({ count, seed, most }: { count: number; seed: number; most: number }): TruthReport {
  const faults: string[] = []
  for (let at = 0; at < count; at += 1) {
    const fault = faultOf(randomMarket(chance(seed + at), most))
    if (fault) faults.push(`seed ${seed + at}: ${fault}`)
  }
  return { tried: count, faults }
}

/** Every list of some of the posts in some order. */
export function everyList(posts: number, list: number[] = []): number[][] {
  const longer = Array.from({ length: posts }, (_, post) => post).filter((post) => !list.includes(post))
  return [list.slice(), ...longer.flatMap((post) => everyList(posts, [...list, post]))]
}

/** Every lie of everybody in one market. */
function liesThatGain(market: Market): { tried: number; gains: string[] } {
  const honest = solve(market)
  const lies = everyList(market.seats.length)
  const gains = market.lists.flatMap((list, person) =>
    lies.flatMap((lie) => {
      const got = solve({ ...market, lists: market.lists.with(person, lie) })[person] ?? -1
      const isBetter = list.includes(got) && placeOn(list, got) < placeOn(list, honest[person] ?? -1)
      return isBetter ? [`person ${person} gains by ${lie}`] : []
    }),
  )
  return { tried: lies.length * market.lists.length, gains }
}

function* everyTuple<T>(of: readonly T[], length: number, tuple: T[] = []): Generator<T[]> {
  if (tuple.length === length) yield tuple
  else for (const one of of) yield* everyTuple(of, length, [...tuple, one])
}

/** Every market there is of so many people and posts with up to so many seats each, and in each of them every lie of everybody. */
export function runEveryMarket({
  people,
  posts,
  seats,
}: {
  people: number
  posts: number
  seats: number
}): TruthReport & { readonly markets: number } {
  const faults: string[] = []
  let [markets, tried] = [0, 0]
  const [everySeats, everyWanted] = [Array.from({ length: seats + 1 }, (_, one) => one), everyList(people)]
  for (const lists of everyTuple(everyList(posts), people)) {
    for (const wanted of everyTuple(everyWanted, posts)) {
      for (const held of everyTuple(everySeats, posts)) {
        const { tried: lies, gains } = liesThatGain({ lists, wanted, seats: held })
        markets += 1
        tried += lies
        faults.push(...gains)
      }
    }
  }
  return { markets, tried, faults }
}

/** Everybody tells every lie there is: `tried` counts the lies. None may give a better post by the true list. */
export function runMisreports({ count, seed, most }: { count: number; seed: number; most: number }): TruthReport {
  const faults: string[] = []
  let tried = 0
  for (let at = 0; at < count; at += 1) {
    const { tried: lies, gains } = liesThatGain(randomMarket(chance(seed + at), most))
    tried += lies
    faults.push(...gains.map((gain) => `seed ${seed + at}: ${gain}`))
  }
  return { tried, faults }
}
