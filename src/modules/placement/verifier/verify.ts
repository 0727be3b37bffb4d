import { checkDirective } from './check-directive.ts'
import { checkChain, checkCommitment, checkLeaves, checkLots, checkOrder, checkSeal, tagged } from './check-hashes.ts'
import { checkOpening } from './check-opening.ts'
import { checkTwoWay } from './check-two-way.ts'
import { type Finding, wrong } from './finding.ts'
import { type Json, readJson } from './read-json.ts'
import { RECEIPT, RECORD } from './record-shape.ts'
import { replayDesk } from './replay-desk.ts'
import { replayTurns } from './replay-turns.ts'
import { findWrong } from './shape.ts'
import type { Told, ToldPlace } from './told.ts'

/** What was published in time, by whoever kept it: from `/open`, the big screen or a receipt. */
export interface Published {
  readonly commitment?: string
  /** What the named source printed: anybody can look it up there. */
  readonly draw?: string
  readonly seal?: string
  readonly links?: readonly { readonly seq: number; readonly hash: string }[]
}

export interface Verdict {
  /** Nothing was found. */
  readonly ok: boolean
  /** In the order in which a round goes; the first is where to begin reading. */
  readonly findings: readonly Finding[]
  /** Whether the record was held against something that was published before. Without it nobody sees what was changed and hashed anew. */
  readonly isCompared: boolean
  readonly people: number
  readonly posts: number
  readonly links: number
}

type Found = Finding | undefined

const NOTHING = { people: 0, posts: 0, links: 0 }

function checkList(said: readonly string[], due: readonly string[], path: string): Found {
  const at = Array.from({ length: Math.max(said.length, due.length) }, (_, index) => index).find((index) => said[index] !== due[index])
  return at === undefined ? undefined : wrong('outcome', `${path}[${at}]`, { said: said[at] ?? '', due: due[at] ?? '' })
}

const pairs = (places: readonly ToldPlace[]): string[] => places.map(({ candidate, post }) => `${candidate} ${post}`)

/** Places and who is left over, sorted, against what was played or matched again. */
function checkOutcome(told: Told, has: ReadonlyMap<string, string>, gone: ReadonlySet<string>): Found {
  const people = told.opening.candidates
    .map(({ pseudonym }) => pseudonym)
    .filter((person) => !gone.has(person))
    .sort()
  const places = people.filter((person) => has.has(person)).map((person) => ({ candidate: person, post: has.get(person) ?? '' }))
  const left = people.filter((person) => !has.has(person))
  const { outcome } = told
  return checkList(pairs(outcome.places), pairs(places), 'outcome.places') ?? checkList(outcome.unplaced, left, 'outcome.unplaced')
}

/** Nothing more than the way has: a computed round has its certificate, a directive one its optimum. */
function checkParts({ outcome, opening }: Told): Found {
  const { way } = opening.rules
  if ((outcome.optimum !== undefined) !== (way === 'directive')) return wrong('outcome', 'outcome.optimum')
  const isComputed = way === 'two-way' || way === 'directive'
  return (outcome.certificate !== undefined) === isComputed ? undefined : wrong('outcome', 'outcome.certificate')
}

function checkOptimumLeft(told: Told, gone: ReadonlySet<string>): Found {
  const { optimum } = told.outcome
  if (!optimum) return undefined
  const has = new Map(optimum.places.map(({ candidate, post }) => [candidate, post]))
  const people = told.opening.candidates
    .map(({ pseudonym }) => pseudonym)
    .filter((person) => !gone.has(person))
    .sort()
  const sorted = pairs(people.filter((person) => has.has(person)).map((person) => ({ candidate: person, post: has.get(person) ?? '' })))
  const left = people.filter((person) => !has.has(person))
  return checkList(pairs(optimum.places), sorted, 'outcome.optimum.places') ?? checkList(optimum.unplaced, left, 'outcome.optimum.unplaced')
}

/** What happened, once more. */
function checkPlay(told: Told): Finding[] {
  const { way } = told.opening.rules
  if (way !== 'two-way' && way !== 'directive') {
    const played = replayTurns(told)
    if ('found' in played) return [played.found]
    return [checkParts(told) ?? checkOutcome(told, played.has, played.gone)].flatMap((found) => found ?? [])
  }
  const desk = replayDesk(told)
  if ('found' in desk) return [desk.found]
  const parts = checkParts(told)
  if (parts) return [parts]
  const { has, found } = way === 'two-way' ? checkTwoWay(told, desk.said) : checkDirective(told, desk.said)
  return [found, checkOutcome(told, has, desk.said.gone), checkOptimumLeft(told, desk.said.gone)].flatMap((one) => one ?? [])
}

function checkPublished({ commitment, drawn, seal, links }: Told, published: Published): Finding[] {
  const found: Finding[] = []
  if (published.commitment !== undefined && published.commitment !== commitment)
    found.push(wrong('commitment-published', 'commitment', { said: commitment, due: published.commitment }))
  if (published.draw !== undefined && published.draw !== drawn.value)
    found.push(wrong('draw-published', 'drawn.value', { said: drawn.value, due: published.draw }))
  for (const { seq, hash } of published.links ?? []) {
    const said = links[seq - 1]?.hash
    if (said !== hash) found.push(wrong('link-published', `links[${seq - 1}]`, { said: said ?? '', due: hash }))
  }
  if (published.seal !== undefined && published.seal !== seal)
    found.push(wrong('seal-published', 'seal', { said: seal, due: published.seal }))
  return found
}

function checkTold(told: Told, published: Published): Finding[] {
  const opening = checkOpening(told.opening)
  const drawn = opening?.code === 'names' ? undefined : (checkLots(told) ?? (opening ? undefined : checkOrder(told)))
  const chain = checkChain(told)
  const early = [checkLeaves(told), opening, checkCommitment(told), drawn, chain].flatMap((found) => found ?? [])
  const isSound = opening === undefined && drawn === undefined
  const play = isSound && chain?.code !== 'cut-short' ? checkPlay(told) : []
  return [...early, ...play, ...[checkSeal(told)].flatMap((found) => found ?? []), ...checkPublished(told, published)]
}

/**
 * Recomputes a whole round from its published text: scores, hashes, lots, order, every turn or match, certificates. Needs
 * nothing but the text: no server, no network, no clock. `published` is what was seen before the round or during it.
 */
export function verifyRecord(text: string, published: Published = {}): Verdict {
  const isCompared = published.commitment !== undefined
  const read = readJson(text)
  if ('fault' in read) {
    const finding = wrong('text', '', { said: read.fault.offset, why: read.fault.why })
    return { ok: false, findings: [finding], isCompared, ...NOTHING }
  }
  const field = findWrong(read.value, RECORD, '')
  if (field !== undefined) return { ok: false, findings: [wrong('shape', field)], isCompared, ...NOTHING }
  const told = read.value as unknown as Told
  const findings = checkTold(told, published)
  const { candidates, posts } = told.opening
  return { ok: findings.length === 0, findings, isCompared, people: candidates.length, posts: posts.length, links: told.links.length }
}

interface ToldReceipt {
  readonly round: string
  readonly commitment: string
  readonly person: string
  readonly salt: string
  readonly pseudonym: string
  readonly links: readonly { readonly seq: number; readonly hash: string }[]
}

/** A receipt as a file; undefined where it is none. */
export function readReceipt(text: string): ToldReceipt | undefined {
  const read = readJson(text)
  return 'fault' in read || findWrong(read.value, RECEIPT, '') !== undefined ? undefined : (read.value as unknown as ToldReceipt)
}

/** Whether a receipt is its holder's: the pseudonym follows from round, number and salt. What it was given then is compared as `Published`. */
export function checkReceipt({ round, person, salt, pseudonym }: ToldReceipt): Finding | undefined {
  const due = tagged('pseudonym', { round, person, salt } satisfies Json)
  return due === pseudonym ? undefined : wrong('receipt', 'pseudonym', { said: pseudonym, due })
}

/** Where a field stands in the text of a record: its line and column, counted from 1, and its byte, from 0. */
export function locate(text: string, at: string | number): { line: number; column: number; byte: number } | undefined {
  const read = typeof at === 'number' ? undefined : readJson(text, at)
  const offset = typeof at === 'number' ? at : read && 'found' in read ? read.found : undefined
  if (offset === undefined) return undefined
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, byte: new TextEncoder().encode(before).length }
}
