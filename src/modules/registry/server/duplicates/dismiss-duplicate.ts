import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'

/** The fact goes back where it was counted: at the place that both files lie in. */
export const dismissDuplicate = action(contract.dismissDuplicate, {
  grant: 'person.write',
  async where({ suspicionId }, { tx }) {
    const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from registry.duplicate_suspicions where id = $1', [
      suspicionId,
    ])
    return rows[0]?.unit_code
  },
  refusals: { 'suspicion-settled': 409 },
  async run(context, { suspicionId, reason }) {
    const { tx, unitCode, now, today, actor } = context
    const { rows } = await tx.query<{ person_id: string; other_id: string }>(
      `update registry.duplicate_suspicions set status = 'dismissed', reason = $3, settled_at = $4, settled_by = $5
        where bureau_code = $1 and id = $2 and status = 'open' returning person_id, other_id`,
      [bureauOf(unitCode), suspicionId, reason, now, actor.accountId],
    )
    const pair = rows[0]
    if (!pair) return refuse({ code: 'suspicion-settled' })
    context.subject(pair.person_id)
    context.note({ other: pair.other_id })
    context.fact({ kind: 'duplicate.suspected', on: today, unitCode, personIds: [pair.person_id, pair.other_id], quantity: -1 })
    return ok({ suspicionId })
  },
})
