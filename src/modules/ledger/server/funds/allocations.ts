import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { type BureauCode, bureauOf, type RegionCode } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import * as contract from '../../contract.ts'
import { post } from '../post.ts'
import { systemAccount } from '../system-accounts.ts'
import { isKeptElsewhere } from './kept-accounts.ts'

export interface Incoming {
  readonly id: string
  readonly fromUnitCode: RegionCode
  readonly amountFen: bigint
  readonly purpose: string | null
  readonly memo: string
  readonly sentAt: string
}

/** What bureaus above have sent to a place and nobody has taken in yet. */
export async function listIncoming(tx: Tx, place: RegionCode): Promise<readonly Incoming[]> {
  const { rows } = await tx.query<Incoming>(
    `select a.id, a.from_unit_code as "fromUnitCode", a.amount_fen as "amountFen", a.purpose, a.memo, a.sent_at as "sentAt"
       from ledger.allocations_to($1) a
      where not exists (select from ledger.intakes i where i.bureau_code = $2 and i.allocation_id = a.id) order by a.sent_at, a.id`,
    [place, bureauOf(place)],
  )
  return rows
}

export const receiveAllocation = action(contract.receiveAllocation, {
  grant: 'ledger.write',
  where: ({ place }) => place,
  refusals: { 'no-such-allocation': 404, 'already-received': 409, 'kept-elsewhere': 409, ...contract.MONEY_STATUS },
  async run({ tx, actor, now, today, actionId, unitCode, subject, note }, { place, allocationId, accountId }) {
    const bureau = bureauOf(unitCode)
    const { rowCount } = await tx.query('select from ledger.intakes where bureau_code = $1 and allocation_id = $2', [bureau, allocationId])
    if (rowCount === 1) return refuse({ code: 'already-received' })
    const sent = (await listIncoming(tx, place)).find(({ id }) => id === allocationId)
    if (!sent) return refuse({ code: 'no-such-allocation' })
    const { rowCount: isFund } = await tx.query(`select from ledger.accounts where bureau_code = $1 and id = $2 and kind = 'fund'`, [
      bureau,
      accountId,
    ])
    if (isFund !== 1) return refuse({ code: 'account-unknown', accountId })
    if (await isKeptElsewhere(tx, bureau, { accountIds: [accountId] })) return refuse({ code: 'kept-elsewhere' })
    const source = await systemAccount(tx, { bureau, kind: 'source', by: actor.accountId, at: now })
    const amountFen = BigInt(sent.amountFen)
    const moves = [
      { accountId: source, amountFen: -amountFen },
      { accountId, amountFen },
    ]
    const hands = { madeBy: actor.accountId, checkedBy: null, paidBy: null }
    const { purpose, memo } = sent
    const posted = await post(tx, { id: actionId, bureau, kind: 'receive', moves, purpose, memo, ...hands, on: today, at: now })
    if (!posted.ok) return posted
    const { rowCount: taken } = await tx.query(
      `insert into ledger.intakes (bureau_code, allocation_id, unit_code, from_unit_code, account_id, amount_fen, posting_id, received_at, received_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [bureau, allocationId, unitCode, sent.fromUnitCode, accountId, String(amountFen), actionId, now, actor.accountId],
    )
    if (taken !== 1) return refuse({ code: 'already-received' })
    subject(allocationId)
    note({ from: sent.fromUnitCode, fen: String(amountFen) })
    return ok({ postingId: actionId })
  },
})

interface Arrived {
  readonly bureau: BureauCode
  readonly id: string
  readonly amountFen: bigint
  readonly purpose: string | null
  readonly memo: string
  readonly receivedBy: string
}

/**
 * The second phase above: what has arrived below leaves transit, one bureau's rows at a time. A kill between leaves it in
 * transit for the next round.
 */
export async function settleArrived({ pool, clock }: { pool: Pool; clock: Clock }): Promise<number> {
  const whole = { lo: '0', hi: ':' }
  const arrived = await withScope(pool, whole, 'read', async (tx) => {
    const { rows } = await tx.query<Arrived>(
      `select a.bureau_code as bureau, a.id, a.amount_fen as "amountFen", a.purpose, a.memo, i.received_by as "receivedBy"
         from ledger.allocations a join ledger.intakes i on i.bureau_code = left(a.to_unit_code, 6) and i.allocation_id = a.id
        where a.settled_at is null order by a.sent_at limit 500`,
    )
    return rows
  })
  for (const one of arrived) await withScope(pool, whole, 'write', (tx) => settle(tx, clock, one))
  return arrived.length
}

async function settle(tx: Tx, clock: Clock, { bureau, id, amountFen, purpose, memo, receivedBy }: Arrived): Promise<void> {
  const [now, postingId] = [clock.now(), uuidv7()]
  const { rowCount } = await tx.query(
    'select from ledger.allocations where bureau_code = $1 and id = $2 and settled_at is null for update',
    [bureau, id],
  )
  if (rowCount !== 1) return
  const open = (kind: 'transit' | 'granted') => systemAccount(tx, { bureau, kind, by: receivedBy, at: now })
  const moves = [
    { accountId: await open('transit'), amountFen: -BigInt(amountFen) },
    { accountId: await open('granted'), amountFen: BigInt(amountFen) },
  ]
  const hands = { madeBy: receivedBy, checkedBy: null, paidBy: null }
  const posted = await post(tx, { id: postingId, bureau, kind: 'settle', moves, purpose, memo, ...hands, on: clock.today(), at: now })
  if (!posted.ok) throw new Error(`an allocation that arrived cannot leave transit: ${posted.refusal.code}`)
  await tx.query('update ledger.allocations set settle_posting_id = $3, settled_at = $4 where bureau_code = $1 and id = $2', [
    bureau,
    id,
    postingId,
    now,
  ])
}
