import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { maskDonor } from '../funds/donation-rows.ts'
import { findHelper, HELPER_NAME, lockHelper } from './helper-rows.ts'

export const offerHelp = action(contract.offerHelp, {
  grant: 'pairing.write',
  where: ({ unitCode }) => unitCode,
  refusals: { 'until-past': 422 },
  async run({ tx, actor, now, today, actionId, unitCode, secrets, note }, { kind, name, gives, capacity, untilOn }) {
    if (untilOn !== null && untilOn < today) return refuse({ code: 'until-past' })
    const sealed = secrets.encrypt(HELPER_NAME, actionId, name)
    const masked = kind === 'organisation' ? name : maskDonor(name)
    await tx.query(
      `insert into assistance.helpers (bureau_code, id, unit_code, kind, name, name_masked, gives, capacity, from_on, until_on, offered_at, offered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [bureauOf(unitCode), actionId, unitCode, kind, sealed, masked, gives, capacity, today, untilOn, now, actor.accountId],
    )
    note({ helper: actionId, kind })
    return ok({ id: actionId })
  },
})

export const withdrawHelp = action(contract.withdrawHelp, {
  grant: 'pairing.write',
  where: async ({ helperId }, { tx }) => (await findHelper(tx, helperId))?.unit_code,
  refusals: { 'already-withdrawn': 409, 'still-paired': 409 },
  async run({ tx, actor, today, unitCode, note }, { helperId }) {
    const helper = await lockHelper(tx, helperId)
    if (!helper || helper.withdrawn_on !== null) return refuse({ code: 'already-withdrawn' })
    if (helper.paired > 0) return refuse({ code: 'still-paired', count: helper.paired })
    await tx.query('update assistance.helpers set withdrawn_on = $3, withdrawn_by = $4 where bureau_code = $1 and id = $2', [
      bureauOf(unitCode),
      helperId,
      today,
      actor.accountId,
    ])
    note({ helper: helperId })
    return ok({ id: helperId })
  },
})
