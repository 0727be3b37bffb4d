import type { PersonId } from '../../../../kernel/id.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { deskOutcome } from '../../domain/engine/desk/take-desk-step.ts'
import type { Happening, Link } from '../../domain/record/events.ts'
import { moveCandidates } from '../rounds/move-candidates.ts'
import type { RoundPersonRow } from '../rounds/round-rows.ts'
import type { DeskRound } from './desk-round.ts'
import { explain } from './explain.ts'

/** What follows from a link: the list on the receipt, who leaves the round; and at its end seats, reasons and steps. */
export async function keepDeskEffects(context: ActionContext, round: DeskRound, link: Link): Promise<void> {
  const { what } = link
  const person = 'candidate' in what ? round.byPseudonym.get(what.candidate) : undefined
  if (what.kind === 'list' && person) await receive(context, round, { link, person, list: what.posts })
  if (what.kind === 'candidate-removed' && person) {
    await receive(context, round, { link, person, outcome: 'removed' })
    await moveCandidates(context, { ids: [person.candidate_id], step: 'leaveRound', from: 'selecting', to: 'ranked' })
  }
  if (what.kind === 'closed') await settle(context, round, link)
}

interface Received {
  readonly link: Link
  readonly person: RoundPersonRow
  readonly list?: readonly string[]
  readonly outcome?: 'removed'
}

async function receive({ tx }: ActionContext, { row }: DeskRound, { link, person, list, outcome }: Received): Promise<void> {
  await tx.query(
    `update placement.round_people set list = coalesce($4, list), outcome = coalesce($5, outcome), links = links || $6::jsonb
      where bureau_code = left($2, 6) and round_id = $1 and candidate_id = $3`,
    [row.id, row.unit_code, person.candidate_id, list ?? null, outcome ?? null, JSON.stringify([{ seq: link.seq, hash: link.hash }])],
  )
}

/** Whom a link names. */
const namedIn = (what: Happening): readonly string[] =>
  what.kind === 'ranking' ? what.tiers.flat() : 'candidate' in what ? [what.candidate] : []

/** The end: who holds which seat, what everybody's receipt says, and the step of who has a post. */
async function settle(context: ActionContext, round: DeskRound, closing: Link): Promise<void> {
  const { row, desk, links, byPseudonym } = round
  const places = deskOutcome(desk)?.places ?? []
  await seatAll(context, round, { places, seq: closing.seq })
  const has = new Map(places.map(({ candidate, post }) => [candidate, post]))
  const whyOf = explain(round, has)
  for (const [pseudonym, person] of byPseudonym) {
    const named = links.filter(({ what }) => namedIn(what).includes(pseudonym)).map(({ seq, hash }) => ({ seq, hash }))
    const post = has.get(pseudonym)
    await context.tx.query(
      `update placement.round_people
          set links = $4, why = $5, post_code = $6, post_title = $7, outcome = coalesce($8, outcome)
        where bureau_code = left($2, 6) and round_id = $1 and candidate_id = $3`,
      [
        row.id,
        row.unit_code,
        person.candidate_id,
        JSON.stringify(named),
        JSON.stringify(whyOf(pseudonym)),
        post ?? null,
        post === undefined ? null : (desk.posts.get(post)?.employer ?? post),
        post === undefined ? null : 'placed',
      ],
    )
  }
  const placed = places.flatMap(({ candidate }) => byPseudonym.get(candidate) ?? [])
  const ids = placed.map(({ candidate_id }) => candidate_id)
  await moveCandidates(context, { ids, step: 'pick', from: 'selecting', to: 'picked' })
  for (const { person_id } of placed)
    context.fact({ kind: 'placement.picked', on: context.today, personIds: [person_id as PersonId], dimensions: { way: row.way } })
}

async function seatAll(
  { tx }: ActionContext,
  { row }: DeskRound,
  { places, seq }: { places: readonly { candidate: string; post: string }[]; seq: number },
): Promise<void> {
  await tx.query(
    `insert into placement.round_seats (bureau_code, round_id, seq, unit_code, code, seat, pseudonym)
     select left($2, 6), $1, $3, $2, g.code, row_number() over (partition by g.code order by g.pseudonym), g.pseudonym
       from unnest($4::text[], $5::text[]) as g(code, pseudonym)`,
    [row.id, row.unit_code, seq, places.map(({ post }) => post), places.map(({ candidate }) => candidate)],
  )
}
