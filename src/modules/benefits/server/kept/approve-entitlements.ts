import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'

export const approveEntitlements = action(contract.approveEntitlements, {
  grant: 'benefit.approve',
  where: ({ unitCode }) => unitCode,
  refusals: { 'nothing-waits': 409 },
  async run({ tx, actor, today, now, note, unitCode }, { personId }) {
    // What somebody took in themselves waits for somebody else; the database holds it too.
    const { rowCount } = await tx.query(
      `update benefits.entitlements set approved_on = $2, approved_at = $3, approved_by = $4
        where bureau_code = $1 and unit_code = $6 and approved_at is null and applied_by <> $4 and ($5::uuid is null or person_id = $5)`,
      [bureauOf(unitCode), today, now, actor.accountId, personId ?? null, unitCode],
    )
    if (!rowCount) return refuse({ code: 'nothing-waits' })
    note({ approved: rowCount })
    return ok({ approved: rowCount })
  },
})
