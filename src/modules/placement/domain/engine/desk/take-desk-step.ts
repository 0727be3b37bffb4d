import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { Happening } from '../../record/events.ts'
import type { Outcome } from '../../record/record.ts'
import { computeDirective } from './compute-directive.ts'
import { computeTwoWay, isPairPossible } from './compute-two-way.ts'
import { type Desk, outcomeOf, presentPeople } from './desk.ts'

export type DeskRefusal =
  | 'not-opened'
  | 'already-opened'
  | 'already-closed'
  | 'clock-went-back'
  | 'not-of-this-way'
  | 'unknown-post'
  | 'already-withdrawn'
  | 'unknown-candidate'
  | 'already-removed'
  | 'list-too-long'
  | 'named-twice'
  | 'post-is-not-open'
  | 'already-computed'
  | 'not-computed'
  | 'costs-overflow'
  | 'more-people-than-seats'
  | 'list-window-over'
  | 'lists-still-open'
  | 'ranking-window-over'
  | 'windows-still-open'

type Of<K extends Happening['kind']> = Extract<Happening, { kind: K }>

const TWO_WAY_ONLY: readonly Happening['kind'][] = ['list', 'ranking']
const AFTER: readonly Happening['kind'][] = ['deviation', 'closed']
const KNOWN: readonly Happening['kind'][] = ['opened', 'post-withdrawn', 'candidate-removed', 'computed', ...TWO_WAY_ONLY, ...AFTER]

function refusalOfPhase({ phase, computed, opening }: Desk, { kind }: Happening): DeskRefusal | undefined {
  if (phase === 'before') return kind === 'opened' ? undefined : 'not-opened'
  if (phase === 'closed') return 'already-closed'
  if (kind === 'opened') return 'already-opened'
  const isForeign = opening.rules.way === 'two-way' ? kind === 'deviation' : TWO_WAY_ONLY.includes(kind)
  if (isForeign || !KNOWN.includes(kind)) return 'not-of-this-way'
  if (AFTER.includes(kind)) return computed ? undefined : 'not-computed'
  return computed ? 'already-computed' : undefined
}

/** Lists come first, rankings of who has listed after them, the outcome after both: at the instants that were committed to. */
function refusalOfWindow({ opening }: Desk, { at, what }: { at: number; what: Happening }): DeskRefusal | undefined {
  const windows = opening.rules.twoWay?.windows
  if (!windows) return undefined
  if (what.kind === 'list') return at < windows.lists ? undefined : 'list-window-over'
  if (what.kind === 'ranking') return at < windows.lists ? 'lists-still-open' : at < windows.rankings ? undefined : 'ranking-window-over'
  return what.kind === 'computed' && at < windows.rankings ? 'windows-still-open' : undefined
}

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length

function takeList(desk: Desk, { candidate, posts }: Of<'list'>): DeskRefusal | undefined {
  if (!desk.people.has(candidate)) return 'unknown-candidate'
  if (desk.removed.has(candidate)) return 'already-removed'
  if (posts.length > (desk.opening.rules.twoWay?.mostListed ?? 0)) return 'list-too-long'
  if (hasTwice(posts)) return 'named-twice'
  if (!posts.every((post) => isPairPossible(desk, candidate, post))) return 'post-is-not-open'
  desk.lists.set(candidate, posts)
  return undefined
}

function takeRanking(desk: Desk, { post, tiers }: Of<'ranking'>): DeskRefusal | undefined {
  if (!desk.posts.has(post)) return 'unknown-post'
  if (desk.withdrawn.has(post)) return 'already-withdrawn'
  if (hasTwice(tiers.flat())) return 'named-twice'
  if (!tiers.flat().every((person) => isPairPossible(desk, person, post))) return 'post-is-not-open'
  desk.rankings.set(post, tiers)
  return undefined
}

function withdraw(desk: Desk, { post }: Of<'post-withdrawn'>): DeskRefusal | undefined {
  if (!desk.posts.has(post)) return 'unknown-post'
  if (desk.withdrawn.has(post)) return 'already-withdrawn'
  desk.withdrawn.add(post)
  return undefined
}

function remove(desk: Desk, { candidate }: Of<'candidate-removed'>): DeskRefusal | undefined {
  if (!desk.people.has(candidate)) return 'unknown-candidate'
  if (desk.removed.has(candidate)) return 'already-removed'
  desk.removed.add(candidate)
  return undefined
}

function compute(desk: Desk): DeskRefusal | undefined {
  const outcome = desk.opening.rules.way === 'two-way' ? computeTwoWay(desk) : computeDirective(desk)
  if (!outcome) return 'costs-overflow'
  desk.computed = outcome
  return undefined
}

function deviate(desk: Desk, { candidate, post }: Of<'deviation'>): DeskRefusal | undefined {
  if (!desk.people.has(candidate)) return 'unknown-candidate'
  if (desk.removed.has(candidate)) return 'already-removed'
  if (post !== undefined && !isPairPossible(desk, candidate, post)) return 'post-is-not-open'
  desk.deviations.set(candidate, post)
  return undefined
}

/** Where everybody is in the end: the computed place, or what an officer decided instead. */
function placesOf({ computed, deviations }: Desk): Map<string, string> {
  const places = new Map(computed?.places.map(({ candidate, post }) => [candidate, post]))
  for (const [candidate, post] of deviations) {
    if (post === undefined) places.delete(candidate)
    else places.set(candidate, post)
  }
  return places
}

function close(desk: Desk): DeskRefusal | undefined {
  const held = new Map<string, number>()
  for (const post of placesOf(desk).values()) held.set(post, (held.get(post) ?? 0) + 1)
  for (const [post, people] of held) if (people > (desk.posts.get(post)?.seats ?? 0)) return 'more-people-than-seats'
  desk.phase = 'closed'
  return undefined
}

function perform(desk: Desk, what: Happening): DeskRefusal | undefined {
  switch (what.kind) {
    case 'opened':
      desk.phase = 'running'
      return undefined
    case 'list':
      return takeList(desk, what)
    case 'ranking':
      return takeRanking(desk, what)
    case 'post-withdrawn':
      return withdraw(desk, what)
    case 'candidate-removed':
      return remove(desk, what)
    case 'computed':
      return compute(desk)
    case 'deviation':
      return deviate(desk, what)
    case 'closed':
      return close(desk)
    case 'paused':
    case 'resumed':
    case 'pick':
    case 'pass':
    case 'absent':
    case 'undo':
      return 'not-of-this-way'
  }
}

/** One thing that happened at the desk. On `ok` the round has gone one link further; a refusal leaves it as it was. */
export function takeDeskStep(desk: Desk, { at, what }: { at: number; what: Happening }): Result<undefined, DeskRefusal> {
  const refusal =
    refusalOfPhase(desk, what) ??
    (at < desk.at ? 'clock-went-back' : undefined) ??
    refusalOfWindow(desk, { at, what }) ??
    perform(desk, what)
  if (refusal !== undefined) return refuse(refusal)
  desk.seq += 1
  desk.at = at
  return ok(undefined)
}

/** The outcome as it is published; undefined before it was computed. */
export function deskOutcome(desk: Desk): Outcome | undefined {
  return desk.computed && { ...desk.computed, ...outcomeOf(presentPeople(desk), placesOf(desk)) }
}
