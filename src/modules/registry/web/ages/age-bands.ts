import type { AgeBand } from '../../contract.ts'

/** Every band from the youngest to the oldest who is there: one in which there is nobody stands too. */
export function everyBand(rows: readonly AgeBand[]): AgeBand[] {
  const [first, last] = [rows[0]?.from, rows.at(-1)?.from]
  if (first === undefined || last === undefined) return []
  const known = new Map(rows.map((row) => [row.from, row]))
  return Array.from({ length: (last - first) / 5 + 1 }, (_, at) => {
    const from = first + 5 * at
    return known.get(from) ?? { from, men: 0, women: 0 }
  })
}

/** The roster of one band and sex, with what else the address filters by. */
export function rosterOf(params: URLSearchParams, from: number, sex: 'male' | 'female'): string {
  const next = new URLSearchParams(params)
  next.set('sex', sex)
  next.set('min', String(from))
  if (from < 100) next.set('max', String(from + 4))
  else next.delete('max')
  return `/desk/people?${next}`
}
