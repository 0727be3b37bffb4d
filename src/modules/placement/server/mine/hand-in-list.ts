import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract-receipts.ts'
import type { RoundState } from '../../contract-rounds.ts'
import { takeDeskStep } from '../../domain/engine/desk/take-desk-step.ts'
import { linkTo } from '../../domain/record/commit.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import { deskRefusal } from '../computed/desk-refusals.ts'
import { ROUND_REFUSALS } from '../rounds/round-refusals.ts'
import { sha256 } from '../rounds/sha256.ts'
import { findOwnDesk, ownDeskOf } from './own-desk.ts'
import { whereMyRoundIs } from './where-my-round-is.ts'

async function say({ tx, actor, actionId }: ActionContext, roundId: string, { seq, at, what, hash }: Link): Promise<void> {
  const { rows } = await tx.query<{ said: boolean }>('select placement.say_own_list($1, $2, $3, $4, $5, $6, $7) as said', [
    roundId,
    seq,
    at,
    JSON.stringify(what),
    hash,
    actor.accountId,
    actionId,
  ])
  if (!rows[0]?.said) throw new Error('the list of a locked round did not become its next link')
}

/** The own list as the next link of the record. The round is held first: of two at once one waits and then stands on the other. */
export const handInMyList = action(contract.handInMyList, {
  grant: 'own.write',
  where: whereMyRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, posts }) {
    const { tx, now, today, actor } = context
    await tx.query('select placement.hold_own_round($1)', [roundId])
    const own = await findOwnDesk(tx, roundId)
    const [me] = own?.opening.candidates ?? []
    if (!own || !me || !actor.person) throw new Error('the round was there a moment ago: rounds are never removed')
    if (own.way !== 'two-way') return refuse({ code: 'wrong-way' })
    if (own.state !== 'open' || own.lastHash === null) return refuse({ code: 'wrong-state', state: own.state as RoundState })
    const at = Math.max(Date.parse(now), own.lastMs)
    const what: Happening = { kind: 'list', candidate: me.pseudonym, posts }
    const desk = ownDeskOf(own)
    if (own.links.some((link) => link.what.kind === 'computed')) return refuse({ code: 'already-computed' })
    const taken = takeDeskStep(desk, { at, what })
    if (!taken.ok) return refuse(deskRefusal(desk, { refusal: taken.refusal, what, windows: own.twoWay }))
    const link = linkTo(sha256, own.lastHash, { seq: own.seq + 1, at, what })
    await say(context, roundId, link)
    context.note({ round: roundId, seq: link.seq, hash: link.hash, kind: 'list' })
    context.subject(actor.person.id)
    context.fact({ kind: 'placement.round', on: today, personIds: [actor.person.id], dimensions: { step: 'list', way: own.way } })
    return ok({ roundId, seq: link.seq, hash: link.hash })
  },
})
