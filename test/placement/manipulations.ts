import { isDeepStrictEqual } from 'node:util'
import {
  commitmentOf,
  drawLots,
  type Link,
  linkTo,
  type Opening,
  type PlacementRecord,
  type Published,
  type Rules,
  roundOrder,
  sealRecord,
  seedHashOf,
  sentenceOf,
  startOf,
  type Verdict,
  verifyRecord,
} from '../../src/modules/placement/index.ts'
import { type Chance, chance } from '../outbox/chance.ts'
import { sha256, WAYS } from './random-opening.ts'
import { finishRound, type PlayedRound, randomRound } from './random-round.ts'

/** The parts an insider changes; whatever is hashed is hashed anew, so that the record is whole in itself again. */
type Parts = Pick<PlacementRecord, 'opening' | 'drawn' | 'lots' | 'order' | 'outcome'> & {
  readonly links: readonly Pick<Link, 'at' | 'what'>[]
}

function hashAnew({ opening, drawn, lots, order, outcome, links }: Parts): PlacementRecord {
  const parts = { opening, drawn, lots, order, outcome }
  const commitment = commitmentOf(sha256, parts.opening)
  const chain: Link[] = []
  const start = startOf(sha256, { commitment, drawn: parts.drawn })
  for (const { at, what } of links) chain.push(linkTo(sha256, chain.at(-1)?.hash ?? start, { seq: chain.length + 1, at, what }))
  return sealRecord(sha256, { ...parts, commitment, links: chain })
}

/** Somebody with the database, the secret seed and our own engine: the round is played again to its end on a changed opening. */
const playAnew = (dice: Chance, { opening, drawn }: Pick<PlacementRecord, 'opening' | 'drawn'>): PlacementRecord =>
  finishRound(dice, opening, drawn).record

const otherThan = (dice: Chance, length: number, at: number): number => (at + 1 + dice.below(Math.max(1, length - 1))) % length

function swapped<T>(of: readonly T[], one: number, other: number): T[] {
  return of.map((held, at) => (at === one ? of[other] : at === other ? of[one] : held) as T)
}

function swapScores(dice: Chance, opening: Opening): Opening {
  const one = dice.below(opening.candidates.length)
  const other = otherThan(dice, opening.candidates.length, one)
  const by = swapped(opening.candidates, one, other)
  return {
    ...opening,
    candidates: opening.candidates.map((candidate, at) => {
      const { lines, marks, composite } = by[at] ?? candidate
      return { ...candidate, lines, marks, composite }
    }),
  }
}

function lateRule(dice: Chance, { rules }: Opening): Rules {
  const ties =
    rules.ties.length > 0 && dice.of(0.5)
      ? rules.ties.slice(1)
      : rules.ties.map((tie) => ({ ...tie, first: tie.first === 'more' ? ('less' as const) : ('more' as const) }))
  if (ties.length > 0 || rules.ties.length > 0) return { ...rules, ties }
  return { ...rules, scheme: { ...rules.scheme, version: '2023' } }
}

function dropLink(dice: Chance, links: readonly Link[]): Link[] {
  const gone = 1 + dice.below(Math.max(1, links.length - 2))
  return links.filter((_, at) => at !== gone)
}

/** Somebody who has a post gets another one, or none, in the outcome and in the turn that gave it. */
function otherPost(dice: Chance, record: PlacementRecord): Parts {
  const { places, unplaced } = record.outcome
  const chosen = places[dice.below(places.length)]
  if (!chosen) return { ...record, outcome: { ...record.outcome, unplaced: unplaced.slice(1) } }
  const post = record.opening.posts[dice.below(record.opening.posts.length)]?.id ?? ''
  const moved = places.map((place) => (place === chosen ? { ...place, post } : place))
  const links = record.links.map((link) =>
    link.what.kind === 'pick' && link.what.candidate === chosen.candidate ? { ...link, what: { ...link.what, post } } : link,
  )
  return { ...record, outcome: { ...record.outcome, places: moved }, links }
}

/** One character of the published text becomes another one. Nothing is hashed. */
function changeByte(dice: Chance, text: string): string {
  const at = dice.below(text.length)
  const now = text.charAt(at)
  const then = /[0-9]/.test(now) ? String((Number(now) + 1 + dice.below(9)) % 10) : now === 'x' ? 'y' : 'x'
  return text.slice(0, at) + then + text.slice(at + 1)
}

/** Each takes a true round and gives the text of a false one. */
export const MANIPULATIONS: { readonly [name: string]: (dice: Chance, round: PlayedRound) => string } = {
  'swap two scores, and play anew': (dice, { record }) =>
    JSON.stringify(playAnew(dice, { ...record, opening: swapScores(dice, record.opening) })),
  'swap two scores, and hash anew': (dice, { record }) =>
    JSON.stringify(hashAnew({ ...record, opening: swapScores(dice, record.opening) })),
  'reorder equals': (dice, { record }) => {
    const at = dice.below(Math.max(1, record.order.length - 1))
    return JSON.stringify(hashAnew({ ...record, order: swapped(record.order, at, at + 1 < record.order.length ? at + 1 : 0) }))
  },
  'reorder the lots': (dice, { record }) => {
    const one = dice.below(record.lots.length)
    const lots = swapped(record.lots, one, otherThan(dice, record.lots.length, one))
    return JSON.stringify(hashAnew({ ...record, lots, order: roundOrder(record.opening, lots) }))
  },
  'drop a post': (dice, { record }) => {
    const posts = swapped(record.opening.posts, 0, dice.below(record.opening.posts.length)).slice(1)
    const candidates = record.opening.candidates.map(({ proxy: _, ...candidate }) => candidate)
    return JSON.stringify(
      playAnew(dice, { ...record, opening: { ...record.opening, posts: posts.length > 0 ? posts : record.opening.posts, candidates } }),
    )
  },
  'redraw the lot with another seed': (dice, { record }) => {
    const seed = String(dice.below(10)).repeat(64)
    return JSON.stringify(
      playAnew(dice, { opening: { ...record.opening, seedHash: seedHashOf(sha256, seed) }, drawn: { ...record.drawn, seed } }),
    )
  },
  'redraw the lot with another draw': (dice, { record }) =>
    JSON.stringify(playAnew(dice, { ...record, drawn: { ...record.drawn, value: `${record.drawn.value} ${dice.below(33)}` } })),
  'keep the seed’s hash and use another seed': (dice, { record }) => {
    const drawn = { ...record.drawn, seed: String(dice.below(10)).repeat(64) }
    const lots = drawLots(sha256, record.lots, drawn)
    return JSON.stringify(hashAnew({ ...record, drawn, lots, order: roundOrder(record.opening, lots) }))
  },
  'change a rule late': (dice, { record }) =>
    JSON.stringify(playAnew(dice, { ...record, opening: { ...record.opening, rules: lateRule(dice, record.opening) } })),
  'give another post, and hash anew': (dice, { record }) => JSON.stringify(hashAnew(otherPost(dice, record))),
  'leave a step out, and hash anew': (dice, { record }) => JSON.stringify(hashAnew({ ...record, links: dropLink(dice, record.links) })),
  'play the turns anew': (dice, { record }) => JSON.stringify(playAnew(dice, record)),
  'change one byte': (dice, { record }) => changeByte(dice, JSON.stringify(record)),
  'cut the record short': (dice, { record }) => {
    const text = JSON.stringify(record)
    return text.slice(0, dice.below(text.length))
  },
}

export interface ManipulationReport {
  readonly tried: number
  /** Of these, so many had changed nothing (two equal scores swapped …) and were not counted. */
  readonly idle: number
  readonly seen: ReadonlyMap<string, number>
  /** How often which finding came first. */
  readonly findings: ReadonlyMap<string, number>
  readonly unseen: readonly string[]
}

/** What people outside could keep: the commitment, the public draw, and the links as they were shown while it ran. */
function publishedOf({ record, commitment }: PlayedRound): Published {
  return { commitment, draw: record.drawn.value, links: record.links.map(({ seq, hash }) => ({ seq, hash })) }
}

/** Whether nothing was changed after all: two equal scores swapped, the same post given again. */
function isSame(text: string, record: PlacementRecord): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(text), JSON.parse(JSON.stringify(record)))
  } catch {
    return false
  }
}

/** Every manipulation by turns, on rounds of every way. What the verifier lets pass is told with its seed. */
export function runManipulations({ count, seed, most }: { count: number; seed: number; most: number }): ManipulationReport {
  const names = Object.keys(MANIPULATIONS)
  const [seen, findings] = [new Map<string, number>(), new Map<string, number>()]
  const unseen: string[] = []
  let [tried, idle] = [0, 0]
  const add = (to: Map<string, number>, name: string): unknown => to.set(name, (to.get(name) ?? 0) + 1)
  for (let at = 0; tried < count; at += 1) {
    const dice = chance(seed + at)
    const round = randomRound(dice, { way: WAYS[at % WAYS.length] ?? 'exam', most })
    const name = names[Math.floor(at / WAYS.length) % names.length] ?? ''
    const text = MANIPULATIONS[name]?.(dice, round) ?? ''
    if (isSame(text, round.record)) {
      idle += 1
      continue
    }
    tried += 1
    const verdict: Verdict = verifyRecord(text, publishedOf(round))
    const [first] = verdict.findings
    if (!first) unseen.push(`seed ${seed + at}: ${name}`)
    else {
      add(seen, name)
      add(findings, first.code)
      if (sentenceOf(first).zh === '') unseen.push(`seed ${seed + at}: no sentence for ${first.code}`)
    }
  }
  return { tried, idle, seen, findings, unseen }
}
