import type { ViewContext } from '../../../../platform/actions/context.ts'
import { personCards } from '../../../registry/index.ts'
import { findCohort, readPeople } from '../rounds/read-people.ts'
import { readPosts } from '../rounds/read-posts.ts'
import type { RoundRow } from '../rounds/round-rows.ts'
import { listEmployersOf } from './employer-rows.ts'
import { fileOf, type Scene } from './scene.ts'

const NOTHING_YET = { hasListed: false, list: null, post: null, optimum: null, cost: null, deviation: null, isRemoved: false }

/** Of a draft the people and posts as they would come in. */
export async function draftScene(context: ViewContext, row: RoundRow): Promise<Scene> {
  const { posts } = await readPosts(context.tx, row)
  const cohort = await findCohort(context, row.cohort_id)
  const ranked = cohort ? await readPeople(context, cohort, 'ranked') : []
  const cards = await personCards(
    context,
    ranked.map(({ personId }) => personId),
  )
  const usccs = await listEmployersOf(context.tx, row)
  return {
    isComputed: false,
    total: null,
    links: [],
    posts: posts.map(({ id, employer, kind, place, seats }) => ({
      code: id,
      employer,
      uscc: usccs.get(id)?.uscc ?? '',
      kind,
      place,
      seats,
      held: 0,
      isWithdrawn: false,
      listed: null,
      isRanked: false,
    })),
    people: ranked.map(({ candidateId, personId, number, entry }) => ({
      ...NOTHING_YET,
      candidateId,
      personId: fileOf(context, personId),
      number,
      name: cards.get(personId)?.nameMasked ?? '*',
      position: null,
      composite: entry.composite,
    })),
  }
}
