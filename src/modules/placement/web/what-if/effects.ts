import type { Tried } from '../../contract.ts'

/** Parts of a bar, from the best to none. */
export const PARTS = ['wish1', 'wish2', 'wish3', 'later', 'notListed', 'unplaced'] as const
export type Part = (typeof PARTS)[number]

type Effects = NonNullable<Tried['effects']>

/** How many people are in each part: together everybody. */
export function partsOf({ byWish, notListed, unplaced }: Pick<Effects, 'byWish' | 'notListed' | 'unplaced'>): Record<Part, number> {
  const [wish1 = 0, wish2 = 0, wish3 = 0, ...rest] = byWish
  return { wish1, wish2, wish3, later: rest.reduce((sum, one) => sum + one, 0), notListed, unplaced }
}

/** Where each part begins and how long it is, of a bar of a width; parts of nobody are left out. */
export function barOf(parts: Record<Part, number>, width: number): { part: Part; count: number; x: number; width: number }[] {
  const all = PARTS.reduce((sum, part) => sum + parts[part], 0)
  let before = 0
  return PARTS.flatMap((part) => {
    const count = parts[part]
    const x = all === 0 ? 0 : (before / all) * width
    before += count
    return count === 0 ? [] : [{ part, count, x, width: (count / all) * width }]
  })
}
