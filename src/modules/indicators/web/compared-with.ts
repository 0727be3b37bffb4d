import type { Figure, Value } from '../contract.ts'
import type { PeriodKind } from './period.ts'

/**
 * What a span so far is held against: a day against the day before, a month against the same days of the month before. A quarter
 * or a year so far has no span before it that is as long and of the same season but last year's.
 */
export const comparedWith = ({ previous, lastYear }: Pick<Figure, 'previous' | 'lastYear'>, kind: PeriodKind): Value | undefined =>
  kind === 'today' || kind === 'month' ? previous : lastYear
