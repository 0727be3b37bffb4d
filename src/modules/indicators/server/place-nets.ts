import { makeGrowingLarge } from './growing.ts'

/** One person at one unit: the months that count, and pairs of month and net for those whose net is not 1, ascending. */
export interface Stay {
  readonly person: number
  readonly serial: number
  readonly months: readonly number[]
  readonly nets: readonly number[]
}

/** The net facts of persons at one place, for one measure, by unit and month. */
export interface PlaceNets {
  readonly add: (person: number, serial: number, at: { month: number; net: number }) => void
  readonly isEmpty: () => boolean
  /** Gives every stay, those of a person one after the other, and forgets them. */
  readonly drain: () => Generator<Stay>
}

const SERIALS = 100
const MONTHS = 65_536

/** A person, unit and month are one number, which is sorted; what a net differs from the number of facts is kept beside. */
export function makePlaceNets(): PlaceNets {
  const keys = makeGrowingLarge()
  const odd = new Map<number, number>()
  const add: PlaceNets['add'] = (person, serial, { month, net }) => {
    const key = (person * SERIALS + serial) * MONTHS + month
    keys.push(key)
    if (net !== 1) odd.set(key, (odd.get(key) ?? 0) + net - 1)
  }
  function* drain(): Generator<Stay> {
    const sorted = keys.values().sort()
    for (let at = 0; at < sorted.length; ) {
      const { stay, next } = readStay(sorted, at, odd)
      yield stay
      at = next
    }
    keys.clear()
    odd.clear()
  }
  return { add, isEmpty: () => keys.values().length === 0, drain }
}

/** The stay whose keys begin at `at`, and where the next one's do. */
function readStay(sorted: Float64Array, at: number, odd: ReadonlyMap<number, number>): { stay: Stay; next: number } {
  const subject = Math.floor((sorted[at] ?? 0) / MONTHS)
  const person = Math.floor(subject / SERIALS)
  const [months, nets]: [number[], number[]] = [[], []]
  let next = at
  for (let key = sorted[at] ?? 0; Math.floor(key / MONTHS) === subject; key = sorted[next] ?? -1) {
    let net = odd.get(key) ?? 0
    for (; sorted[next] === key; next += 1) net += 1
    const month = key - subject * MONTHS
    if (net > 0) months.push(month)
    if (net !== 0 && net !== 1) nets.push(month, net)
  }
  return { stay: { person, serial: subject - person * SERIALS, months, nets }, next }
}
