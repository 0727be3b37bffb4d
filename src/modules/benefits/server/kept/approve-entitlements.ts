import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { uuidColumn } from '../../../../platform/database/column-arrays.ts'
import { findEndedIdentities } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'

export const approveEntitlements = action(contract.approveEntitlements, {
  grant: 'benefit.approve',
  where: ({ unitCode }) => unitCode,
  refusals: { 'nothing-waits': 409 },
  async run({ tx, actor, today, now, note, unitCode }, { personId }) {
    // What somebody took in themselves waits for somebody else; the database holds it too.
    const bureau = bureauOf(unitCode)
    const { rows } = await tx.query<{ id: string }>(
      `select id from benefits.entitlements where bureau_code = $1 and unit_code = $4 and approved_at is null and applied_by <> $2
          and ($3::uuid is null or person_id = $3) for update`,
      [bureau, actor.accountId, personId ?? null, unitCode],
    )
    const ids = rows.map(({ id }) => id)
    // Taken in, and ended in the file before anybody approved it: nobody is to be paid by it.
    const ended = await findEndedIdentities(tx, bureau, ids)
    const { rowCount } = await tx.query(
      `update benefits.entitlements set approved_on = $2, approved_at = $3, approved_by = $4 where bureau_code = $1 and id = any($5::uuid[])`,
      [bureau, today, now, actor.accountId, uuidColumn(ids.filter((id) => !ended.has(id)))],
    )
    if (!rowCount) return refuse({ code: 'nothing-waits' })
    note({ approved: rowCount })
    return ok({ approved: rowCount })
  },
})
