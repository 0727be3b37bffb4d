import { createHash } from 'node:crypto'

/** Chance that falls the same way on every machine. */
export interface Dice {
  /** A share of one: 0 ≤ x < 1. */
  readonly share: () => number
  /** A whole number, 0 ≤ n < below. */
  readonly below: (below: number) => number
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number
  readonly isLucky: (chance: number) => boolean
  /** One of a list. @throws where the list is empty */
  readonly pick: <T>(list: readonly T[]) => T
  /** A UUID of version 7 for an instant (milliseconds): derived, so that two loads give the same rows. */
  readonly uuid: (at: number) => string
}

/** sfc32 by Chris Doty-Humphrey (PractRand), seeded with a digest of the words: every thing of the demo has dice of its own. */
export function diceOf(...words: readonly (string | number)[]): Dice {
  const seed = createHash('sha256').update(words.join('/')).digest()
  let [a, b, c, count] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const below = (limit: number): number => Math.floor((next() / 4_294_967_296) * limit)
  return {
    share: () => next() / 4_294_967_296,
    below,
    between: (from, to) => from + below(to - from + 1),
    isLucky: (chance) => next() / 4_294_967_296 < chance,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[below(list.length)] as T
    },
    uuid: (at) => uuidOf(at, [next(), next(), next()]),
  }
}

const OCTETS = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))
const octet = (value: number): string => OCTETS[value & 255] ?? ''
const pair = (value: number): string => octet(value >>> 8) + octet(value)
const quad = (value: number): string => pair(value >>> 16) + pair(value)

function uuidOf(at: number, [one, two, three]: readonly [number, number, number]): string {
  const time = `${quad(Math.floor(at / 65_536))}-${pair(at % 65_536)}`
  return `${time}-${pair(0x7000 | (one & 0xfff))}-${pair(0x8000 | ((one >>> 12) & 0x3fff))}-${quad(two)}${pair(three)}`
}

/** Picks from a weighted list: `[['a', 3], ['b', 1]]` gives three a to one b. */
export function weighted<T>(list: readonly (readonly [T, number])[]): (dice: Dice) => T {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0)
  const steps = list.map(([value], at) => ({ value, upTo: list.slice(0, at + 1).reduce((sum, [, weight]) => sum + weight, 0) / total }))
  const last = steps.at(-1)
  if (!last) throw new Error('nothing to pick from')
  return (dice) => {
    const drawn = dice.share()
    return (steps.find(({ upTo }) => drawn < upTo) ?? last).value
  }
}
