import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import { takeDeskStep } from '../../domain/engine/desk/take-desk-step.ts'
import { linkTo } from '../../domain/record/commit.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import { insertLink, lastHash } from '../rounds/say-link.ts'
import { sha256 } from '../rounds/sha256.ts'
import { deskRefusal } from './desk-refusals.ts'
import type { DeskRound } from './desk-round.ts'
import { keepDeskEffects } from './keep-desk-effects.ts'

/**
 * Says one thing in a locked round that is computed at once: the rules are asked, the link is hashed on to the chain, and
 * what follows from it is kept, in the action's own transaction. A clock set back does not turn the record back.
 */
export async function sayDeskLink(context: ActionContext, round: DeskRound, what: Happening): Promise<Result<Link, RoundRefusal>> {
  const { row, desk } = round
  const at = Math.max(Date.parse(context.now), Number(row.last_ms))
  const before = lastHash(round)
  const seq = desk.seq + 1
  const taken = takeDeskStep(desk, { at, what })
  if (!taken.ok) return refuse(deskRefusal(desk, { refusal: taken.refusal, what, windows: row.settings.twoWay }))
  const link = linkTo(sha256, before, { seq, at, what })
  await insertLink(context, round, link)
  await context.tx.query(
    `update placement.rounds set seq = $3, last_hash = $4, last_ms = $5, state = 'open' where bureau_code = left($2, 6) and id = $1`,
    [row.id, row.unit_code, seq, link.hash, at],
  )
  await keepDeskEffects(context, round, link)
  const person = 'candidate' in what ? round.byPseudonym.get(what.candidate) : undefined
  context.note({ round: row.id, seq, hash: link.hash, kind: what.kind })
  if (person) context.subject(person.person_id)
  context.fact({ kind: 'placement.round', on: context.today, dimensions: { step: what.kind, way: row.way } })
  return ok(link)
}
