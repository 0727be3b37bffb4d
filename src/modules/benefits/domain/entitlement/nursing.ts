import type { HeldClass } from './classes.ts'

/**
 * The nursing fee as a percentage of the average wage of the place's towns in the year before (Art 34): war or duty of
 * grade 1 and 2 50, of 3 and 4 40; illness of grade 1 to 4 30; mental disorder of grade 5 and 6 25. 0 where there is none.
 */
export function nursingPercent({ grade, cause }: Pick<HeldClass, 'grade' | 'cause'>, isMental: boolean): number {
  if (grade === null || cause === null) return 0
  if (grade <= 4) return cause === 'illness' ? 30 : grade <= 2 ? 50 : 40
  return grade <= 6 && isMental ? 25 : 0
}
