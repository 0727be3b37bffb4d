import type { RoundRefusal } from '../../contract-rounds.ts'
import type { StepRefusal } from '../../domain/engine/turns/take-step.ts'
import { nextTurn, type Turns } from '../../domain/engine/turns/turns.ts'

/** How each refusal of a round leaves the house. */
export const ROUND_REFUSALS = {
  'wrong-state': 409,
  'posts-not-offered': 422,
  'draw-not-later': 422,
  'not-ranked': 409,
  'objections-open': 409,
  'nobody-to-place': 409,
  'score-not-confirmed': 409,
  'opening-wrong': 409,
  'unknown-candidate': 422,
  'unknown-post': 422,
  'draw-too-early': 409,
  'changed-since': 409,
  'supervisor-absent': 409,
  'same-hand': 409,
  'turn-has-passed': 409,
  'post-is-gone': 409,
  'no-list': 409,
  'clock-running': 409,
  'nothing-to-undo': 409,
  'removed-since': 409,
  'already-withdrawn': 409,
  'already-removed': 409,
  'turns-left': 409,
  'draft-changed': 409,
  'wrong-way': 409,
  'windows-turned': 422,
  'not-a-pilot': 422,
  'not-reserved': 422,
  'window-over': 409,
  'opened-too-late': 409,
  'window-open': 409,
  'list-too-long': 422,
  'named-twice': 422,
  'post-not-open': 422,
  'already-computed': 409,
  'not-computed': 409,
  'more-people-than-seats': 409,
  'no-post-of-employer': 422,
  'no-door': 409,
  'listed-by-self': 409,
} as const

const STATE_OF = { before: 'drawn', running: 'open', paused: 'paused', closed: 'closed' } as const

const waiting = ({ standing }: Turns): number => [...standing.values()].filter((one) => one === 'waiting' || one === 'deferred').length

/** What the engine answered, as the room is told it. */
export function refusalOf(turns: Turns, refusal: StepRefusal, at: number): RoundRefusal {
  switch (refusal) {
    case 'not-opened':
    case 'already-opened':
    case 'already-closed':
    case 'is-paused':
    case 'is-not-paused':
      return { code: 'wrong-state', state: STATE_OF[turns.phase] }
    case 'nobody-is-left':
    case 'not-your-turn':
    case 'wrong-turn-number':
      return { code: 'turn-has-passed', turn: nextTurn(turns)?.turn ?? null }
    case 'post-is-not-open':
    case 'open-posts-differ':
    case 'not-the-first-of-the-list':
    case 'list-has-an-open-post':
      return { code: 'post-is-gone' }
    case 'no-list-handed-in':
      return { code: 'no-list' }
    case 'clock-is-running':
      return { code: 'clock-running', seconds: secondsLeft(turns, at) }
    case 'not-the-last-turn':
      return { code: 'nothing-to-undo' }
    case 'turns-are-left':
      return { code: 'turns-left', people: waiting(turns) }
    case 'removed-since':
    case 'unknown-post':
    case 'already-withdrawn':
    case 'unknown-candidate':
    case 'already-removed':
      return { code: refusal }
    case 'clock-went-back':
    case 'not-of-this-way':
      throw new Error(`the room never says this: ${refusal}`)
  }
}

const secondsLeft = ({ opening, at: since }: Turns, at: number): number =>
  Math.max(1, Math.ceil((since + (opening.rules.turn?.clockSeconds ?? 0) * 1000 - at) / 1000))
