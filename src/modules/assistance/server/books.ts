import { bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { capture, hold, type openBatch, openFund, post, reverse, systemAccount } from '../../ledger/index.ts'
import type { FundKind } from '../contract.ts'

/** Why the books of a bureau take no movement now. */
export type BooksRefusal = { code: 'payments-stopped' } | { code: 'period-closed'; throughOn: string }

type Books = Pick<ActionContext, 'tx' | 'actor' | 'now' | 'today'> & { readonly unitCode: UnitCode }

/** What a caller can do nothing about is a fault: the fund and the ledger would no longer agree. */
function settled<T, R extends { code: string }>(answer: Result<T, R>): Result<void, BooksRefusal> {
  if (answer.ok) return ok(undefined)
  const { refusal } = answer
  if (refusal.code === 'payments-stopped') return refuse({ code: 'payments-stopped' })
  if (refusal.code === 'period-closed' && 'throughOn' in refusal)
    return refuse({ code: 'period-closed', throughOn: String(refusal.throughOn) })
  throw new Error(`the ledger and the fund do not agree: ${JSON.stringify(refusal)}`)
}

/** Opens the account of a fund under the fund's own id. False where the bureau has an account of this name. */
export async function openBook(books: Books, fund: { id: string; kind: FundKind; name: string }): Promise<boolean> {
  const { tx, actor, now, unitCode } = books
  const { id, kind, name } = fund
  const opened = await openFund(tx, {
    id,
    bureau: bureauOf(unitCode),
    parentId: null,
    fundKind: kind,
    name,
    purpose: null,
    keptBy: 'assistance',
    at: now,
    by: actor.accountId,
  })
  if (!opened.ok && opened.refusal.code !== 'name-taken') throw new Error(`no account for a new fund: ${opened.refusal.code}`)
  return opened.ok
}

interface Income {
  readonly fundId: string
  /** The gift: its id is the id of the movement, so that it is booked once. */
  readonly donationId: string
  readonly amountFen: bigint
  readonly receiptNumber: string
  readonly madeBy: string
}

/** Books a confirmed gift of money: from outside into the fund, made by who recorded it, checked by who confirms it. */
export async function bookIncome(books: Books, income: Income): Promise<Result<void, BooksRefusal>> {
  const { tx, actor, now, today, unitCode } = books
  const { fundId, donationId, amountFen, receiptNumber, madeBy } = income
  const bureau = bureauOf(unitCode)
  const source = await systemAccount(tx, { bureau, kind: 'source', by: actor.accountId, at: now })
  const moves = [
    { accountId: source, amountFen: -amountFen },
    { accountId: fundId, amountFen },
  ]
  const hands = { madeBy, checkedBy: actor.accountId, paidBy: null }
  const posting = {
    id: donationId,
    bureau,
    kind: 'income',
    moves,
    purpose: null,
    memo: receiptNumber,
    on: today,
    at: now,
    ...hands,
  } as const
  return settled(await post(tx, posting))
}

/** Takes the money of a gift out of the books again, by the exact mirror of what brought it in. */
export async function bookGiftBack(
  books: Books & { readonly actionId: string },
  { donationId, madeBy }: { donationId: string; madeBy: string },
): Promise<Result<void, BooksRefusal>> {
  const { tx, actor, now, today, unitCode, actionId } = books
  const hands = { madeBy, checkedBy: actor.accountId, paidBy: null }
  const mirrored = { id: actionId, bureau: bureauOf(unitCode), postingId: donationId, memo: '捐赠冲回', on: today, at: now, ...hands }
  return settled(await reverse(tx, mirrored))
}

/** Holds the money of an approved grant on its fund. */
export async function holdGrant(
  { tx, actor, now, unitCode }: Books,
  { fundId, grantId, amountFen }: { fundId: string; grantId: string; amountFen: bigint },
): Promise<Result<void, BooksRefusal>> {
  const asked = { id: grantId, bureau: bureauOf(unitCode), accountId: fundId, amountFen, purpose: null, at: now, by: actor.accountId }
  return settled(await hold(tx, asked))
}

interface Payment {
  readonly paymentId: string
  readonly grantId: string
  readonly memo: string
  readonly madeBy: string
  readonly checkedBy: string
}

/** Pays what was held for a grant. */
export async function bookPayment(books: Books, { paymentId, grantId, memo, ...hands }: Payment): Promise<Result<void, BooksRefusal>> {
  const { tx, actor, now, today, unitCode } = books
  const bureau = bureauOf(unitCode)
  const toAccountId = await systemAccount(tx, { bureau, kind: 'spent', by: actor.accountId, at: now })
  const paid = { id: paymentId, bureau, holdId: grantId, toAccountId, memo, on: today, at: now, ...hands, paidBy: actor.accountId }
  return settled(await capture(tx, paid))
}

type Opened = Awaited<ReturnType<typeof openBatch>>

/** What became of a batch, in the words of assistance: what a caller can do nothing about is a fault. */
export function settledBatch(answer: Opened): Result<{ lineCount: number; totalFen: bigint }, BooksRefusal | { code: 'fund-short' }> {
  if (answer.ok) return ok(answer.value)
  if (answer.refusal.code === 'fund-short') return refuse({ code: 'fund-short' })
  const other = settled(answer)
  if (other.ok) throw new Error('a refusal is no success')
  return other
}

/** Books money of a wrong payment that has come back: from where it was spent into the fund, made by who paid it. */
export async function bookBack(
  books: Books & { readonly actionId: string },
  { fundId, amountFen, madeBy }: { fundId: string; amountFen: bigint; madeBy: string },
): Promise<Result<void, BooksRefusal>> {
  const { tx, actor, now, today, unitCode, actionId } = books
  const bureau = bureauOf(unitCode)
  const spent = await systemAccount(tx, { bureau, kind: 'spent', by: actor.accountId, at: now })
  const moves = [
    { accountId: spent, amountFen: -amountFen },
    { accountId: fundId, amountFen },
  ]
  const hands = { madeBy, checkedBy: actor.accountId, paidBy: null }
  const posting = { id: actionId, bureau, kind: 'returned', moves, purpose: null, memo: '拨付追回', on: today, at: now, ...hands } as const
  return settled(await post(tx, posting))
}
