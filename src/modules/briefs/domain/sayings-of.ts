import { SAYINGS, type Saying } from './say-amount.ts'

/** How a number of an indicator can be said otherwise than as it is: a date to its month, a share that is all as 全部, a count rounded. */
export function sayingsOf({ unitKind, isRatio }: { readonly unitKind: string; readonly isRatio: boolean }): readonly Saying[] {
  if (unitKind === 'date') return ['exact', 'month']
  if (unitKind === 'percent') return ['exact', 'all']
  if (unitKind === 'perThousand') return ['exact']
  // An average has decimals: neither 余 nor 近 is said of it.
  if (isRatio) return ['exact', 'numeral']
  return SAYINGS.filter((say) => say !== 'month' && say !== 'all')
}
