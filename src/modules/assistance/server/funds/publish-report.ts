import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action, view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { dueReports } from '../../domain/due-reports.ts'
import { listDonations } from './donation-rows.ts'
import { findFund, lockFund } from './fund-rows.ts'
import { listReports, makeReport, owedReports } from './report-rows.ts'

export const publishReport = action(contract.publishReport, {
  grant: 'ledger.approve',
  where: async ({ fundId }, { tx }) => (await findFund(tx, fundId))?.unitCode,
  refusals: { 'not-due': 422, 'already-published': 409 },
  async run({ tx, actor, now, today, actionId, note, unitCode }, { fundId, kind, from, to }) {
    await lockFund(tx, { fundId, unitCode })
    const fund = await findFund(tx, fundId)
    const due = fund?.raisingFrom ? dueReports({ from: fund.raisingFrom, to: fund.raisingTo }, today) : []
    if (!due.some((one) => one.kind === kind && one.from === from && one.to === to)) return refuse({ code: 'not-due' })
    const bureau = bureauOf(unitCode)
    const { rowCount } = await tx.query(
      `insert into assistance.reports (bureau_code, id, unit_code, fund_id, kind, from_on, to_on, body, published_on, published_at, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (bureau_code, fund_id, kind, from_on) do nothing`,
      [
        bureau,
        actionId,
        unitCode,
        fundId,
        kind,
        from,
        to,
        JSON.stringify(await makeReport(tx, { bureau, fundId, from, to })),
        today,
        now,
        actor.accountId,
      ],
    )
    if (rowCount !== 1) return refuse({ code: 'already-published' })
    note({ fund: fundId, kind, from, to })
    return ok({ id: actionId })
  },
})

export const getFund = view(contract.getFund, {
  grant: 'ledger.read',
  where: async ({ fundId }, { tx }) => (await findFund(tx, fundId))?.unitCode,
  async run(context, { fundId }) {
    const { tx, actor, today } = context
    const found = await findFund(tx, fundId)
    if (!found) return undefined
    const { serial: _, ...fund } = found
    const reports = await listReports(tx, [fundId])
    const mayWrite = actor.grants.has('ledger.write')
    return {
      ...fund,
      ...(await listDonations(context, bureauOf(fund.unitCode), fundId)),
      due: owedReports(fund, reports, today),
      reports: reports.map(({ id, kind, from, to, publishedOn }) => ({ id, kind, from, to, publishedOn })),
      can: { record: mayWrite, receipt: mayWrite, publish: actor.grants.has('ledger.approve') },
    }
  },
})
