import { type RegionCode, rangeOf, tierOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { listNames } from '../../../network/index.ts'
import type { PoolShare } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { findPostsOfPool, type PostRow, postsOf } from '../posts/post-rows.ts'
import { findClaims, findPool, findPools, type PoolRow, poolOf, wherePoolIs } from './pool-rows.ts'
import { type Share, sharesBy } from './shares.ts'

export const listPools = view(contract.listPools, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place }) {
    const pools = (await findPools(tx, rangeOf(place))).map(poolOf)
    return { pools, can: { open: actor.grants.has('placement.pool') && ['city', 'province'].includes(tierOf(place)) } }
  },
})

interface GivenRow {
  county_code: RegionCode
  people: number
  brought: number
  seats: number
}

async function givenOf({ tx }: ViewContext, poolId: string): Promise<GivenRow[]> {
  const { rows } = await tx.query<GivenRow>(
    'select county_code, people, brought, seats from placement.pool_shares where pool_id = $1 order by county_code',
    [poolId],
  )
  return rows
}

/** What each method would give as things stand; once it was decided, by the numbers on which it was decided. */
async function sharesOf(context: ViewContext, row: PoolRow, posts: readonly PostRow[]): Promise<PoolShare[]> {
  const given = await givenOf(context, row.id)
  const claims =
    given.length > 0 ? given.map(({ county_code, people }) => ({ county: county_code, people })) : await findClaims(context.tx, row)
  const [hamilton, sainteLague] = [sharesBy('hamilton', { claims, posts }), sharesBy('sainteLague', { claims, posts })]
  const names = new Map(
    (
      await listNames(
        context.tx,
        hamilton.map(({ county }) => county),
      )
    ).map(({ code, name }) => [code, name]),
  )
  const seatsIn = (shares: readonly Share[], county: RegionCode): number => shares.find((one) => one.county === county)?.seats ?? 0
  return hamilton.map(({ county, people, brought }) => ({
    countyCode: county,
    countyName: names.get(county) ?? county,
    people,
    brought,
    hamilton: seatsIn(hamilton, county),
    sainteLague: seatsIn(sainteLague, county),
    got: given.find((one) => one.county_code === county)?.seats ?? null,
  }))
}

export const getPool = view(contract.getPool, {
  grant: 'placement.read',
  where: wherePoolIs,
  async run(context, { poolId }) {
    const row = await findPool(context.tx, poolId)
    if (!row) return undefined
    const posts = await findPostsOfPool(context.tx, poolId)
    const mayDecide = context.actor.grants.has('placement.pool') && row.decided_on === null
    return {
      pool: poolOf(row),
      posts: await postsOf(context, posts),
      shares: await sharesOf(context, row, posts),
      can: { add: mayDecide, decide: mayDecide && posts.length > 0 },
    }
  },
})
