import { bureauOf, type RegionCode, type UnitCode } from '../../../../kernel/region-code.ts'
import type { PoolMethod } from '../../contract.ts'
import { apportion } from '../../domain/engine/apportion.ts'
import type { PostRow } from '../posts/post-rows.ts'
import type { CountyClaim } from './pool-rows.ts'

/** The county of a unit, as a division. */
export const countyOf = (unitCode: UnitCode): RegionCode => `${bureauOf(unitCode)}000000` as RegionCode

const METHODS = { hamilton: 'hamilton', sainteLague: 'sainte-lague' } as const

export interface Share {
  readonly county: RegionCode
  readonly people: number
  readonly brought: number
  readonly seats: number
}

interface Pooled {
  readonly claims: readonly CountyClaim[]
  readonly posts: readonly Pick<PostRow, 'unit_code' | 'seats'>[]
}

/** What each county would get: one that brought posts and has nobody to place gets none. All zero where nobody is to be placed. */
export function sharesBy(method: PoolMethod, { claims, posts }: Pooled): Share[] {
  const counties = [...new Set([...claims.map(({ county }) => county), ...posts.map(({ unit_code }) => countyOf(unit_code))])].sort()
  const people = counties.map((county) => claims.find((claim) => claim.county === county)?.people ?? 0)
  const seats = posts.reduce((sum, post) => sum + post.seats, 0)
  const isAnybody = people.some((count) => count > 0)
  const shares = isAnybody
    ? apportion(
        counties.map((place, at) => ({ place, people: people[at] ?? 0 })),
        { seats, method: METHODS[method] },
      )
    : []
  return counties.map((county, at) => ({
    county,
    people: people[at] ?? 0,
    brought: posts.filter(({ unit_code }) => countyOf(unit_code) === county).reduce((sum, post) => sum + post.seats, 0),
    seats: shares[at] ?? 0,
  }))
}
