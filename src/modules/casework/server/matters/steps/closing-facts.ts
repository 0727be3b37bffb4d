import { daysBetween } from '../../../../../kernel/plain-date.ts'
import { tierOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../../platform/actions/context.ts'
import { getMatterType } from '../load-types.ts'
import { countedFor } from '../matter-facts.ts'
import type { MatterRow } from '../matter-rows.ts'

/**
 * Whether every step of an office was taken at one tier: nobody above or below was asked. What the applicant said, on /me or
 * at a window, and what a day brought about, was no office's work; a matter that no office touched was settled by none.
 */
async function wasSettledHere({ tx }: WritingContext, { id, unit_code }: MatterRow): Promise<boolean> {
  const { rows } = await tx.query<{ by_unit: UnitCode }>(
    `select distinct by_unit from casework.matter_steps
      where bureau_code = left($2, 6) and matter_id = $1 and seat not in ('applicant', 'clock')`,
    [id, unit_code],
  )
  return new Set(rows.map(({ by_unit }) => tierOf(by_unit))).size === 1
}

/**
 * What a matter that has just ended counts for: the applicant’s trips to the window, the days it took, and whether it was
 * settled at the tier where it began. A sum of nothing is no fact. `trips` with the one of this very step.
 */
export async function emitClosing(context: WritingContext, row: MatterRow, trips: number): Promise<void> {
  const days = daysBetween(row.opened_on, context.today)
  const counted = [
    ['matter.trips', trips],
    ['matter.days', days],
    ['matter.settledHere', (await wasSettledHere(context, row)) ? 1 : 0],
  ] as const
  for (const [kind, quantity] of counted) {
    if (quantity === 0) continue
    context.fact({
      kind,
      on: context.today,
      unitCode: row.unit_code,
      ...countedFor(getMatterType(row.type_code, row.type_version), row.person_id),
      quantity,
      dimensions: { type: row.type_code },
    })
  }
}
