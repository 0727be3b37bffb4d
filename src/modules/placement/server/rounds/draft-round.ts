import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { personCards } from '../../../registry/index.ts'
import type { RoundRefusal } from '../../contract-rounds.ts'
import * as contract from '../../contract-rounds.ts'
import { isPilot } from '../../domain/direct/pilots.ts'
import { findCohort, type RankedPerson, readPeople } from './read-people.ts'
import { countOffered, keepPosts } from './read-posts.ts'
import { ROUND_REFUSALS } from './round-refusals.ts'
import { isComputed, lockRound, type RoundRow, whereRoundIs } from './round-rows.ts'

export interface NewRound {
  readonly id: string
  readonly cohortId: string
  readonly title: string
  readonly way: RoundRow['way']
  readonly settings: RoundRow['settings']
  readonly draw: { readonly source: string; readonly on: string }
  readonly postIds: readonly string[]
  readonly replacesId?: string
}

/** Keeps a draft with its posts. People come in with the commitment; who hands in a list before is entered with it. */
export async function keepDraft(context: ActionContext, round: NewRound): Promise<void> {
  const { tx, unitCode, today, now, actor } = context
  await tx.query(
    `insert into placement.rounds (bureau_code, id, unit_code, cohort_id, title, way, state, settings, draw_source, draw_on, replaces_id, drafted_on, drafted_at, drafted_by)
     values (left($2, 6), $1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, $12)`,
    [
      round.id,
      unitCode,
      round.cohortId,
      round.title,
      round.way,
      JSON.stringify(round.settings),
      round.draw.source,
      round.draw.on,
      round.replacesId ?? null,
      today,
      now,
      actor.accountId,
    ],
  )
  await keepPosts(tx, { id: round.id, unit_code: unitCode }, round.postIds)
}

/** Enters people into a round as they are called in public. */
export async function keepPeople(context: ActionContext, round: RoundRow, people: readonly RankedPerson[]): Promise<void> {
  const cards = await personCards(
    context,
    people.map(({ personId }) => personId),
  )
  for (const one of people) {
    await context.tx.query(
      `insert into placement.round_people (bureau_code, round_id, candidate_id, unit_code, person_id, number, masked_name, title)
       values (left($2, 6), $1, $3, $4, $5, $6, $7, $8) on conflict (bureau_code, round_id, candidate_id) do nothing`,
      [
        round.id,
        round.unit_code,
        one.candidateId,
        one.unitCode,
        one.personId,
        one.number,
        cards.get(one.personId)?.nameMasked ?? '*',
        round.title,
      ],
    )
  }
}

/** The direct train runs in its pilots, with posts that are each kept for a speciality. */
export async function whyNotDirect({ tx, unitCode }: ActionContext, postIds: readonly string[]): Promise<RoundRefusal | undefined> {
  if (!isPilot(unitCode)) return { code: 'not-a-pilot' }
  const { rows } = await tx.query<{ n: number }>(
    'select count(*)::int as n from placement.posts where bureau_code = left($2, 6) and id = any($1) and reserved_for is null',
    [postIds, unitCode],
  )
  const count = rows[0]?.n ?? 0
  return count > 0 ? { code: 'not-reserved', count } : undefined
}

export const draftRound = action(contract.draftRound, {
  grant: 'round.run',
  where: async ({ cohortId }, context) => (await findCohort(context, cohortId))?.unit_code,
  refusals: ROUND_REFUSALS,
  async run(context, { cohortId, way, title, postIds, turn, draw }) {
    const asked = [...new Set(postIds)]
    const offered = await countOffered(context.tx, { postIds: asked, unitCode: context.unitCode })
    if (offered < asked.length) return refuse({ code: 'posts-not-offered', count: asked.length - offered })
    if (draw.on <= context.today) return refuse({ code: 'draw-not-later' })
    const unfit = way === 'direct' ? await whyNotDirect(context, asked) : undefined
    if (unfit) return refuse(unfit)
    await keepDraft(context, { id: context.actionId, cohortId, title, way, settings: { turn }, draw, postIds: asked })
    return ok({ roundId: context.actionId })
  },
})

export const handInList = action(contract.handInList, {
  grant: 'round.run',
  where: whereRoundIs,
  refusals: ROUND_REFUSALS,
  async run(context, { roundId, candidateId, posts, broughtBy }) {
    const round = await lockRound(context.tx, { roundId, unitCode: context.unitCode })
    if (round.state !== 'draft') return refuse({ code: 'wrong-state', state: round.state })
    if (isComputed(round)) return refuse({ code: 'wrong-way' })
    const cohort = await findCohort(context, round.cohort_id)
    const people = cohort ? await readPeople(context, cohort, 'ranked') : []
    const one = people.find((person) => person.candidateId === candidateId)
    if (!one) return refuse({ code: 'unknown-candidate' })
    const { rows } = await context.tx.query<{ n: number }>(
      'select count(*)::int as n from placement.round_posts where bureau_code = left($2, 6) and round_id = $1 and code = any($3)',
      [roundId, context.unitCode, posts],
    )
    if (rows[0]?.n !== new Set(posts).size || new Set(posts).size !== posts.length) return refuse({ code: 'unknown-post' })
    await keepPeople(context, round, [one])
    await context.tx.query(
      'update placement.round_people set proxy = $4, proxy_by = $5 where bureau_code = left($2, 6) and round_id = $1 and candidate_id = $3',
      [roundId, context.unitCode, candidateId, posts.length > 0 ? posts : null, posts.length > 0 ? broughtBy : null],
    )
    context.subject(one.personId)
    return ok({ roundId })
  },
})
