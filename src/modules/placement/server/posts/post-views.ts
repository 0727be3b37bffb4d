import { rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { isBureau } from './post-actions.ts'
import { findEmployers, findPost, findPosts, postsOf } from './post-rows.ts'

/** People with assigned work who have no post yet. */
async function countWaiting(tx: Tx, range: { lo: string; hi: string }, about: { year?: number | undefined; season?: string | undefined }) {
  const { rows } = await tx.query<{ people: number }>(
    `select count(*)::int as people from placement.candidates where unit_code >= $1 and unit_code < $2 and way = 'arrangedWork'
        and state in ('eligibilityDecided', 'scored', 'objected', 'scorePublished', 'ranked', 'selecting')
        and ($3::int is null or year = $3) and ($4::text is null or season = $4)`,
    [range.lo, range.hi, about.year ?? null, about.season ?? null],
  )
  return rows[0]?.people ?? 0
}

export const listPosts = view(contract.listPosts, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run(context, { place, year, season }) {
    const { tx, actor } = context
    const range = rangeOf(place)
    const posts = await postsOf(context, await findPosts(tx, range, { year, season }))
    return {
      posts,
      employers: await findEmployers(tx, range),
      people: await countWaiting(tx, range, { year, season }),
      seats: posts.filter(({ state }) => state === 'confirmed').reduce((sum, { left }) => sum + left, 0),
      can: { enter: actor.grants.has('placement.write') && isBureau(place), pool: actor.grants.has('placement.pool') },
    }
  },
})

type Line = (typeof contract.getPost)['output']['_output']['log'][number]

export const getPost = view(contract.getPost, {
  grant: 'placement.read',
  where: async ({ postId }, { tx }) => (await findPost(tx, postId))?.unit_code,
  async run(context, { postId }) {
    const row = await findPost(context.tx, postId)
    const [post] = row ? await postsOf(context, [row]) : []
    if (!post) return undefined
    const { rows } = await context.tx.query<Line>(
      `select what, seats, reason, said_on as "saidOn", by_name as "byName" from placement.post_log where post_id = $1 order by said_at desc, id desc`,
      [postId],
    )
    return { post, log: rows }
  },
})
