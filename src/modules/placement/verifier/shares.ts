interface Share {
  readonly place: string
  readonly people: number
}

const big = (people: number): bigint => BigInt(people)

/** Who of two goes first where their claims are equal. */
const before = (one: Share, other: Share): boolean => (one.people === other.people ? one.place < other.place : one.people > other.people)

/** Seats by largest remainder: each seat left goes to the largest remainder that has none yet. */
function byRemainder(shares: readonly Share[], seats: number): number[] {
  const all = shares.reduce((sum, { people }) => sum + big(people), 0n)
  const exact = shares.map(({ people }) => big(seats) * big(people))
  const given = exact.map((product) => Number(product / all))
  const claims = shares.map((share, at) => ({ share, at, rest: (exact[at] ?? 0n) % all }))
  for (let left = seats - given.reduce((sum, one) => sum + one, 0); left > 0; left -= 1) {
    const best = claims.reduce((top, one) => (one.rest > top.rest || (one.rest === top.rest && before(one.share, top.share)) ? one : top))
    given[best.at] = (given[best.at] ?? 0) + 1
    claims.splice(claims.indexOf(best), 1)
  }
  return given
}

/** Every claim people ÷ odd number, the largest first; the first `seats` of them are served. */
function byOddNumbers(shares: readonly Share[], seats: number): number[] {
  const claims = shares.flatMap((share, at) => Array.from({ length: seats }, (_, number) => ({ share, at, odd: big(2 * number + 1) })))
  claims.sort((one, other) => {
    const ahead = big(other.share.people) * one.odd - big(one.share.people) * other.odd
    if (ahead !== 0n) return ahead > 0n ? 1 : -1
    if (one.at === other.at) return one.odd < other.odd ? -1 : 1
    return before(one.share, other.share) ? -1 : 1
  })
  const given = shares.map(() => 0)
  for (const { at } of claims.slice(0, seats)) given[at] = (given[at] ?? 0) + 1
  return given
}

/** What each place is due of so many seats. Empty where nobody is there to have any. */
export function sharesDue(shares: readonly Share[], seats: number, method: 'hamilton' | 'sainte-lague'): number[] {
  if (seats === 0) return shares.map(() => 0)
  if (shares.every(({ people }) => people === 0)) return []
  return method === 'hamilton' ? byRemainder(shares, seats) : byOddNumbers(shares, seats)
}
