import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { findAidMatter } from '../../../casework/index.ts'
import { openBatch, release, sealPayee } from '../../../ledger/index.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { tellGrant } from '../assist-facts.ts'
import { bankWords } from '../bank-says.ts'
import { settledBatch } from '../books.ts'
import { findFund, lockFund } from '../funds/fund-rows.ts'
import { findGrants, type GrantRow } from './grant-rows.ts'
import { lockGrant, whereGrantIs } from './settle-grant.ts'

interface Payee {
  readonly id: string
  readonly number: number
  readonly amountFen: string
  readonly name: string
  /** In clear until it is sealed into its line; undefined where the file holds none that a bank would take. */
  readonly card: string | undefined
}

/** How a card is written in a file, and what a bank would take. */
const digits = (card: string): string => card.replaceAll(/[\s-]/g, '')
const IS_ACCOUNT = /^\d{12,24}$/
const prefixOf = (card: string): string => card.slice(0, 6)

async function payeeOf(context: ActionContext, { id, number, amount_fen, matter_id }: GrantRow): Promise<Payee> {
  const aid = await findAidMatter(context, matter_id)
  const file = aid?.personId ? await findFile(context, aid.personId) : undefined
  const card = digits(file?.state.person.bankCard ?? '')
  return { id, number, amountFen: amount_fen, name: file?.state.person.name ?? '', card: IS_ACCOUNT.test(card) ? card : undefined }
}

type BatchLines = Readonly<Record<'ids' | 'labels' | 'amounts', readonly string[]> & { accounts: readonly Buffer[] }>
type Unpayable = { code: 'account-missing'; numbers: number[] } | { code: 'bank-missing'; cards: { prefix: string; count: number }[] }

/** Each with a number, a name and a bank: a line that lacks one comes back from the bank. */
function sealLines(
  secrets: ActionContext['secrets'],
  payees: readonly Payee[],
  bankOf: ReadonlyMap<string, string>,
): Result<BatchLines, Unpayable> {
  const missing = payees.filter(({ card }) => card === undefined).map(({ number }) => number)
  if (missing.length > 0) return refuse({ code: 'account-missing', numbers: missing })
  const unknown = new Map<string, number>()
  const accounts: Buffer[] = []
  for (const { id, name, card = '' } of payees) {
    const bank = bankOf.get(prefixOf(card))
    if (bank === undefined) unknown.set(prefixOf(card), (unknown.get(prefixOf(card)) ?? 0) + 1)
    else accounts.push(sealPayee(secrets, id, { account: card, holder: name, bank }))
  }
  if (unknown.size > 0) return refuse({ code: 'bank-missing', cards: [...unknown].sort().map(([prefix, count]) => ({ prefix, count })) })
  return ok({
    ids: payees.map(({ id }) => id),
    labels: payees.map(({ name }) => `${name.slice(0, 1)}*`),
    amounts: payees.map(({ amountFen }) => amountFen),
    accounts,
  })
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
    'bank-missing': 422,
    'fund-short': 409,
    'own-grant': 409,
    'payments-stopped': 409,
    'period-closed': 409,
  },
  async run(context, { fundId, banks }) {
    const { tx, actor, now, today, actionId, unitCode, note, secrets } = context
    const bureau = bureauOf(unitCode)
    await lockFund(tx, { fundId, unitCode })
    const grants = await approvedOf(context, fundId)
    if (grants.length === 0) return refuse({ code: 'nothing-approved' })
    if (grants.some(({ checked_by }) => checked_by === actor.accountId)) return refuse({ code: 'own-grant' })
    const payees: Payee[] = []
    for (const grant of grants) payees.push(await payeeOf(context, grant))
    const lines = sealLines(secrets, payees, new Map(banks.map(({ prefix, bank }) => [prefix, bank])))
    if (!lines.ok) return lines
    // What was held grant by grant is held for the batch.
    for (const { id } of grants) {
      const freed = await release(tx, { bureau, holdId: id, at: now })
      if (!freed.ok) throw new Error(`the hold of a grant is not there: ${freed.refusal.code}`)
    }
    const { ids, labels, accounts, amounts } = lines.value
    const values = [ids, labels, accounts, amounts, ids.map(() => '困难帮扶资金')]
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
    const state = (await bankWords(tx, [grant])).get(grantId)?.state ?? 'waiting'
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
