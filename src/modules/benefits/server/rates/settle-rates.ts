import { bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { findTableFaults } from '../../domain/rates/check-table.ts'
import { faultText, tableOf } from './notice-table.ts'
import { findNotice, tablesAt } from './rate-rows.ts'

export const approveRates = action(contract.approveRates, {
  grant: 'benefit.approve',
  where: async ({ id }, { tx }) => (await findNotice(tx, id))?.unitCode,
  refusals: { 'own-entry': 409, 'already-settled': 409, 'table-broken': 422 },
  async run({ tx, actor, now, today, note, unitCode }, { id }) {
    // Tables of one bureau take effect one after the other: each is held against those before it.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('benefits.rates ' || $1, 0))", [bureauOf(unitCode)])
    const entered = await findNotice(tx, id)
    if (!entered) throw new Error('the notice has gone')
    if (entered.enteredBy === actor.accountId) return refuse({ code: 'own-entry' })
    if (entered.knownOn !== null || entered.isWithdrawn) return refuse({ code: 'already-settled' })
    const place = unitCode as string as RegionCode
    const faults = findTableFaults(tableOf(entered.notice, place), await tablesAt(tx, place))
    if (faults.length > 0) return refuse({ code: 'table-broken', faults: faults.map(faultText) })
    const { rowCount } = await tx.query(
      `update benefits.rate_tables set approved_on = $3, approved_at = $4, approved_by = $5
        where bureau_code = $1 and id = $2 and approved_by is null and withdrawn_by is null`,
      [bureauOf(unitCode), id, today, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-settled' })
    note({ rates: id, version: entered.notice.version })
    return ok({ id })
  },
})

export const withdrawRates = action(contract.withdrawRates, {
  grant: 'benefit.write',
  where: async ({ id }, { tx }) => (await findNotice(tx, id))?.unitCode,
  refusals: { 'already-settled': 409 },
  async run({ tx, actor, now, note, unitCode }, { id }) {
    const { rowCount } = await tx.query(
      `update benefits.rate_tables set withdrawn_at = $3, withdrawn_by = $4
        where bureau_code = $1 and id = $2 and approved_by is null and withdrawn_by is null`,
      [bureauOf(unitCode), id, now, actor.accountId],
    )
    if (rowCount !== 1) return refuse({ code: 'already-settled' })
    note({ rates: id })
    return ok({ id })
  },
})
