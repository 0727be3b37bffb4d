import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { TwoWayRules } from '../../contract-computed.ts'

/** The first instant after a day of China, in milliseconds. */
const endOf = (day: PlainDate): number => Date.parse(`${addDays(day, 1)}T00:00:00+08:00`)

/** Days of the draft as instants of the record. */
export const windowsOf = ({ listsUntil, rankingsUntil }: Pick<TwoWayRules, 'listsUntil' | 'rankingsUntil'>) => ({
  lists: endOf(listsUntil),
  rankings: endOf(rankingsUntil),
})

export type WindowPhase = 'before' | 'lists' | 'rankings' | 'over'

/** Which window an open round is in. `before`: it has not been opened. */
export function phaseAt(rules: TwoWayRules, { isOpen, at }: { isOpen: boolean; at: number }): WindowPhase {
  if (!isOpen) return 'before'
  const { lists, rankings } = windowsOf(rules)
  return at < lists ? 'lists' : at < rankings ? 'rankings' : 'over'
}
