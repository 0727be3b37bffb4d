import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts'

/** Whether facts `f` had been recorded before an instant; of 'infinity' no id is taken apart. */
export const isKnownBefore = (instant: string): string =>
  `(${instant}::timestamptz = 'infinity' or spine.recorded_at(f.id) < ${instant}::timestamptz)`

/** The least id of version 7 of an instant: whatever was recorded from then on lies behind it in the key. */
function firstIdOf(instant: string): string {
  const hex = Math.max(0, Date.parse(instant)).toString(16).padStart(12, '0').slice(-12)
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const BUREAU = 6

interface AskedLate {
  readonly place: RegionCode
  readonly before: string
  /** Parameters of the statement: kinds, lo, hi, the first and the last day, as `indicators.unfolded` takes them. */
  readonly asked: readonly string[]
}

/**
 * The facts recorded from an instant on, with their quantities the other way round: put beside what the store holds they
 * leave what was known before. So a figure of a past day costs what has been recorded since, and not all that ever was.
 */
export function lateFacts({ place, before, asked }: AskedLate, put: (value: unknown, type: string) => string): string {
  const [kinds, lo, hi, from, to] = asked
  const range = rangeOf(place)
  const [instant, first] = [put(before, 'text'), put(firstIdOf(before), 'uuid')]
  const bureaus = [put(range.lo.slice(0, BUREAU), 'text'), put(range.hi.slice(0, BUREAU), 'text')]
  return `select f.kind::text, f.on_day, f.unit_code::text, -f.quantity, f.person_ids, f.dimensions from spine.facts f
    where f.bureau_code >= ${bureaus[0]} and f.bureau_code <= ${bureaus[1]} and f.id >= ${first} and not (${isKnownBefore(instant)})
      and f.kind = any(${kinds}) and f.unit_code >= ${lo} and f.unit_code < ${hi} and f.on_day between ${from} and ${to}`
}
