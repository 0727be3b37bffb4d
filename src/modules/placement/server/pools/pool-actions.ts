import { uuidv7 } from 'uuidv7'
import { bureauOf, type RegionCode, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { type Allotment, dividePosts } from '../../domain/pool/divide-posts.ts'
import { findPostsOfPool, lockPosts, logPost, type PostRow } from '../posts/post-rows.ts'
import { findHeldPosts } from '../rounds/held-by-round.ts'
import { findClaims, lockPool, type PoolRow, wherePoolIs } from './pool-rows.ts'
import { countyOf, sharesBy } from './shares.ts'

export const openPool = action(contract.openPool, {
  grant: 'placement.pool',
  where: ({ unitCode }) => unitCode,
  refusals: { 'not-above-counties': 422 },
  async run({ tx, actor, now, today, actionId, note }, { unitCode, year, season, title }) {
    if (unitCode.length !== 12 || !['city', 'province'].includes(tierOf(unitCode))) return refuse({ code: 'not-above-counties' })
    await tx.query(
      `insert into placement.pools (bureau_code, id, unit_code, year, season, title, opened_on, opened_at, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [bureauOf(unitCode), actionId, unitCode, year, season, title, today, now, actor.accountId],
    )
    note({ pool: actionId, year, season })
    return ok({ id: actionId })
  },
})

export const poolPosts = action(contract.poolPosts, {
  grant: 'placement.pool',
  where: wherePoolIs,
  refusals: { 'already-decided': 409, 'post-not-free': 409, 'in-a-round': 409, 'seats-given': 409 },
  async run(context, { poolId, postIds, reason }) {
    const pool = await lockPool(context.tx, poolId)
    if (pool.decided_on !== null) return refuse({ code: 'already-decided', decidedOn: pool.decided_on })
    const posts = await lockPosts(context.tx, [...new Set(postIds)])
    const missing = postIds.find((id) => !posts.some((post) => post.id === id))
    if (missing !== undefined) return refuse({ code: 'post-not-free', postId: missing, state: null })
    const taken = posts.find(
      (post) => post.state !== 'confirmed' || post.pool_id !== null || post.year !== pool.year || post.season !== pool.season,
    )
    if (taken) return refuse({ code: 'post-not-free', postId: taken.id, state: taken.state })
    const [held] = await findHeldPosts(context.tx, postIds)
    if (held)
      return refuse(
        held.title === null ? { code: 'seats-given', postId: held.postId, taken: held.taken } : { code: 'in-a-round', title: held.title },
      )
    for (const post of posts) {
      await context.tx.query("update placement.posts set state = 'pooled', pool_id = $3 where bureau_code = $1 and id = $2", [
        bureauOf(post.unit_code),
        post.id,
        poolId,
      ])
      await logPost(context, post, { what: 'pooled', seats: post.seats, reason, poolId })
    }
    context.note({ pool: poolId, posts: posts.length })
    return ok({ pooled: posts.length })
  },
})

/** The seats that a county was given, as a post of its own that names the pool and the post it came from. */
async function insertShare(context: ActionContext, post: PostRow, given: Allotment & { poolId: string; reason: string }): Promise<void> {
  const { tx, today, now, actor } = context
  const id = uuidv7()
  const unitCode = given.county as UnitCode
  await tx.query(
    `insert into placement.posts (bureau_code, id, unit_code, year, season, employer_id, employer_name, uscc, title, kind, establishment, seats, place_code,
       pay_low_fen, pay_high_fen, requirements, state, is_direct, reserved_for, pool_id, from_post_id, entered_on, entered_at, entered_by)
     select $1, $2, $3, year, season, case when bureau_code = $1 then employer_id end, employer_name, uscc, title, kind, establishment, $4, place_code,
       pay_low_fen, pay_high_fen, requirements, 'confirmed', is_direct, reserved_for, pool_id, id, $5, $6, $7
       from placement.posts where bureau_code = $8 and id = $9`,
    [bureauOf(unitCode), id, unitCode, given.seats, today, now, actor.accountId, bureauOf(post.unit_code), post.id],
  )
  await logPost(context, { id, unit_code: unitCode }, { what: 'received', seats: given.seats, reason: given.reason, poolId: given.poolId })
}

async function keepShares(
  { tx }: ActionContext,
  pool: PoolRow,
  rows: readonly { county: RegionCode; people: number; brought: number; seats: number }[],
): Promise<void> {
  for (const { county, people, brought, seats } of rows)
    await tx.query(
      `insert into placement.pool_shares (bureau_code, pool_id, county_code, unit_code, people, brought, seats) values ($1, $2, $3, $4, $5, $6, $7)`,
      [bureauOf(pool.unit_code), pool.id, county, pool.unit_code, people, brought, seats],
    )
}

async function divide(
  context: ActionContext,
  posts: readonly PostRow[],
  about: { shares: Map<string, number>; poolId: string; reason: string },
) {
  const { shares, poolId, reason } = about
  const pooled = posts.map((post) => ({ id: post.id, county: countyOf(post.unit_code), seats: post.seats }))
  for (const allotment of dividePosts(pooled, shares)) {
    const post = posts.find(({ id }) => id === allotment.postId)
    if (post) await insertShare(context, post, { ...allotment, poolId, reason })
  }
  for (const post of posts) {
    await context.tx.query("update placement.posts set state = 'divided' where bureau_code = $1 and id = $2", [
      bureauOf(post.unit_code),
      post.id,
    ])
    await logPost(context, post, { what: 'divided', seats: post.seats, reason, poolId })
  }
}

export const decidePool = action(contract.decidePool, {
  grant: 'placement.pool',
  where: wherePoolIs,
  refusals: { 'already-decided': 409, 'empty-pool': 409, 'nobody-to-place': 409 },
  async run(context, { poolId, method, reason }) {
    const { tx, actor, now, today } = context
    const pool = await lockPool(tx, poolId)
    if (pool.decided_on !== null) return refuse({ code: 'already-decided', decidedOn: pool.decided_on })
    const posts = await lockPosts(
      tx,
      (await findPostsOfPool(tx, poolId)).map(({ id }) => id),
    )
    if (posts.length === 0) return refuse({ code: 'empty-pool' })
    const rows = sharesBy(method, { claims: await findClaims(tx, pool), posts })
    if (rows.every(({ people }) => people === 0)) return refuse({ code: 'nobody-to-place' })
    await tx.query(
      'update placement.pools set method = $3, reason = $4, decided_on = $5, decided_at = $6, decided_by = $7 where bureau_code = $1 and id = $2',
      [bureauOf(pool.unit_code), poolId, method, reason, today, now, actor.accountId],
    )
    await keepShares(context, pool, rows)
    await divide(context, posts, { shares: new Map(rows.map(({ county, seats }) => [county as string, seats])), poolId, reason })
    context.note({ pool: poolId, method, seats: pool.seats })
    return ok({ seats: pool.seats, counties: rows.length })
  },
})
