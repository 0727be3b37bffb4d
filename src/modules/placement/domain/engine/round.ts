import { type Result, refuse } from '../../../../kernel/result.ts'
import type { Happening } from '../record/events.ts'
import type { Opening } from '../record/opening.ts'
import type { Outcome } from '../record/record.ts'
import { type Desk, openDesk, outcomeOf } from './desk/desk.ts'
import { type DeskRefusal, deskOutcome, takeDeskStep } from './desk/take-desk-step.ts'
import { type StepRefusal, takeStep } from './turns/take-step.ts'
import { openTurns, type Turns } from './turns/turns.ts'

/** A round of any way, as far as it has gone: by turns, or at the desk. */
export type Round = { readonly kind: 'turns'; readonly turns: Turns } | { readonly kind: 'desk'; readonly desk: Desk }

export type RoundRefusal = StepRefusal | DeskRefusal

/** A round before anything happened; `order` is `roundOrder` of its opening and lots. */
export function openRound(opening: Opening, order: readonly string[]): Round {
  const { way } = opening.rules
  const isComputed = way === 'two-way' || way === 'directive'
  return isComputed ? { kind: 'desk', desk: openDesk(opening, order) } : { kind: 'turns', turns: openTurns(opening, order) }
}

/** One more thing that happened. A refusal leaves the round as it was, and is told to whoever asked. */
export function stepRound(round: Round, moment: { at: number; what: Happening }): Result<undefined, RoundRefusal> {
  return round.kind === 'turns' ? takeStep(round.turns, moment) : takeDeskStep(round.desk, moment)
}

/** What stands now: of a round by turns at any moment, of a computed one since it was computed. */
export function roundOutcome(round: Round): Outcome | undefined {
  if (round.kind === 'desk') return deskOutcome(round.desk)
  const { standing, places } = round.turns
  return outcomeOf(
    [...standing.keys()].filter((person) => standing.get(person) !== 'removed'),
    places,
  )
}

/** Everything that happened, one after the other. A refusal names the link, counted from 1. */
export function replayRound(
  round: Round,
  moments: readonly { at: number; what: Happening }[],
): Result<Round, { seq: number; code: RoundRefusal }> {
  for (const [at, moment] of moments.entries()) {
    const answer = stepRound(round, moment)
    if (!answer.ok) return refuse({ seq: at + 1, code: answer.refusal })
  }
  return { ok: true, value: round }
}
