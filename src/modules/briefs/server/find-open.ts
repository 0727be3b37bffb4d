import type { Tx } from '../../../platform/database/tx.ts'
import { isClosedMonthly, listOpenMonths } from '../../indicators/index.ts'
import { listNames } from '../../network/index.ts'
import type { OpenMonth } from '../contract-briefs.ts'
import type { BoundFigure } from '../contract-words.ts'
import type { BriefRow } from './brief-rows.ts'

/** What of a brief is not locked, and on which months that rests. */
interface Open {
  readonly unlocked: readonly BoundFigure[]
  readonly months: OpenMonth[]
}

/**
 * Figures that no province has locked. Only those that are closed monthly can be: staff, payments and the like are as of when
 * the brief says. The month of the brief's own place is asked for: its figures are the sum of those below it, whether each
 * of these confirmed or was missing with a reason. What they are compared with is not asked for: the first year has nothing
 * locked before it.
 */
export async function findOpen(tx: Tx, { place, period, figures }: Pick<BriefRow, 'place' | 'period' | 'figures'>): Promise<Open> {
  const closed = figures.filter(({ code }) => isClosedMonthly(code))
  const open = await listOpenMonths(tx, { codes: closed.map(({ code }) => code), place, period })
  const [named] = await listNames(tx, [place])
  return {
    unlocked: open.length > 0 ? closed : [],
    months: open.map((month) => ({ ...month, placeName: named?.name ?? place })),
  }
}
