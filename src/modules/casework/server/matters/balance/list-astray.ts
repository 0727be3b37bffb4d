import { rangeOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import { view } from '../../../../../platform/actions/declare.ts'
import * as contract from '../../../contract.ts'
import { nameOfType } from '../load-types.ts'

/** What the hourly reconciler found last at a place: when it looked, and every unit where something is astray. */
export const listAstray = view(contract.listAstray, {
  grant: 'matter.survey',
  where: ({ place }) => place,
  async run({ tx }, { place }) {
    const { lo, hi } = rangeOf(place)
    const { rows } = await tx.query<{ unit_code: UnitCode; type_code: string; astray: string[] }>(
      `select unit_code, type_code, astray from casework.reconciliations
        where unit_code >= $1 and unit_code < $2 and astray <> '{}' order by unit_code, type_code limit 200`,
      [lo, hi],
    )
    // The oldest round: of a county it is its own, a station below sees none.
    const round = await tx.query<{ at: string | null }>(
      'select min(checked_at) as at from casework.reconciliation_rounds where unit_code >= $1 and unit_code < $2',
      [lo, hi],
    )
    return {
      checkedAt: round.rows[0]?.at ?? null,
      rows: rows.map((row) => ({
        unitCode: row.unit_code,
        typeCode: row.type_code,
        typeName: nameOfType(row.type_code),
        matterIds: row.astray,
      })),
    }
  },
})
