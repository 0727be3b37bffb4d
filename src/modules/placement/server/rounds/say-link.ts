import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import { takeStep } from '../../domain/engine/turns/take-step.ts'
import { linkTo, startOf } from '../../domain/record/commit.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import { keepEffects } from './keep-effects.ts'
import type { LiveRound } from './live-round.ts'
import { refusalOf } from './round-refusals.ts'
import { sha256 } from './sha256.ts'

/** What the next link holds on to. @throws before the draw */
export function lastHash({ row, links }: Pick<LiveRound, 'row' | 'links'>): string {
  const last = links.at(-1)
  if (last) return last.hash
  const { commitment, drawn_value: value, drawn_seed: seed } = row
  if (commitment === null || value === null || seed === null) throw new Error('a round begins after its draw')
  return startOf(sha256, { commitment, drawn: { value, seed } })
}

const PHASE_STATE = { before: 'drawn', running: 'open', paused: 'paused', closed: 'open' } as const

/**
 * Says one thing in a locked round: the rules are asked, the link is hashed on to the chain, and what follows from it is
 * kept, in the action's own transaction. A clock that was set back does not turn the record back: its instant is never
 * before that of the last link, and the number of the link counts on.
 */
export async function sayLink(context: ActionContext, live: LiveRound, what: Happening): Promise<Result<Link, RoundRefusal>> {
  const { row, turns } = live
  const at = Math.max(Date.parse(context.now), Number(row.last_ms))
  const before = lastHash(live)
  const seq = turns.seq + 1
  const taken = takeStep(turns, { at, what })
  if (!taken.ok) return refuse(refusalOf(turns, taken.refusal, at))
  const link = linkTo(sha256, before, { seq, at, what })
  await insertLink(context, live, link)
  await context.tx.query(
    `update placement.rounds set seq = $3, last_hash = $4, last_ms = $5, state = $6 where bureau_code = left($2, 6) and id = $1`,
    [row.id, row.unit_code, seq, link.hash, at, PHASE_STATE[turns.phase]],
  )
  await keepEffects(context, live, link)
  const person = 'candidate' in what ? live.byPseudonym.get(what.candidate) : undefined
  context.note({ round: row.id, seq, hash: link.hash, kind: what.kind })
  if (person) context.subject(person.person_id)
  context.fact({ kind: 'placement.round', on: context.today, dimensions: { step: what.kind, way: row.way } })
  return ok(link)
}

/** Appends a link to the record. */
export async function insertLink(
  { tx, actor, actionId }: ActionContext,
  { row }: Pick<LiveRound, 'row'>,
  { seq, at, what, hash }: Link,
): Promise<void> {
  await tx.query(
    `insert into placement.round_events (bureau_code, round_id, seq, unit_code, at_ms, what, hash, said_by, by_name, action_id)
     values (left($2, 6), $1, $3, $2, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.unit_code, seq, at, JSON.stringify(what), hash, actor.accountId, actor.name, actionId],
  )
}
