import { bureauOf, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findFundPurpose, openBatch } from '../../../ledger/index.ts'
import * as contract from '../../contract.ts'
import { bankWords } from '../bank-says.ts'
import { settledBatch } from '../books.ts'
import { lockClaim } from './claim-rows.ts'
import { moveClaim, whereClaimIs } from './move-claim.ts'
import { findFundsOfHelp, whyNotPaying } from './paying-funds.ts'

const LINES = `select c.id as line_id, c.payee_name as payee_label, c.bank_account, c.amount_fen, c.rate_name as memo
  from assistance.claims c where c.bureau_code = $1 and c.batch_id = $2`

export const payClaims = action(contract.payClaims, {
  grant: 'ledger.write',
  where: ({ unitCode }) => unitCode,
  refusals: {
    'nothing-approved': 409,
    'no-such-fund': 404,
    earmarked: 409,
    'fund-short': 409,
    'payments-stopped': 409,
    'period-closed': 409,
  },
  async run(context, { unitCode, fundId }) {
    const { tx, actor, now, today, actionId, note } = context
    const bureau = bureauOf(unitCode)
    const fund = await findFundPurpose(tx, { bureau, accountId: fundId })
    const why = fund && whyNotPaying({ id: fundId, ...fund }, await findFundsOfHelp(tx, bureau))
    if (!fund || why === 'of-help') return refuse({ code: 'no-such-fund' })
    if (why === 'earmarked') return refuse({ code: 'earmarked', purpose: fund.purpose ?? '' })
    await tx.query("select pg_advisory_xact_lock(hashtextextended('assistance.claims ' || $1, 0))", [bureau])
    const { lo, hi } = rangeOf(unitCode)
    const { rowCount } = await tx.query(
      `update assistance.claims set state = 'sent', batch_id = $4, fund_id = $5
        where bureau_code = $1 and unit_code >= $2 and unit_code < $3 and state = 'approved'`,
      [bureau, lo, hi, actionId, fundId],
    )
    if (!rowCount) return refuse({ code: 'nothing-approved' })
    const opened = await openBatch(tx, {
      bureau,
      batchId: actionId,
      fundAccount: fundId,
      purpose: fund.purpose,
      title: `就业创业补贴 ${today}`,
      source: { module: 'assistance', id: actionId },
      lines: { select: LINES, values: [bureau, actionId] },
      at: now,
      madeBy: actor.accountId,
      checkedBy: null,
    })
    const settled = settledBatch(opened)
    if (!settled.ok) return settled
    note({ batch: actionId, claims: rowCount })
    return ok({ id: actionId, count: settled.value.lineCount, totalFen: String(settled.value.totalFen) })
  },
})

async function claimsOfBatch({ tx }: ActionContext, unitCode: UnitCode, batchId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from assistance.claims where bureau_code = $1 and batch_id = $2 and state = 'sent' order by id`,
    [bureauOf(unitCode), batchId],
  )
  return rows.map(({ id }) => id)
}

export const settleClaims = action(contract.settleClaims, {
  grant: 'ledger.write',
  where: whereClaimIs,
  refusals: { 'not-sent': 409 },
  async run(context, { claimId }) {
    const { tx, today, unitCode, note } = context
    const asked = await lockClaim(tx, unitCode, claimId)
    if (asked.state !== 'sent' || asked.batch_id === null) return refuse({ code: 'not-sent' })
    const found = { paid: 0, returned: 0, waiting: 0 }
    for (const id of await claimsOfBatch(context, unitCode, asked.batch_id)) {
      const claim = await lockClaim(tx, unitCode, id)
      const standing = (await bankWords(tx, [claim])).get(id)?.state ?? 'waiting'
      found[standing] += 1
      if (standing !== 'paid') continue
      await moveClaim(context, claim, { state: 'paid', paid_on: today })
      const told = { on: today, unitCode: claim.unit_code, dimensions: { claim: claim.kind } }
      context.fact({ kind: 'claim.paid', personIds: [claim.person_id], ...told })
      context.fact({ kind: 'claim.fen', quantity: BigInt(claim.amount_fen), ...told })
    }
    note({ batch: asked.batch_id, ...found })
    return ok({ id: claimId, paid: found.paid, returned: found.returned })
  },
})
