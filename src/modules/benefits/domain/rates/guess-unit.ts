import type { UnitGuess } from './table-fault.ts'

/** A raise from one table to the next lies well within these; the steepest known, 2017 to 2021, is 46 %. */
const LEAST = 0.7
const MOST = 2

const isPlausible = (ratio: number): boolean => ratio >= LEAST && ratio <= MOST

const MISTAKES: readonly (readonly [UnitGuess, number])[] = [
  ['month-as-year', 12],
  ['year-as-month', 1 / 12],
  ['yuan-as-fen', 100],
  ['fen-as-yuan', 1 / 100],
]

/**
 * Which confusion of units explains amounts that are far from those they follow. `ratios` are new by old, each key; the
 * ratio is only ever looked at, never paid. Undefined where the amounts are plausible, or no confusion explains them.
 */
export function guessUnit(ratios: readonly number[]): UnitGuess | undefined {
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]
  if (middle === undefined || isPlausible(middle)) return undefined
  return MISTAKES.find(([, factor]) => isPlausible(middle * factor))?.[0]
}
