import type { Dice } from '../../dice.ts'

export type Values = Readonly<Record<string, string>>

/** Work that comes again and again at units of a tier. */
export interface Rhythm {
  readonly kind: string
  readonly tier: 'county' | 'township' | 'village'
  /** Once in so many months, each unit in months of its own; or in these months of every year. */
  readonly every?: number
  readonly months?: readonly number[]
  readonly values: (dice: Dice, at: number) => Values
}

const LONG = 1_000

/** The nth of a list, from the beginning again where it is at its end. */
export const nth = (list: readonly string[], at: number): string => list[((at % list.length) + LONG * list.length) % list.length] ?? ''

export const some = (dice: Dice, from: number, to: number): string => String(dice.between(from, to))

/** Whole hundreds of yuan, in fen. */
export const yuan = (dice: Dice, from: number, to: number): string => String(dice.between(from / 100, to / 100) * 10_000)
