import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Period, Value } from '../../contract.ts'
import { type ClosingState, standingOf, windowOf } from '../../domain/closing.ts'
import { findClosings } from './closing-rows.ts'
import { CLOSING } from './closing-settings.ts'

export type FigureStatus = 'computed' | Exclude<ClosingState, 'returned'>

interface Standing {
  readonly status: FigureStatus
  readonly version?: number
  /** Of a locked month: what was locked, and of which instant it is. */
  readonly stated?: Value & { readonly asOfAt: string }
}

/** How far a figure of a whole month has come on its way up, and what it was locked as. */
export async function standingFigure(
  tx: Tx,
  { code, place, period }: { code: string; place: RegionCode; period: Period },
): Promise<Standing> {
  const month = period.from.slice(0, 7)
  const { from, to } = windowOf(month)
  if (from !== period.from || to !== period.to || !CLOSING.codes.includes(code)) return { status: 'computed' }
  const standing = standingOf((await findClosings(tx, [place], from)).get(place) ?? [])
  const figure = standing?.figures[code]
  if (!standing || !figure || standing.state === 'returned') return { status: 'computed' }
  const { version, state: status } = standing
  return { status, version, ...(status === 'locked' ? { stated: { ...figure, asOfAt: standing.confirmed_at } } : {}) }
}
