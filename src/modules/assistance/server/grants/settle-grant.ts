import { type BureauCode, bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { type Draw, drawLots, type Lot } from '../../domain/draw-lots.ts'
import { tellGrant } from '../assist-facts.ts'
import { bookPayment, holdGrant } from '../books.ts'
import { lockFund } from '../funds/fund-rows.ts'
import { findGrant, type GrantRow } from './grant-rows.ts'

async function lotsOf(tx: Tx, bureau: BureauCode, fundId: string): Promise<Lot[]> {
  const { rows } = await tx.query<{ id: string; number: number; left_fen: string; earmark: string | null }>(
    `select id, number, left_fen::text, earmark from assistance.donations
      where bureau_code = $1 and fund_id = $2 and form = 'cash' and confirmed_by is not null and left_fen > 0 order by number`,
    [bureau, fundId],
  )
  return rows.map(({ id, number, left_fen, earmark }) => ({ id, number, leftFen: BigInt(left_fen), earmark }))
}

async function keepDraws(tx: Tx, { id, unit_code }: GrantRow, draws: readonly Draw[]): Promise<void> {
  const drawn = [bureauOf(unit_code), draws.map((one) => one.id), draws.map((one) => String(one.amountFen))]
  await tx.query(
    `update assistance.donations d set left_fen = d.left_fen - t.amount from unnest($2::uuid[], $3::bigint[]) t (id, amount)
      where d.bureau_code = $1 and d.id = t.id`,
    drawn,
  )
  await tx.query(
    `insert into assistance.draws (bureau_code, grant_id, donation_id, unit_code, amount_fen)
     select $1, $4, t.id, $5, t.amount from unnest($2::uuid[], $3::bigint[]) t (id, amount)`,
    [...drawn, id, unit_code],
  )
}

/** The grant as it stands once nobody else changes its fund. */
export async function lockGrant(tx: Tx, grantId: string): Promise<GrantRow> {
  const named = await findGrant(tx, grantId)
  if (named) await lockFund(tx, { fundId: named.fund_id, unitCode: named.unit_code })
  const grant = await findGrant(tx, grantId)
  if (!grant) throw new Error('the grant was there a moment ago: grants are never removed')
  return grant
}

export const whereGrantIs = async ({ grantId }: { grantId: string }, { tx }: { tx: Tx }) => (await findGrant(tx, grantId))?.unit_code

export const approveGrant = action(contract.approveGrant, {
  grant: 'ledger.approve',
  where: whereGrantIs,
  refusals: { 'own-proposal': 409, 'already-settled': 409, 'fund-short': 409, 'payments-stopped': 409, 'period-closed': 409 },
  async run(context, { grantId }) {
    const { tx, actor, now, today, note } = context
    const grant = await lockGrant(tx, grantId)
    if (grant.proposed_by === actor.accountId) return refuse({ code: 'own-proposal' })
    if (grant.state !== 'proposed') return refuse({ code: 'already-settled' })
    const bureau = bureauOf(grant.unit_code)
    const drawn = drawLots(await lotsOf(tx, bureau, grant.fund_id), { cause: grant.cause, amountFen: BigInt(grant.amount_fen) })
    if ('shortFen' in drawn) return refuse({ code: 'fund-short', shortFen: String(drawn.shortFen) })
    await keepDraws(tx, grant, drawn.draws)
    const held = await holdGrant(context, { fundId: grant.fund_id, grantId, amountFen: BigInt(grant.amount_fen) })
    if (!held.ok) return held
    await tx.query(
      `update assistance.grants set state = 'approved', checked_on = $3, checked_at = $4, checked_by = $5 where bureau_code = $1 and id = $2`,
      [bureau, grantId, today, now, actor.accountId],
    )
    note({ grant: grantId, amountFen: grant.amount_fen })
    return ok({ id: grantId })
  },
})

export const refuseGrant = action(contract.refuseGrant, {
  grant: 'ledger.approve',
  where: whereGrantIs,
  refusals: { 'own-proposal': 409, 'already-settled': 409 },
  async run({ tx, actor, now, today, note }, { grantId, reason }) {
    const grant = await lockGrant(tx, grantId)
    if (grant.proposed_by === actor.accountId) return refuse({ code: 'own-proposal' })
    if (grant.state !== 'proposed') return refuse({ code: 'already-settled' })
    await tx.query(
      `update assistance.grants set state = 'refused', checked_on = $3, checked_at = $4, checked_by = $5, refused_for = $6 where bureau_code = $1 and id = $2`,
      [bureauOf(grant.unit_code), grantId, today, now, actor.accountId, reason],
    )
    note({ grant: grantId })
    return ok({ id: grantId })
  },
})

export const payGrant = action(contract.payGrant, {
  grant: 'ledger.pay',
  where: whereGrantIs,
  refusals: { 'own-grant': 409, 'not-approved': 409, 'payments-stopped': 409, 'period-closed': 409 },
  async run(context, { grantId, voucher }) {
    const { tx, actor, now, today, note } = context
    const grant = await lockGrant(tx, grantId)
    if ([grant.proposed_by, grant.checked_by].includes(actor.accountId)) return refuse({ code: 'own-grant' })
    if (grant.state !== 'approved' || grant.checked_by === null) return refuse({ code: 'not-approved' })
    const hands = { madeBy: grant.proposed_by, checkedBy: grant.checked_by }
    const paid = await bookPayment(context, { paymentId: context.actionId, grantId, memo: voucher, ...hands })
    if (!paid.ok) return paid
    await tellGrant(context, grant)
    await tx.query(
      `update assistance.grants set state = 'paid', paid_on = $3, paid_at = $4, paid_by = $5, voucher = $6 where bureau_code = $1 and id = $2`,
      [bureauOf(grant.unit_code), grantId, today, now, actor.accountId, voucher],
    )
    note({ grant: grantId, amountFen: grant.amount_fen })
    return ok({ id: grantId })
  },
})

export const followUpGrant = action(contract.followUpGrant, {
  grant: 'ledger.write',
  where: whereGrantIs,
  refusals: { 'not-paid': 409 },
  async run({ tx, actor, today, note }, { grantId, outcome }) {
    const grant = await lockGrant(tx, grantId)
    if (grant.state !== 'paid') return refuse({ code: 'not-paid' })
    await tx.query(
      `update assistance.grants set state = 'followedUp', followed_on = $3, followed_by = $4, outcome = $5 where bureau_code = $1 and id = $2`,
      [bureauOf(grant.unit_code), grantId, today, actor.accountId, outcome],
    )
    note({ grant: grantId, outcome })
    return ok({ id: grantId })
  },
})
