import { letsIn } from './check-opening.ts'
import { type Finding, wrong } from './finding.ts'
import type { Told, ToldEvent, ToldLink } from './told.ts'

type TurnEvent = Extract<ToldEvent, { kind: 'pick' | 'pass' | 'absent' }>

/** Everything that was said so far and still counts. Who stands where is worked out of it anew at each turn. */
interface Said {
  readonly told: Told
  readonly turns: { seq: number; event: TurnEvent }[]
  readonly gone: Set<string>
  readonly withdrawn: Set<string>
  count: number
  state: 'shut' | 'running' | 'paused' | 'over'
  last: number
}

/** Where everybody is: who has what, how often somebody has let a turn go, and whether that was the last. */
function standing({ told, turns, gone }: Said) {
  const has = new Map<string, string>()
  const skipped = new Map<string, 'once' | 'out'>()
  for (const { event } of turns) {
    if (event.kind === 'pick') has.set(event.candidate, event.post)
    else {
      const rule = event.kind === 'pass' ? told.opening.rules.turn?.onPass : told.opening.rules.turn?.onAbsent
      skipped.set(event.candidate, skipped.has(event.candidate) || rule === 'out' ? 'out' : 'once')
    }
  }
  for (const person of gone) has.delete(person)
  return { has, skipped }
}

function openTo(said: Said, person: string, has: ReadonlyMap<string, string>): string[] {
  const candidate = said.told.opening.candidates.find(({ pseudonym }) => pseudonym === person)
  if (!candidate) return []
  const used = new Map<string, number>()
  for (const id of has.values()) used.set(id, (used.get(id) ?? 0) + 1)
  const open = said.told.opening.posts.filter(
    (post) => !said.withdrawn.has(post.id) && letsIn(post, candidate) && (used.get(post.id) ?? 0) < post.seats,
  )
  return open.map(({ id }) => id).sort()
}

/** Those who still have a turn, the next one first. */
function stillIn({ told, gone }: Said, { has, skipped }: ReturnType<typeof standing>): string[] {
  const free = told.order.filter((person) => !gone.has(person) && !has.has(person))
  return [...free.filter((person) => !skipped.has(person)), ...free.filter((person) => skipped.get(person) === 'once')]
}

function faultOfList(said: Said, event: Extract<TurnEvent, { kind: 'pick' | 'pass' }>, open: readonly string[]): string | undefined {
  const list = said.told.opening.candidates.find(({ pseudonym }) => pseudonym === event.candidate)?.proxy
  if (!list) return 'no-list-handed-in'
  const first = list.filter((id) => open.includes(id))[0]
  if (event.kind === 'pass') return first === undefined ? undefined : 'list-has-an-open-post'
  return event.post === first ? undefined : 'not-the-first-of-the-list'
}

function faultOfTurn(said: Said, event: TurnEvent, at: number): string | undefined {
  const now = standing(said)
  const next = stillIn(said, now)[0]
  if (next === undefined) return 'nobody-is-left'
  if (event.candidate !== next) return 'not-your-turn'
  if (event.turn !== said.count + 1) return 'wrong-turn-number'
  const open = openTo(said, next, now.has)
  if (open.join() !== event.open.join()) return 'open-posts-differ'
  if (event.kind === 'pick' && !open.includes(event.post)) return 'post-is-not-open'
  if (event.kind === 'absent') return undefined
  if (event.by === 'list') return faultOfList(said, event, open)
  const seconds = said.told.opening.rules.turn?.clockSeconds ?? 0
  return event.by === 'clock' && at < said.last + 1000 * seconds ? 'clock-is-running' : undefined
}

function faultOfState({ state }: Said, kind: ToldEvent['kind']): string | undefined {
  if (state === 'over') return 'already-closed'
  if ((state === 'shut') !== (kind === 'opened')) return state === 'shut' ? 'not-opened' : 'already-opened'
  const inPause = ['resumed', 'undo', 'post-withdrawn', 'candidate-removed'].includes(kind)
  if (state === 'paused' && !inPause) return 'is-paused'
  return state === 'running' && kind === 'resumed' ? 'is-not-paused' : undefined
}

function undo(said: Said, undoes: number): string | undefined {
  const last = said.turns[said.turns.length - 1]
  if (!last || last.seq !== undoes) return 'not-the-last-turn'
  if (said.gone.has(last.event.candidate)) return 'removed-since'
  said.turns.pop()
  return undefined
}

/** Adds a name to those that are out, once, if it is one of the round. */
function strike(names: Set<string>, name: string, [unknown, twice]: [string, string], all: readonly string[]): string | undefined {
  if (!all.includes(name)) return unknown
  if (names.has(name)) return twice
  names.add(name)
  return undefined
}

function isAnybodyWaiting(said: Said): boolean {
  const now = standing(said)
  return stillIn(said, now).some((person) => openTo(said, person, now.has).length > 0)
}

function say(said: Said, { seq, at, what }: ToldLink): string | undefined {
  const { candidates, posts } = said.told.opening
  switch (what.kind) {
    case 'pick':
    case 'pass':
    case 'absent': {
      const fault = faultOfTurn(said, what, at)
      said.turns.push({ seq, event: what })
      said.count += 1
      return fault
    }
    case 'undo':
      return undo(said, what.undoes)
    case 'post-withdrawn':
      return strike(
        said.withdrawn,
        what.post,
        ['unknown-post', 'already-withdrawn'],
        posts.map(({ id }) => id),
      )
    case 'candidate-removed':
      return strike(
        said.gone,
        what.candidate,
        ['unknown-candidate', 'already-removed'],
        candidates.map(({ pseudonym }) => pseudonym),
      )
    case 'opened':
    case 'resumed':
      said.state = 'running'
      return undefined
    case 'paused':
      said.state = 'paused'
      return undefined
    case 'closed':
      said.state = 'over'
      return isAnybodyWaiting(said) ? 'turns-are-left' : undefined
    default:
      return 'not-of-this-way'
  }
}

/** Plays a round by turns again. The first link that may not be is named; else who is where in the end, and who is gone. */
export function replayTurns(told: Told): { found: Finding } | { has: ReadonlyMap<string, string>; gone: ReadonlySet<string> } {
  const said: Said = { told, turns: [], gone: new Set(), withdrawn: new Set(), count: 0, state: 'shut', last: 0 }
  for (const [index, link] of told.links.entries()) {
    const why = faultOfState(said, link.what.kind) ?? say(said, link)
    if (why !== undefined) return { found: wrong('step', `links[${index}].what`, { why }) }
    said.last = link.at
  }
  return { has: standing(said).has, gone: said.gone }
}
