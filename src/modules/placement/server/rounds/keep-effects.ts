import type { PersonId } from '../../../../kernel/id.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import type { LiveRound } from './live-round.ts'
import { moveCandidates } from './move-candidates.ts'
import type { RoundPersonRow } from './round-rows.ts'
import { whereCounted } from './said-by-self.ts'

type Of<K extends Happening['kind']> = Extract<Happening, { kind: K }>

/** What follows from a link: seats held and freed, what the person's receipt says, the step on the way of the candidate. */
export async function keepEffects(context: ActionContext, live: LiveRound, link: Link): Promise<void> {
  const { what } = link
  const person = 'candidate' in what ? live.byPseudonym.get(what.candidate) : undefined
  if (what.kind === 'pick' && person) await seat(context, live, { link, what, person })
  if (what.kind === 'undo') await takeBack(context, live, { link, what })
  if (what.kind === 'candidate-removed' && person) await remove(context, live, { link, person })
  if ((what.kind === 'pass' || what.kind === 'absent') && person) {
    const outcome = live.turns.standing.get(what.candidate) === 'deferred' ? 'deferred' : 'out'
    await receive(context, live, { link, person, kept: { outcome, openThen: what.open } })
  }
}

interface Kept {
  readonly outcome: 'placed' | 'deferred' | 'out' | 'removed' | null
  readonly postCode?: string
  readonly openThen?: readonly string[]
}

/** Writes a link on the receipt of a person. */
async function receive(
  { tx }: ActionContext,
  { row, turns }: LiveRound,
  { link, person, kept }: { link: Link; person: RoundPersonRow; kept: Kept },
): Promise<void> {
  const { outcome, postCode, openThen } = kept
  const title = postCode === undefined ? undefined : turns.posts.get(postCode)?.employer
  await tx.query(
    `update placement.round_people
        set outcome = $4, post_code = $5, post_title = $6, open_then = coalesce($7, open_then), links = links || $8::jsonb
      where bureau_code = left($2, 6) and round_id = $1 and candidate_id = $3`,
    [
      row.id,
      row.unit_code,
      person.candidate_id,
      outcome,
      postCode ?? null,
      title ?? null,
      openThen ?? null,
      JSON.stringify([{ seq: link.seq, hash: link.hash }]),
    ],
  )
}

async function seat(
  context: ActionContext,
  live: LiveRound,
  { link, what, person }: { link: Link; what: Of<'pick'>; person: RoundPersonRow },
): Promise<void> {
  const { row } = live
  // The lowest seat that is free. Two who got here at once would meet the unique index, and one transaction fail.
  await context.tx.query(
    `insert into placement.round_seats (bureau_code, round_id, seq, unit_code, code, seat, pseudonym)
     select left($2, 6), $1, $3, $2, $4, min(s.seat), $5
       from generate_series(1, $6) as s(seat)
      where not exists (select from placement.round_seats h
              where h.bureau_code = left($2, 6) and h.round_id = $1 and h.code = $4 and h.seat = s.seat and h.freed_seq is null)`,
    [row.id, row.unit_code, link.seq, what.post, what.candidate, live.turns.posts.get(what.post)?.seats ?? 0],
  )
  await receive(context, live, { link, person, kept: { outcome: 'placed', postCode: what.post, openThen: what.open } })
  await moveCandidates(context, { ids: [person.candidate_id], step: 'pick', from: 'selecting', to: 'picked' })
  context.fact({ kind: 'placement.picked', on: context.today, personIds: [person.person_id as PersonId], dimensions: { way: row.way } })
}

async function free({ tx }: ActionContext, { row }: LiveRound, { link, pseudonym }: { link: Link; pseudonym: string }): Promise<boolean> {
  const freed = await tx.query(
    `update placement.round_seats set freed_seq = $3 where bureau_code = left($2, 6) and round_id = $1 and pseudonym = $4 and freed_seq is null`,
    [row.id, row.unit_code, link.seq, pseudonym],
  )
  return freed.rowCount === 1
}

/** The person stands where they stood before the turn that is taken back. */
async function takeBack(context: ActionContext, live: LiveRound, { link, what }: { link: Link; what: Of<'undo'> }): Promise<void> {
  const undone = live.links.find(({ seq }) => seq === what.undoes)?.what
  const person = undone && 'candidate' in undone ? live.byPseudonym.get(undone.candidate) : undefined
  if (!undone || !person?.pseudonym) throw new Error(`link ${what.undoes} is no turn`)
  const was = live.turns.standing.get(person.pseudonym)
  await receive(context, live, { link, person, kept: { outcome: was === 'deferred' ? 'deferred' : null } })
  if (await free(context, live, { link, pseudonym: person.pseudonym })) await unpick(context, live, { person, step: 'undoPick' })
}

async function remove(context: ActionContext, live: LiveRound, { link, person }: { link: Link; person: RoundPersonRow }): Promise<void> {
  await receive(context, live, { link, person, kept: { outcome: 'removed' } })
  const held = person.pseudonym !== null && (await free(context, live, { link, pseudonym: person.pseudonym }))
  if (held) await unpick(context, live, { person, step: 'undoPick' })
  await moveCandidates(context, { ids: [person.candidate_id], step: 'leaveRound', from: 'selecting', to: 'ranked' })
}

async function unpick(
  context: ActionContext,
  live: LiveRound,
  { person, step }: { person: RoundPersonRow; step: 'undoPick' },
): Promise<void> {
  await moveCandidates(context, { ids: [person.candidate_id], step, from: 'picked', to: 'selecting' })
  const undone = { kind: 'placement.picked', on: context.today, personIds: [person.person_id as PersonId], quantity: -1 }
  context.fact({ ...undone, unitCode: whereCounted(live, person), dimensions: { way: live.row.way } })
}
