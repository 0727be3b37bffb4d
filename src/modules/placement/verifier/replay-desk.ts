import { letsIn } from './check-opening.ts'
import { type Finding, wrong } from './finding.ts'
import type { Told, ToldCandidate, ToldEvent, ToldPost } from './told.ts'

/** What was handed in before the computation, and what officers changed after it. */
export interface DeskSaid {
  readonly people: ReadonlyMap<string, ToldCandidate>
  readonly posts: ReadonlyMap<string, ToldPost>
  readonly lists: Map<string, string[]>
  readonly rankings: Map<string, string[][]>
  readonly withdrawn: Set<string>
  readonly gone: Set<string>
  readonly deviations: Map<string, string | undefined>
}

type State = 'shut' | 'running' | 'computed' | 'over'

/** What may be said in which state, by way. */
function isTimely(state: State, kind: ToldEvent['kind'], way: string): string | undefined {
  if (state === 'over') return 'already-closed'
  if (state === 'shut') return kind === 'opened' ? undefined : 'not-opened'
  const inBoth = ['opened', 'post-withdrawn', 'candidate-removed', 'computed', 'closed']
  const own = way === 'two-way' ? ['list', 'ranking'] : ['deviation']
  if (![...inBoth, ...own].includes(kind)) return 'not-of-this-way'
  if (kind === 'opened') return 'already-opened'
  const isLate = kind === 'deviation' || kind === 'closed'
  if (state === 'computed') return isLate ? undefined : 'already-computed'
  return isLate ? 'not-computed' : undefined
}

/** What came outside the window that was announced for it. */
function isOutside(kind: ToldEvent['kind'], at: number, windows: { lists: number; rankings: number } | undefined): string | undefined {
  if (windows === undefined) return undefined
  const [from, until] = { list: [0, windows.lists], ranking: [windows.lists, windows.rankings], computed: [windows.rankings] }[
    kind as 'list'
  ] ?? [0]
  return at < (from ?? 0) || at >= (until ?? Number.POSITIVE_INFINITY) ? 'outside-window' : undefined
}

function isPossible(said: DeskSaid, person: string, id: string): boolean {
  const [candidate, post] = [said.people.get(person), said.posts.get(id)]
  return candidate !== undefined && post !== undefined && !said.withdrawn.has(id) && letsIn(post, candidate)
}

const isTwice = (names: readonly string[]): boolean => names.some((name, at) => names.indexOf(name) !== at)

function faultOfPerson(said: DeskSaid, person: string): string | undefined {
  if (!said.people.has(person)) return 'unknown-candidate'
  return said.gone.has(person) ? 'already-removed' : undefined
}

function faultOfPost(said: DeskSaid, id: string): string | undefined {
  if (!said.posts.has(id)) return 'unknown-post'
  return said.withdrawn.has(id) ? 'already-withdrawn' : undefined
}

function faultOfList(said: DeskSaid, { candidate, posts }: Extract<ToldEvent, { kind: 'list' }>, most: number): string | undefined {
  if (posts.length > most) return 'list-too-long'
  if (isTwice(posts)) return 'named-twice'
  return posts.every((id) => isPossible(said, candidate, id)) ? undefined : 'post-is-not-open'
}

function faultOfRanking(said: DeskSaid, { post, tiers }: Extract<ToldEvent, { kind: 'ranking' }>): string | undefined {
  const all = tiers.flat()
  if (isTwice(all)) return 'named-twice'
  return all.every((person) => isPossible(said, person, post)) ? undefined : 'post-is-not-open'
}

function faultOf(said: DeskSaid, what: ToldEvent, mostListed: number): string | undefined {
  switch (what.kind) {
    case 'list':
      return faultOfPerson(said, what.candidate) ?? faultOfList(said, what, mostListed)
    case 'ranking':
      return faultOfPost(said, what.post) ?? faultOfRanking(said, what)
    case 'post-withdrawn':
      return faultOfPost(said, what.post)
    case 'candidate-removed':
      return faultOfPerson(said, what.candidate)
    case 'deviation':
      return (
        faultOfPerson(said, what.candidate) ??
        (what.post === undefined || isPossible(said, what.candidate, what.post) ? undefined : 'post-is-not-open')
      )
    default:
      return undefined
  }
}

function note(said: DeskSaid, what: ToldEvent): void {
  if (what.kind === 'list') said.lists.set(what.candidate, what.posts)
  if (what.kind === 'ranking') said.rankings.set(what.post, what.tiers)
  if (what.kind === 'post-withdrawn') said.withdrawn.add(what.post)
  if (what.kind === 'candidate-removed') said.gone.add(what.candidate)
  if (what.kind === 'deviation') said.deviations.set(what.candidate, what.post)
}

const NEXT: { readonly [kind: string]: State } = { opened: 'running', computed: 'computed', closed: 'over' }

/** Everything that was handed in at the desk, or the first link that may not be. */
export function replayDesk({ opening, links }: Told): { found: Finding } | { said: DeskSaid } {
  const said: DeskSaid = {
    people: new Map(opening.candidates.map((one) => [one.pseudonym, one])),
    posts: new Map(opening.posts.map((one) => [one.id, one])),
    lists: new Map(),
    rankings: new Map(),
    withdrawn: new Set(),
    gone: new Set(),
    deviations: new Map(),
  }
  let state: State = 'shut'
  const { way, twoWay } = opening.rules
  for (const [index, { at, what }] of links.entries()) {
    const why = isTimely(state, what.kind, way) ?? isOutside(what.kind, at, twoWay?.windows) ?? faultOf(said, what, twoWay?.mostListed ?? 0)
    if (why !== undefined) return { found: wrong('step', `links[${index}].what`, { why }) }
    note(said, what)
    state = NEXT[what.kind] ?? state
  }
  return { said }
}
