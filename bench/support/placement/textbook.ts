import { END, type TwoSides } from '../../../src/modules/placement/index.ts'

/** Deferred acceptance as the textbook has it: rounds in which all who are free ask, and posts that sort. Slow, and easily read. */
export function textbookMatching({ start, post, rank, seats }: TwoSides): Int32Array {
  const edge = Int32Array.from(start)
  const held: number[][] = Array.from({ length: seats.length }, () => [])
  const owner = new Map<number, number>()
  let free = Array.from({ length: start.length }, (_, person) => person)
  while (free.length > 0) {
    const touched = new Set<number>()
    for (const person of free) {
      const asked = post[edge[person] as number] as number
      if (asked === END) continue
      held[asked]?.push(edge[person] as number)
      owner.set(edge[person] as number, person)
      touched.add(asked)
    }
    free = []
    for (const one of touched) {
      const asking = (held[one] ?? []).sort((a, b) => (rank[a] as number) - (rank[b] as number))
      for (const turnedAway of asking.splice(seats[one] as number)) {
        const person = owner.get(turnedAway) as number
        edge[person] = turnedAway + 1
        free.push(person)
      }
    }
  }
  return edge
}

/** Everybody in turn, by a comparison sort and a walk along the list. */
export function textbookChoice({ start, post, seats }: Omit<TwoSides, 'rank'>, order: readonly number[]): Int32Array {
  const left = [...seats]
  const edge = Int32Array.from(start)
  for (const person of order) {
    let at = start[person] as number
    while (post[at] !== END && left[post[at] as number] === 0) at += 1
    edge[person] = at
    if (post[at] !== END) left[post[at] as number] = (left[post[at] as number] as number) - 1
  }
  return edge
}
