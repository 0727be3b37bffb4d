import { median } from '../promise.ts'

/**
 * Milliseconds of processor time of a piece of work that does not wait: what is compared here computes on one core and
 * does nothing else, and the clock of a machine that is shared counts what others do.
 */
export function milliseconds(work: () => unknown): number {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** Medians of pieces of work that take turns, so that what disturbs one disturbs all. The first turn warms up and is not counted. */
export function alternate<K extends string>(
  rounds: number,
  works: { readonly [name in K]: () => unknown },
): { readonly [name in K]: number } {
  const names = Object.keys(works) as K[]
  const times = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const taken = milliseconds(works[name])
      if (round > 0) times.get(name)?.push(taken)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as { [name in K]: number }
}

/** Where two answers differ is a fault of the bench's subject: nothing is measured then. */
export function mustBeAlike(name: string, one: ArrayLike<number>, other: ArrayLike<number>): void {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).find((index) => one[index] !== other[index])
  if (at !== undefined) throw new Error(`${name}: answers differ at ${at}: ${one[at]} and ${other[at]}`)
}
