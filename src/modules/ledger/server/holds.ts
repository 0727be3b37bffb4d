import type { BureauCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { LARGEST_FEN } from '../domain/check-posting.ts'
import type { Hands, Moment } from './hands.ts'
import { unitOf } from './hands.ts'
import { lockAccounts, lockBooks } from './lock-books.ts'
import { type Posted, type PostRefusal, postAlong } from './post.ts'

/** Money of a fund that is promised. The id is made by who asks: the same id with the same body is the same hold. */
export interface Hold {
  readonly id: string
  readonly bureau: BureauCode
  readonly accountId: string
  readonly amountFen: bigint
  readonly purpose: string | null
  readonly at: string
  readonly by: string
}

export type HoldRefusal = PostRefusal | { code: 'hold-unknown' } | { code: 'hold-settled'; state: 'released' | 'captured' }

interface HoldRow {
  readonly account_id: string
  readonly amount_fen: bigint
  readonly purpose: string | null
  readonly state: 'held' | 'released' | 'captured'
  readonly posting_id: string | null
}

async function findHold(tx: Tx, { bureau, holdId }: { bureau: BureauCode; holdId: string }): Promise<HoldRow | undefined> {
  const { rows } = await tx.query<HoldRow>(
    'select account_id, amount_fen, purpose, state, posting_id from ledger.holds where bureau_code = $1 and id = $2',
    [bureau, holdId],
  )
  return rows[0]
}

/** Holds money on a fund, or says how many fen are short. */
export async function hold(tx: Tx, asked: Hold): Promise<Result<{ holdId: string; isRepeat: boolean }, HoldRefusal>> {
  const { id, bureau, accountId, amountFen, purpose, at, by } = asked
  if (amountFen <= 0n) return refuse({ code: 'nothing-moved' })
  if (amountFen > LARGEST_FEN) return refuse({ code: 'amount-too-large' })
  const [books, accounts, earlier] = await Promise.all([
    lockBooks(tx, bureau),
    lockAccounts(tx, bureau, [accountId]),
    findHold(tx, { bureau, holdId: id }),
  ])
  if (earlier) return isSame(earlier, asked) ? ok({ holdId: id, isRepeat: true }) : refuse({ code: 'id-taken' })
  const account = accounts.get(accountId)
  if (!books || account?.floorFen == null) return refuse({ code: 'account-unknown', accountId })
  if (books.isStopped) return refuse({ code: 'payments-stopped' })
  if (account.purpose !== null && account.purpose !== purpose) return refuse({ code: 'earmarked', accountId, purpose: account.purpose })
  const left = account.balanceFen - account.heldFen - amountFen - account.floorFen
  if (left < 0n) return refuse({ code: 'fund-short', accountId, shortFen: String(-left) })
  const { rowCount } = await tx.query(
    `insert into ledger.holds (bureau_code, id, unit_code, account_id, amount_fen, purpose, held_at, held_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [bureau, id, unitOf(bureau), accountId, String(amountFen), purpose, at, by],
  )
  // Only another account's hold of the same id can have come between: this one's row is locked.
  if (rowCount !== 1) return refuse({ code: 'id-taken' })
  await addHeld(tx, { bureau, accountId, amountFen })
  return ok({ holdId: id, isRepeat: false })
}

const isSame = (earlier: HoldRow, asked: Hold): boolean =>
  earlier.account_id === asked.accountId && BigInt(earlier.amount_fen) === asked.amountFen && earlier.purpose === asked.purpose

async function addHeld(tx: Tx, { bureau, accountId, amountFen }: { bureau: BureauCode; accountId: string; amountFen: bigint }) {
  await tx.query('update ledger.accounts set held_fen = held_fen + $3 where bureau_code = $1 and id = $2', [
    bureau,
    accountId,
    String(amountFen),
  ])
}

/** Gives held money free again. Given free before: the same answer. */
export async function release(
  tx: Tx,
  { bureau, holdId, at }: { bureau: BureauCode; holdId: string; at: string },
): Promise<Result<{ holdId: string; isRepeat: boolean }, HoldRefusal>> {
  const found = await findHold(tx, { bureau, holdId })
  if (!found) return refuse({ code: 'hold-unknown' })
  await Promise.all([lockBooks(tx, bureau), lockAccounts(tx, bureau, [found.account_id])])
  const { rowCount } = await tx.query(
    `update ledger.holds set state = 'released', settled_at = $3 where bureau_code = $1 and id = $2 and state = 'held'`,
    [bureau, holdId, at],
  )
  if (rowCount === 1) {
    await addHeld(tx, { bureau, accountId: found.account_id, amountFen: -BigInt(found.amount_fen) })
    return ok({ holdId, isRepeat: false })
  }
  const settled = await findHold(tx, { bureau, holdId })
  return settled?.state === 'released' ? ok({ holdId, isRepeat: true }) : refuse({ code: 'hold-settled', state: 'captured' })
}

/** A payment out of what is held. */
export interface Capture extends Hands, Moment {
  /** Of the posting that it becomes. */
  readonly id: string
  readonly bureau: BureauCode
  readonly holdId: string
  /** Where the money goes. */
  readonly toAccountId: string
  readonly memo: string
}

/** Pays all that is held, to another account, and settles the hold. Captured before under the same id: the same answer. */
export async function capture(tx: Tx, { holdId, toAccountId, ...paid }: Capture): Promise<Result<Posted, HoldRefusal>> {
  const found = await findHold(tx, { bureau: paid.bureau, holdId })
  if (!found) return refuse({ code: 'hold-unknown' })
  const [accountId, amountFen] = [found.account_id, BigInt(found.amount_fen)]
  await Promise.all([lockBooks(tx, paid.bureau), lockAccounts(tx, paid.bureau, [accountId, toAccountId])])
  const now = await findHold(tx, { bureau: paid.bureau, holdId })
  if (now?.state === 'released') return refuse({ code: 'hold-settled', state: 'released' })
  if (now?.state === 'captured' && now.posting_id !== paid.id) return refuse({ code: 'hold-settled', state: 'captured' })
  const moves = [
    { accountId, amountFen: -amountFen },
    { accountId: toAccountId, amountFen },
  ]
  const posting = { ...paid, kind: 'payment', purpose: found.purpose, moves } as const
  const posted = await postFreeing(tx, posting, { accountId, amountFen, isDone: now?.state === 'captured' })
  if (!posted.ok || posted.value.isRepeat) return posted
  await tx.query(`update ledger.holds set state = 'captured', settled_at = $3, posting_id = $4 where bureau_code = $1 and id = $2`, [
    paid.bureau,
    holdId,
    paid.at,
    paid.id,
  ])
  return posted
}

/** The hold goes with the money: given free before the balance falls, or the floor would count it twice. */
async function postFreeing(
  tx: Tx,
  posting: Parameters<typeof postAlong>[1],
  freed: { accountId: string; amountFen: bigint; isDone: boolean },
): Promise<Result<Posted, PostRefusal>> {
  if (freed.isDone) return await postAlong(tx, posting, {})
  await tx.query('savepoint freeing')
  await addHeld(tx, { bureau: posting.bureau, accountId: freed.accountId, amountFen: -freed.amountFen })
  const posted = await postAlong(tx, posting, {})
  await tx.query(posted.ok && !posted.value.isRepeat ? 'release savepoint freeing' : 'rollback to savepoint freeing')
  return posted
}
