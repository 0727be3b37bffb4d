import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Value } from '../../contract.ts'
import { type ClosingState, movedCodes, standingOf, windowOf } from '../../domain/closing.ts'
import { monthsIn } from '../../domain/compared.ts'
import type { Window } from '../../domain/months.ts'
import { readFigures } from '../figures.ts'
import { findClosings, type KeptClosing } from './closing-rows.ts'
import { CLOSING } from './closing-settings.ts'

/**
 * Why a month may not be cited as locked: nobody confirmed it, how far it has come, `cut` where the period takes only a part
 * of it, `moved` where facts have come since it was locked.
 */
export type OpenState = 'none' | 'cut' | 'moved' | Exclude<ClosingState, 'locked'>

export interface OpenMonth {
  readonly place: RegionCode
  readonly month: string
  readonly state: OpenState
}

/** Whether an indicator is confirmed and locked month by month; of others no month says how they stand. */
export const isClosedMonthly = (code: string): boolean => CLOSING.codes.includes(code)

export interface AskedMonths {
  /** Those that are not closed monthly are passed over. */
  readonly codes: readonly string[]
  readonly place: RegionCode
  readonly period: Window
}

function stateOf(
  versions: readonly KeptClosing[],
  { window, live }: { window: Window; live: Readonly<Record<string, Value>> },
): OpenState | undefined {
  const whole = windowOf(window.from.slice(0, 7))
  if (whole.from !== window.from || whole.to !== window.to) return 'cut'
  const standing = standingOf(versions)
  if (!standing) return versions.length > 0 ? 'returned' : 'none'
  if (standing.state !== 'locked') return standing.state
  return movedCodes(standing.figures, live).length > 0 ? 'moved' : undefined
}

/**
 * Months of a period that are not locked at a place as some figures stand now, the oldest first. Empty where every figure of
 * these that is closed monthly is what the province has locked.
 */
export async function listOpenMonths(tx: Tx, { codes, place, period }: AskedMonths): Promise<OpenMonth[]> {
  const closed = [...new Set(codes)].filter(isClosedMonthly)
  if (closed.length === 0) return []
  const windows = monthsIn(period)
  const figures = await readFigures(tx, { codes: closed, place, nodes: [place], windows })
  const open: OpenMonth[] = []
  for (const window of windows) {
    const month = window.from.slice(0, 7)
    const kept = await findClosings(tx, [place], windowOf(month).from)
    const live = Object.fromEntries(closed.map((code) => [code, figures.valueOf(code, place, window)]))
    const state = stateOf(kept.get(place) ?? [], { window, live })
    if (state) open.push({ place, month, state })
  }
  return open
}
