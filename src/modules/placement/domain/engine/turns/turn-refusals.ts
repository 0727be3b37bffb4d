import type { Happening } from '../../record/events.ts'
import { isAnythingOpen, nextTurn, type Turns } from './turns.ts'

export type TurnStep = Extract<Happening, { kind: 'pick' | 'pass' | 'absent' }>

export type TurnRefusal =
  | 'nobody-is-left'
  | 'not-your-turn'
  | 'wrong-turn-number'
  | 'open-posts-differ'
  | 'post-is-not-open'
  | 'no-list-handed-in'
  | 'not-the-first-of-the-list'
  | 'list-has-an-open-post'
  | 'clock-is-running'
  | 'turns-are-left'

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at])

/** Why a turn that goes by the list handed in beforehand may not be taken so. */
function refusalOfList(round: Turns, what: Extract<TurnStep, { kind: 'pick' | 'pass' }>): TurnRefusal | undefined {
  if (what.by !== 'list') return undefined
  const list = round.people.get(what.candidate)?.proxy
  if (!list) return 'no-list-handed-in'
  const first = list.find((post) => what.open.includes(post))
  if (what.kind === 'pass') return first === undefined ? undefined : 'list-has-an-open-post'
  return first === what.post ? undefined : 'not-the-first-of-the-list'
}

/** A person loses a turn to the clock only after the whole of their time. */
function refusalOfClock(round: Turns, { at, what }: { at: number; what: TurnStep }): TurnRefusal | undefined {
  if (what.kind !== 'pass' || what.by !== 'clock') return undefined
  const seconds = round.opening.rules.turn?.clockSeconds ?? 0
  return at - round.at < seconds * 1000 ? 'clock-is-running' : undefined
}

/** Why a turn may not be taken as it is told, or a round not be closed yet. Undefined: it may. */
export function refusalOfTurn(round: Turns, { at, what }: { at: number; what: TurnStep | { kind: 'closed' } }): TurnRefusal | undefined {
  const next = nextTurn(round)
  if (what.kind === 'closed') return isAnythingOpen(round) ? 'turns-are-left' : undefined
  if (!next) return 'nobody-is-left'
  if (what.candidate !== next.candidate) return 'not-your-turn'
  if (what.turn !== next.turn) return 'wrong-turn-number'
  if (!same(what.open, next.open)) return 'open-posts-differ'
  if (what.kind === 'pick' && !next.open.includes(what.post)) return 'post-is-not-open'
  if (what.kind === 'absent') return undefined
  return refusalOfList(round, what) ?? refusalOfClock(round, { at, what })
}
