import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { ACCREDITATION_COLUMNS, type AccreditationColumns, OF_UNIT, writeStep } from './accreditation-rows.ts'
import { emitHeld } from './held-facts.ts'

/** Stands in the course's history beside the steps that people take. */
const REASON = '机构已关闭'

/**
 * What a unit holds ends with it, on the day it closes: else shares of units that hold an award would count one above the line
 * that is no longer below it. What it was applying for is withdrawn.
 */
export async function endAccreditationsOfUnit(context: ActionContext, unit: { unitCode: UnitCode; closedOn: PlainDate }): Promise<void> {
  const { tx } = context
  const key = [bureauOf(unit.unitCode), unit.unitCode]
  const { rows } = await tx.query<AccreditationColumns>(
    `select ${ACCREDITATION_COLUMNS} from ${OF_UNIT} where a.bureau_code = $1 and a.unit_code = $2
        and a.state in ('draft', 'reviewing', 'published', 'awarded') order by a.id for update of a`,
    key,
  )
  for (const row of rows) {
    const { id, awarded_on: awardedOn, expires_on: expiresOn } = row
    const isHeld = awardedOn !== null && expiresOn !== null
    // An award that had run out by then was over already, and one that came after the day that was named ends as it begins.
    if (isHeld && expiresOn <= unit.closedOn) continue
    const endedOn = isHeld && awardedOn > unit.closedOn ? awardedOn : unit.closedOn
    await tx.query(
      'update network.accreditations set state = $4, ended_on = $5, revision = revision + 1 where bureau_code = $1 and unit_code = $2 and id = $3',
      [...key, id, isHeld ? 'revoked' : 'withdrawn', isHeld ? endedOn : null],
    )
    await writeStep(context, { unitCode: unit.unitCode, id }, { kind: isHeld ? 'revoke' : 'withdraw', reason: REASON })
    if (isHeld) emitHeld(context, row, { endedOn })
  }
}
