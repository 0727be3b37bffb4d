export interface Claim {
  readonly place: string
  readonly people: number
}

/** Who claims more goes first; equals by people, then by the smaller code, so that the answer is one. */
const bySize = (one: Claim, other: Claim): number => other.people - one.people || (one.place < other.place ? -1 : 1)

/** Each place its whole part of the quota, then one seat each to the largest remainders. */
function hamilton(claims: readonly Claim[], seats: number): number[] {
  const all = claims.reduce((sum, { people }) => sum + people, 0)
  const shares = claims.map(({ people }) => Math.floor((seats * people) / all))
  const remainders = claims
    .map((claim, at) => ({ claim, at, rest: (seats * claim.people) % all }))
    .sort((one, other) => other.rest - one.rest || bySize(one.claim, other.claim))
  const left = seats - shares.reduce((sum, share) => sum + share, 0)
  for (const { at } of remainders.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}

/** Seat by seat to the largest people ÷ (2 × seats + 1), compared by multiplying crosswise: no rounding. */
function sainteLague(claims: readonly Claim[], seats: number): number[] {
  const shares = claims.map(() => 0)
  const odd = (at: number): number => 2 * (shares[at] ?? 0) + 1
  const stands = (at: number, before: number): boolean => {
    const [one, other] = [claims[at], claims[before]]
    if (!one || !other) return false
    const ahead = one.people * odd(before) - other.people * odd(at)
    return ahead > 0 || (ahead === 0 && bySize(one, other) < 0)
  }
  for (let seat = 0; seat < seats; seat += 1) {
    const next = claims.reduce((best, _, at) => (stands(at, best) ? at : best), 0)
    shares[next] = (shares[next] ?? 0) + 1
  }
  return shares
}

/**
 * Seats of a pool shared in proportion to people (打破区域限制统筹分配). Hamilton keeps to the quota, Sainte-Laguë never
 * takes a seat from a place because there is one more to give.
 * Throws a RangeError where there are seats and nobody to have them, or numbers whose products are not exact.
 */
export function apportion(claims: readonly Claim[], { seats, method }: { seats: number; method: 'hamilton' | 'sainte-lague' }): number[] {
  const all = claims.reduce((sum, { people }) => sum + people, 0)
  if (seats === 0) return claims.map(() => 0)
  if (all === 0) throw new RangeError('seats without people')
  if (!Number.isSafeInteger(all * (2 * seats + 1))) throw new RangeError('too many people or seats to share exactly')
  return method === 'hamilton' ? hamilton(claims, seats) : sainteLague(claims, seats)
}
