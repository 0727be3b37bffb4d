import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import type { Happening } from '../../record/events.ts'
import { refusalOfTurn, type TurnRefusal, type TurnStep } from './turn-refusals.ts'
import type { Turns } from './turns.ts'

export type StepRefusal =
  | TurnRefusal
  | 'not-opened'
  | 'already-opened'
  | 'already-closed'
  | 'is-paused'
  | 'is-not-paused'
  | 'clock-went-back'
  | 'not-of-this-way'
  | 'not-the-last-turn'
  | 'removed-since'
  | 'unknown-post'
  | 'already-withdrawn'
  | 'unknown-candidate'
  | 'already-removed'

interface Moment<W = Happening> {
  readonly at: number
  readonly what: W
}

type Of<K extends Happening['kind']> = Extract<Happening, { kind: K }>

const DURING_PAUSE: readonly Happening['kind'][] = ['resumed', 'undo', 'post-withdrawn', 'candidate-removed']

function refusalOfPhase({ phase }: Turns, { kind }: Happening): StepRefusal | undefined {
  if (phase === 'before') return kind === 'opened' ? undefined : 'not-opened'
  if (phase === 'closed') return 'already-closed'
  if (kind === 'opened') return 'already-opened'
  if (phase === 'paused') return DURING_PAUSE.includes(kind) ? undefined : 'is-paused'
  return kind === 'resumed' ? 'is-not-paused' : undefined
}

function takeTurn(round: Turns, what: TurnStep): void {
  const { candidate, kind } = what
  const was = round.standing.get(candidate) === 'deferred' ? 'deferred' : 'waiting'
  const post = kind === 'pick' ? what.post : undefined
  round.turn += 1
  round.taken.push({ seq: round.seq + 1, candidate, was, post })
  if (post !== undefined) {
    round.standing.set(candidate, 'placed')
    round.places.set(candidate, post)
    round.held.set(post, (round.held.get(post) ?? 0) + 1)
    return
  }
  const { turn } = round.opening.rules
  const then = kind === 'pass' ? turn?.onPass : turn?.onAbsent
  round.standing.set(candidate, was === 'waiting' && then === 'end' ? 'deferred' : 'out')
}

function giveBack(round: Turns, candidate: string): void {
  const post = round.places.get(candidate)
  if (post === undefined) return
  round.places.delete(candidate)
  round.held.set(post, (round.held.get(post) ?? 1) - 1)
}

function undo(round: Turns, { undoes }: Of<'undo'>): StepRefusal | undefined {
  const last = round.taken.at(-1)
  if (last?.seq !== undoes) return 'not-the-last-turn'
  if (round.standing.get(last.candidate) === 'removed') return 'removed-since'
  giveBack(round, last.candidate)
  round.standing.set(last.candidate, last.was)
  round.taken.pop()
  return undefined
}

function withdraw(round: Turns, { post }: Of<'post-withdrawn'>): StepRefusal | undefined {
  if (!round.posts.has(post)) return 'unknown-post'
  if (round.withdrawn.has(post)) return 'already-withdrawn'
  round.withdrawn.add(post)
  return undefined
}

function remove(round: Turns, { candidate }: Of<'candidate-removed'>): StepRefusal | undefined {
  const standing = round.standing.get(candidate)
  if (standing === undefined) return 'unknown-candidate'
  if (standing === 'removed') return 'already-removed'
  giveBack(round, candidate)
  round.standing.set(candidate, 'removed')
  return undefined
}

/** Checks what is of its own kind, and does it. Nothing is changed where it is refused. */
function perform(round: Turns, { at, what }: Moment): StepRefusal | undefined {
  switch (what.kind) {
    case 'opened':
    case 'resumed':
      round.phase = 'running'
      return undefined
    case 'paused':
      round.phase = 'paused'
      return undefined
    case 'pick':
    case 'pass':
    case 'absent': {
      const refusal = refusalOfTurn(round, { at, what })
      if (refusal === undefined) takeTurn(round, what)
      return refusal
    }
    case 'undo':
      return undo(round, what)
    case 'post-withdrawn':
      return withdraw(round, what)
    case 'candidate-removed':
      return remove(round, what)
    case 'closed':
      return refusalOfTurn(round, { at, what }) ?? close(round)
    case 'list':
    case 'ranking':
    case 'computed':
    case 'deviation':
      return 'not-of-this-way'
  }
}

function close(round: Turns): undefined {
  round.phase = 'closed'
}

/**
 * One thing that happened in the room. On `ok` the round has gone one link further; a refusal leaves it as it was:
 * somebody else's turn, a seat that was taken a moment ago, a clock that went back, a post that was withdrawn.
 */
export function takeStep(round: Turns, moment: Moment): Result<undefined, StepRefusal> {
  const refusal = refusalOfPhase(round, moment.what) ?? (moment.at < round.at ? 'clock-went-back' : undefined) ?? perform(round, moment)
  if (refusal !== undefined) return refuse(refusal)
  round.seq += 1
  round.at = moment.at
  return ok(undefined)
}
