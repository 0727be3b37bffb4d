import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-receipts.ts'
import type { RoundState } from '../../contract-rounds.ts'
import { takeStep } from '../../domain/engine/turns/take-step.ts'
import { nextTurn } from '../../domain/engine/turns/turns.ts'
import { linkTo } from '../../domain/record/commit.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import { ROUND_REFUSALS, refusalOf } from '../rounds/round-refusals.ts'
import { isComputed, type RoundRow } from '../rounds/round-rows.ts'
import { SELF } from '../rounds/said-by-self.ts'
import { sha256 } from '../rounds/sha256.ts'
import { findOwnDesk } from './own-desk.ts'
import { findOwnTurns, type OwnTurns } from './own-turns.ts'
import { whereMyRoundIs } from './where-my-round-is.ts'

async function say(
  { tx, actor, actionId, today }: ActionContext,
  roundId: string,
  own: OwnTurns,
  { seq, at, what, hash }: Link,
): Promise<void> {
  const standing = own.turns.standing.get(own.pseudonym)
  const { rows } = await tx.query<{ said: boolean }>('select placement.say_own_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as said', [
    roundId,
    seq,
    at,
    JSON.stringify(what),
    hash,
    standing,
    actor.accountId,
    SELF,
    actionId,
    today,
  ])
  if (!rows[0]?.said) throw new Error('the turn of a locked round did not become its next link')
}

/**
 * The own turn, from the own phone. The round is held first: of a clerk's click and a person's in the same second one
 * waits, and then finds the turn gone. It is named by number, so that a late click never takes a later turn.
 */
export const takeMyTurn = action(contract.takeMyTurn, {
  grant: 'own.write',
  where: whereMyRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, turn, taken }) {
    const { tx, now, today, actor } = context
    await tx.query('select placement.hold_own_round($1)', [roundId])
    const desk = await findOwnDesk(tx, roundId)
    if (!desk || !actor.person) throw new Error('the round was there a moment ago: rounds are never removed')
    if (isComputed({ way: desk.way as RoundRow['way'] })) return refuse({ code: 'wrong-way' })
    const own = desk.state === 'open' ? await findOwnTurns(tx, roundId) : undefined
    if (!own || own.lastHash === null) return refuse({ code: 'wrong-state', state: desk.state as RoundState })
    const open = nextTurn(own.turns)?.open ?? []
    const what: Happening = { ...taken, turn, candidate: own.pseudonym, by: 'self', open }
    const [at, seq] = [Math.max(Date.parse(now), own.lastMs), own.turns.seq + 1]
    const step = takeStep(own.turns, { at, what })
    if (!step.ok) return refuse(refusalOf(own.turns, step.refusal, at))
    const link = linkTo(sha256, own.lastHash, { seq, at, what })
    await say(context, roundId, own, link)
    context.note({ round: roundId, seq, hash: link.hash, kind: what.kind })
    context.subject(actor.person.id)
    context.fact({ kind: 'placement.round', on: today, dimensions: { step: what.kind, way: own.way } })
    if (what.kind === 'pick')
      context.fact({ kind: 'placement.picked', on: today, personIds: [actor.person.id], dimensions: { way: own.way } })
    return ok({ roundId, seq, hash: link.hash, post: what.kind === 'pick' ? what.post : null })
  },
})
