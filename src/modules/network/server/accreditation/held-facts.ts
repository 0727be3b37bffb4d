import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { AccreditationColumns } from './accreditation-rows.ts'

/**
 * 处: `unit.accredited`, by scheme, level and tier, as a stock. An award says at once on which day it ends; where it ends
 * earlier, that later end is taken back.
 */
export function emitHeld(
  context: Pick<ActionContext, 'fact'>,
  { unit_code, scheme, level, tier, expires_on }: AccreditationColumns,
  change: { readonly from: PlainDate } | { readonly endedOn: PlainDate },
): void {
  const fact = { kind: 'unit.accredited', unitCode: unit_code, dimensions: { scheme, level: String(level), tier } }
  if (expires_on === null) throw new Error('an award has a day on which it expires')
  if ('from' in change) {
    context.fact({ ...fact, on: change.from, quantity: 1 })
    context.fact({ ...fact, on: expires_on, quantity: -1 })
  } else if (change.endedOn < expires_on) {
    context.fact({ ...fact, on: change.endedOn, quantity: -1 })
    context.fact({ ...fact, on: expires_on, quantity: 1 })
  }
}
