import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import * as contract from '../../contract-rounds.ts'
import { roundOrder } from '../../domain/engine/round-order.ts'
import { canonicalText } from '../../domain/record/canonical.ts'
import { drawLots } from '../../domain/record/commit.ts'
import type { Candidate, Opening } from '../../domain/record/opening.ts'
import { seedOf } from './commit-round.ts'
import { openingOf } from './live-round.ts'
import { findCohort, readPeople, schemeOf } from './read-people.ts'
import { readPosts } from './read-posts.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { listRoundPeople, lockRound, type RoundRow, whereRoundIs } from './round-rows.ts'
import { sha256 } from './sha256.ts'

/** What decides about somebody: score and rank, and what posts ask. Where they live may change with the file and is left as it was. */
const whatCounts = ({ lines, marks, composite, facts, places, codes, hardship }: Omit<Candidate, 'pseudonym' | 'home'>) => [
  lines,
  marks,
  composite,
  facts,
  places,
  codes,
  hardship,
]

/** What was committed to is compared with what stands today: where they differ the round needs a new version, not a draw. */
async function whatChanged(context: ActionContext, round: RoundRow, opening: Opening): Promise<RoundRefusal | undefined> {
  const { posts, gone } = await readPosts(context.tx, round)
  if (gone > 0 || canonicalText(posts) !== canonicalText(opening.posts)) return { code: 'changed-since', what: 'posts' }
  const cohort = await findCohort(context, round.cohort_id)
  const people = cohort ? await readPeople(context, cohort, 'selecting') : []
  const known = new Map((await listRoundPeople(context.tx, round)).map((one) => [one.candidate_id, one.pseudonym]))
  const inRound = people.filter(({ candidateId }) => known.has(candidateId))
  if (inRound.length !== opening.candidates.length) return { code: 'changed-since', what: 'people' }
  const { entries } = schemeOf(inRound)
  const committed = new Map(opening.candidates.map((one) => [one.pseudonym, one]))
  const differs = inRound.some((one, at) => {
    const before = committed.get(known.get(one.candidateId) ?? '')
    const now = entries[at]
    return !before || !now || canonicalText(whatCounts(now)) !== canonicalText(whatCounts(before))
  })
  return differs ? { code: 'changed-since', what: 'scores' } : undefined
}

async function keepOrder({ tx }: ActionContext, { id, unit_code }: RoundRow, order: readonly string[]): Promise<void> {
  await tx.query(
    `update placement.round_people p set position = o.position from unnest($3::text[]) with ordinality as o(pseudonym, position)
      where p.bureau_code = left($2, 6) and p.round_id = $1 and p.pseudonym = o.pseudonym`,
    [id, unit_code, order],
  )
}

/** The draw completes the lot: nobody could know it when the people, scores and posts were fixed, and nobody can repeat it. */
export const drawLot = action(contract.drawLot, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, value }) {
    const { tx, unitCode, today, now, actor } = context
    const round = await lockRound(tx, { roundId, unitCode })
    if (round.state !== 'committed') return refuse({ code: 'wrong-state', state: round.state })
    if (today < round.draw_on) return refuse({ code: 'draw-too-early', on: round.draw_on })
    const opening = openingOf(round)
    const changed = await whatChanged(context, round, opening)
    if (changed) return refuse(changed)
    const seed = seedOf(context, round)
    const lots = drawLots(
      sha256,
      opening.candidates.map(({ pseudonym }) => pseudonym),
      { value, seed },
    )
    await tx.query(
      `update placement.rounds set state = 'drawn', drawn_value = $3, drawn_seed = $4, drawn_at = $5, drawn_by = $6 where bureau_code = left($2, 6) and id = $1`,
      [roundId, unitCode, value, seed, now, actor.accountId],
    )
    await keepOrder(context, round, roundOrder(opening, lots))
    context.note({ round: roundId, drawn: value })
    context.fact({ kind: 'placement.round', on: today, dimensions: { step: 'drawn', way: round.way } })
    return ok({ roundId, people: lots.length })
  },
})
