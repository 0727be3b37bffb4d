import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { whereLease } from './lease-rows.ts'

export const revokeLease = action(contract.revokeLease, {
  grant: 'field.revoke',
  where: whereLease,
  refusals: { 'already-revoked': 409 },
  async run(context, { leaseId, reason }) {
    const { rowCount } = await context.tx.query(
      `update casework.field_leases set revoked_at = $3, revoked_by = $4, reason = $5
        where bureau_code = left($1, 6) and id = $2 and revoked_at is null`,
      [context.unitCode, leaseId, context.now, context.actor.accountId, reason],
    )
    if (rowCount === 0) return refuse({ code: 'already-revoked' })
    context.note({ lease: leaseId })
    return ok({ id: leaseId })
  },
})
