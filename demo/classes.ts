import { type Dice, weighted } from './dice.ts'

/** What a class of people looks like: how old, how often men, and how they served. */
export interface DemoClass {
  readonly code: string
  readonly ages: readonly [number, number]
  readonly men: number
  readonly served: 'conscript' | 'officer' | undefined
}

const conscript = (code: string, ages: readonly [number, number]): DemoClass => ({ code, ages, men: 0.96, served: 'conscript' })
const kin = (code: string, ages: readonly [number, number]): DemoClass => ({ code, ages, men: 0.28, served: undefined })

/** Shares in percent: plausible, and nobody's statistics. */
const CLASSES = weighted<DemoClass>([
  [conscript('DISCHARGED', [21, 59]), 46],
  [conscript('DISCHARGED', [45, 74]), 13],
  [conscript('RURAL60', [60, 80]), 12],
  [conscript('WAR', [58, 72]), 7],
  [conscript('DIS', [26, 78]), 5],
  [conscript('SICK-HOME', [40, 78]), 1.6],
  [conscript('TEST', [64, 82]), 0.6],
  [conscript('DEMOB', [88, 97]), 0.5],
  [{ code: 'TRANSFER-OFFICER', ages: [42, 76], men: 0.9, served: 'officer' }, 4],
  [{ code: 'RETIRED-CADRE', ages: [56, 86], men: 0.9, served: 'officer' }, 2.4],
  [kin('KIN-M', [48, 88]), 1.2],
  [kin('KIN-D', [40, 86]), 0.6],
  [kin('KIN-I', [42, 84]), 1.2],
  [kin('MARTYR-CHILD60', [60, 82]), 0.9],
  [kin('SERVICE-FAMILY', [24, 62]), 3],
  [{ code: 'CIVIL-STAFF', ages: [56, 80], men: 0.6, served: undefined }, 0.5],
  [{ code: 'DIS-POLICE', ages: [34, 70], men: 0.92, served: undefined }, 0.3],
  [{ code: 'DIS-MILITIA', ages: [56, 82], men: 0.9, served: undefined }, 0.2],
])

export const classFor = (dice: Dice): DemoClass => CLASSES(dice)

/** A further identity that such a person may hold as well. */
export function furtherClass(dice: Dice, code: string): string | undefined {
  if (code === 'WAR') return dice.isLucky(0.1) ? 'DIS' : dice.isLucky(0.3) ? 'RURAL60' : undefined
  if (code === 'RURAL60') return dice.isLucky(0.06) ? 'TEST' : undefined
  if (code === 'DIS' || code === 'SICK-HOME') return dice.isLucky(0.5) ? 'DISCHARGED' : undefined
  return undefined
}

const GRADES = weighted<number>([
  [10, 30],
  [9, 22],
  [8, 18],
  [7, 12],
  [6, 8],
  [5, 5],
  [4, 2],
  [3, 1.5],
  [2, 1],
  [1, 0.5],
])

/** Grade and cause of a disability: most are of the lighter grades and come from duty. */
export const disabilityFor = (dice: Dice): { grade: number; cause: 'war' | 'duty' | 'illness' } => ({
  grade: GRADES(dice),
  cause: dice.isLucky(0.58) ? 'duty' : dice.isLucky(0.5) ? 'war' : 'illness',
})
