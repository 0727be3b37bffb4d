import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { LiveRound } from './live-round.ts'
import type { RoundPersonRow } from './round-rows.ts'

/** How the desk names who spoke on the own phone: the person, whose name stands beside it already. */
export const SELF = '本人'

/** Where the last pick of a person was counted: one from the own phone where their file lies, one in the hall where the round is. */
export function whereCounted({ row, links }: LiveRound, { pseudonym, unit_code }: RoundPersonRow): UnitCode {
  const pick = links.findLast(({ what }) => what.kind === 'pick' && what.candidate === pseudonym)
  return pick?.byName === SELF && unit_code.startsWith(row.unit_code.slice(0, 6)) ? unit_code : row.unit_code
}
