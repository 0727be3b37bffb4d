import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findAidMatter } from '../../../casework/index.ts'
import { openBatch, release, sealPayee } from '../../../ledger/index.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { tellGrant } from '../assist-facts.ts'
import { settledBatch } from '../books.ts'
import { findFund, lockFund } from '../funds/fund-rows.ts'
import { bankSays } from './bank-says.ts'
import { findGrants, type GrantRow } from './grant-rows.ts'
import { lockGrant, whereGrantIs } from './settle-grant.ts'

interface Payee {
  readonly id: string
  readonly number: number
  readonly amountFen: string
  readonly label: string
  /** Sealed; undefined where the file holds no card. */
  readonly account: Buffer | undefined
}

async function payeeOf(context: ActionContext, { id, number, amount_fen, matter_id }: GrantRow): Promise<Payee> {
  const aid = await findAidMatter(context, matter_id)
  const file = aid?.personId ? await findFile(context, aid.personId) : undefined
  const card = file?.state.person.bankCard?.replace(/\s/g, '')
  const name = file?.state.person.name ?? ''
  // The file names no bank of its card: the bank that pays knows it by the number.
  const account = card ? sealPayee(context.secrets, id, { account: card, holder: name, bank: '' }) : undefined
  return { id, number, amountFen: amount_fen, label: `${name.slice(0, 1)}*`, account }
}

const LINES = `select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bigint[], $5::text[]) as line(line_id, payee_label, bank_account, amount_fen, memo)`

async function approvedOf({ tx, unitCode }: ActionContext, fundId: string): Promise<GrantRow[]> {
  const bureau = bureauOf(unitCode)
  const rows = await findGrants(tx, { lo: bureau, hi: `${bureau}:` }, fundId)
  return rows.filter(({ state }) => state === 'approved')
}

export const payTogether = action(contract.payTogether, {
  grant: 'ledger.write',
  where: async ({ fundId }, { tx }) => (await findFund(tx, fundId))?.unitCode,
  refusals: {
    'nothing-approved': 409,
    'account-missing': 422,
    'fund-short': 409,
    'own-grant': 409,
    'payments-stopped': 409,
    'period-closed': 409,
  },
  async run(context, { fundId }) {
    const { tx, actor, now, today, actionId, unitCode, note } = context
    const bureau = bureauOf(unitCode)
    await lockFund(tx, { fundId, unitCode })
    const grants = await approvedOf(context, fundId)
    if (grants.length === 0) return refuse({ code: 'nothing-approved' })
    if (grants.some(({ checked_by }) => checked_by === actor.accountId)) return refuse({ code: 'own-grant' })
    const payees: Payee[] = []
    for (const grant of grants) payees.push(await payeeOf(context, grant))
    const missing = payees.filter(({ account }) => account === undefined).map(({ number }) => number)
    if (missing.length > 0) return refuse({ code: 'account-missing', numbers: missing })
    // What was held grant by grant is held for the batch.
    for (const { id } of grants) {
      const freed = await release(tx, { bureau, holdId: id, at: now })
      if (!freed.ok) throw new Error(`the hold of a grant is not there: ${freed.refusal.code}`)
    }
    const columns = [payees.map(({ id }) => id), payees.map(({ label }) => label), payees.map(({ account }) => account)]
    const values = [...columns, payees.map(({ amountFen }) => amountFen), payees.map(() => '困难帮扶资金')]
    const opened = await openBatch(tx, {
      bureau,
      batchId: actionId,
      fundAccount: fundId,
      purpose: null,
      title: `困难帮扶拨付 ${today}`,
      source: { module: 'assistance', id: actionId },
      lines: { select: LINES, values },
      at: now,
      madeBy: actor.accountId,
      checkedBy: null,
    })
    const settled = settledBatch(opened)
    if (!settled.ok) return settled
    await tx.query(`update assistance.grants set state = 'sent', batch_id = $3 where bureau_code = $1 and id = any($2::uuid[])`, [
      bureau,
      grants.map(({ id }) => id),
      actionId,
    ])
    note({ batch: actionId, fund: fundId, grants: grants.length })
    return ok({ id: actionId, count: settled.value.lineCount, totalFen: String(settled.value.totalFen) })
  },
})

export const settleBatch = action(contract.settleBatch, {
  grant: 'ledger.pay',
  where: whereGrantIs,
  refusals: { 'own-grant': 409, 'not-sent': 409 },
  async run(context, { grantId }) {
    const { tx, actor, now, today, note } = context
    const grant = await lockGrant(tx, grantId)
    if (grant.state !== 'sent') return refuse({ code: 'not-sent' })
    if ([grant.proposed_by, grant.checked_by].includes(actor.accountId)) return refuse({ code: 'own-grant' })
    const { state } = await bankSays(tx, grant)
    note({ grant: grantId, bank: state })
    if (state !== 'paid') return ok({ id: grantId, state })
    await tellGrant(context, grant)
    await tx.query(
      `update assistance.grants set state = 'paid', paid_on = $3, paid_at = $4, paid_by = $5, voucher = $6 where bureau_code = $1 and id = $2`,
      [bureauOf(grant.unit_code), grantId, today, now, actor.accountId, grant.batch_id],
    )
    return ok({ id: grantId, state })
  },
})
