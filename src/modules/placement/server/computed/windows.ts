import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { TwoWayRules } from '../../contract-computed.ts'
import type { RoundRow } from '../rounds/round-rows.ts'

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

/** Whether a drawn two-way round would be opened after its lists have closed: then it would place nobody. */
export const isTooLate = ({ state, settings }: Pick<RoundRow, 'state' | 'settings'>, now: string): boolean =>
  state === 'drawn' && settings.twoWay !== undefined && Date.parse(now) >= windowsOf(settings.twoWay).lists

/** The draw comes first, then the end of the lists, then that of the rankings. */
export const areWindowsTurned = ({ listsUntil, rankingsUntil }: TwoWayRules, drawOn: PlainDate): boolean =>
  listsUntil < drawOn || rankingsUntil <= listsUntil
