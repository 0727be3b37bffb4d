/** A post of a pool: where it came from, and its seats. */
export interface PooledPost {
  readonly id: string
  readonly county: string
  readonly seats: number
}

/** Seats of a post that go to a county. */
export interface Allotment {
  readonly postId: string
  readonly county: string
  readonly seats: number
}

/**
 * Says which seats make up the share of each county: first, as far as its share goes, the posts it brought itself, so that
 * nobody is sent away without need; what is left goes in the order of posts to the counties in the order of their codes.
 * @throws a RangeError where shares and seats do not add up alike
 */
export function dividePosts(posts: readonly PooledPost[], shares: ReadonlyMap<string, number>): Allotment[] {
  const left = new Map(shares)
  const all = posts.reduce((sum, { seats }) => sum + seats, 0)
  if (all !== [...shares.values()].reduce((sum, seats) => sum + seats, 0)) throw new RangeError('shares and seats do not add up alike')
  const ordered = posts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const take = (county: string, seats: number): number => {
    const given = Math.min(seats, left.get(county) ?? 0)
    left.set(county, (left.get(county) ?? 0) - given)
    return given
  }
  const own = ordered.map((post) => ({ post, given: take(post.county, post.seats) }))
  const counties = [...shares.keys()].sort()
  return own.flatMap(({ post, given }) => {
    const kept = given > 0 ? [{ postId: post.id, county: post.county, seats: given }] : []
    let rest = post.seats - given
    const sent = counties.flatMap((county) => {
      const seats = take(county, rest)
      rest -= seats
      return seats > 0 ? [{ postId: post.id, county, seats }] : []
    })
    return [...kept, ...sent]
  })
}
