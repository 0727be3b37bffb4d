import { type CodeRange, isWithin, type RegionCode, rangeOf } from '../../../kernel/region-code.ts'

interface Move {
  readonly from: RegionCode
  readonly to: RegionCode
}

/** What a node counts besides its own range on the boundaries of now, and what of its range counts elsewhere. */
export interface Moved {
  readonly plus: readonly RegionCode[]
  readonly minus: readonly RegionCode[]
}

/** Where each division ended up, followed through every merge and split. A circle ends where it began: it moved nowhere. */
export function finalPlaces(moves: readonly Move[]): ReadonlyMap<RegionCode, RegionCode> {
  const next = new Map(moves.map(({ from, to }) => [from, to]))
  return new Map(
    moves.map(({ from }) => {
      let at = from
      for (let step = 0; step < moves.length && next.has(at); step += 1) at = next.get(at) ?? at
      return [from, at]
    }),
  )
}

/** What moved into a node and out of it. Of a division that moved with all below it, only the topmost is named. */
export function movedAt(node: RegionCode, places: ReadonlyMap<RegionCode, RegionCode>): Moved {
  const range = rangeOf(node)
  const crossing = [...places].filter(([from, to]) => isWithin(from, range) !== isWithin(to, range))
  const topmost = (codes: readonly RegionCode[]): RegionCode[] =>
    codes.filter((code) => !codes.some((other) => other !== code && isWithin(code, rangeOf(other))))
  return {
    plus: topmost(crossing.flatMap(([from, to]) => (isWithin(to, range) ? [from] : []))),
    minus: topmost(crossing.flatMap(([from]) => (isWithin(from, range) ? [from] : []))),
  }
}

/** The units of a range without those of another: none, one or two ranges. */
function without({ lo, hi }: CodeRange, other: CodeRange): CodeRange[] {
  if (other.hi <= lo || other.lo >= hi) return [{ lo, hi }]
  const rest = [
    { lo, hi: other.lo },
    { lo: other.hi, hi },
  ]
  return rest.filter((one) => one.lo < one.hi)
}

/** Where the units that count at a node on the boundaries of now recorded what they did. */
export function rangesOfMoved(node: RegionCode, { plus, minus }: Moved): CodeRange[] {
  const left = minus.reduce((ranges, away) => ranges.flatMap((range) => without(range, rangeOf(away))), [rangeOf(node)])
  return [...left, ...plus.map((one) => rangeOf(one))]
}
