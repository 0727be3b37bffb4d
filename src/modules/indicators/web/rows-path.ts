import type { Span } from './period.ts'

interface Asked {
  place: string
  period: Span
}

/** The page of the rows behind a figure. */
export function rowsPath({ code, place, period, part }: Asked & { code: string; part?: 'numerator' | 'denominator' }): string {
  const asked = new URLSearchParams({ code, place, from: period.from, to: period.to, ...(part ? { part } : {}) })
  return `/desk/network/rows?${asked}`
}

/** Where those are whom a share does not count: people in the roster, places without a unit in the list of gaps. */
export function restPath(focus: 'visitedShare' | 'completeness' | 'coverage', { place, period }: Asked): string {
  if (focus === 'coverage') return `/desk/network/gaps?place=${place}`
  const filter = focus === 'visitedShare' ? { since: period.from } : { below: '100' }
  return `/desk/people?${new URLSearchParams({ place, ...filter })}`
}
