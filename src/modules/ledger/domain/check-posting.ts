import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** What a posting may be. Only `income`, `shift` and `reversal` are made by hand; the others follow from batches and allocations. */
export type PostingKind = 'income' | 'shift' | 'allocate' | 'receive' | 'settle' | 'payment' | 'paid' | 'returned' | 'reversal'

/** Fen into an account, or out of it where negative. */
export interface Move {
  readonly accountId: string
  readonly amountFen: bigint
}

/** What a fund of a bureau looks like while its row is locked. */
export interface AccountState {
  readonly id: string
  readonly balanceFen: bigint
  readonly heldFen: bigint
  /** Null where there is no floor: where money comes from, and where it has gone. */
  readonly floorFen: bigint | null
  readonly purpose: string | null
}

export type MoveRefusal =
  | { code: 'unbalanced' }
  | { code: 'nothing-moved' }
  | { code: 'amount-too-large' }
  | { code: 'account-unknown'; accountId: string }
  | { code: 'earmarked'; accountId: string; purpose: string }
  | { code: 'fund-short'; accountId: string; shortFen: string }

export type BooksRefusal = { code: 'period-closed'; throughOn: PlainDate } | { code: 'payments-stopped' }

/** 17 nines: an amount that is longer is a slip of the keyboard, and a balance of many such still fits 64 bits. */
export const LARGEST_FEN = 99_999_999_999_999_999n

/** Kinds by which money is spent or promised: they wait while payments are stopped. What brings money in or back does not. */
const SPENDING: ReadonlySet<PostingKind> = new Set(['shift', 'allocate', 'payment'])

export const isSpending = (kind: PostingKind): boolean => SPENDING.has(kind)

/** The moves of one account put together, in the order of accounts; an account that comes to nothing is left out. */
export function foldMoves(moves: readonly Move[]): readonly Move[] {
  const sums = new Map<string, bigint>()
  for (const { accountId, amountFen } of moves) sums.set(accountId, (sums.get(accountId) ?? 0n) + amountFen)
  return [...sums].map(([accountId, amountFen]) => ({ accountId, amountFen })).filter(({ amountFen }) => amountFen !== 0n)
}

/** Whether moves are a posting at all: something moves, nothing comes from nowhere, no amount is absurd. */
export function checkShape(moves: readonly Move[]): Result<void, MoveRefusal> {
  if (moves.length < 2 || moves.some(({ amountFen }) => amountFen === 0n)) return refuse({ code: 'nothing-moved' })
  if (moves.some(({ amountFen }) => amountFen > LARGEST_FEN || amountFen < -LARGEST_FEN)) return refuse({ code: 'amount-too-large' })
  if (moves.reduce((sum, { amountFen }) => sum + amountFen, 0n) !== 0n) return refuse({ code: 'unbalanced' })
  return ok(undefined)
}

/** Whether the accounts bear the moves: each is known, an earmark is kept, none falls below its floor with what is held. */
export function checkAccounts(
  moves: readonly Move[],
  accounts: ReadonlyMap<string, AccountState>,
  purpose: string | null,
): Result<void, MoveRefusal> {
  for (const { accountId, amountFen } of foldMoves(moves)) {
    const account = accounts.get(accountId)
    if (!account) return refuse({ code: 'account-unknown', accountId })
    if (account.purpose !== null && account.purpose !== purpose) return refuse({ code: 'earmarked', accountId, purpose: account.purpose })
    const left = account.balanceFen - account.heldFen + amountFen
    if (account.floorFen !== null && left < account.floorFen)
      return refuse({ code: 'fund-short', accountId, shortFen: String(account.floorFen - left) })
    if (account.balanceFen + amountFen > LARGEST_FEN * 10n || account.balanceFen + amountFen < -LARGEST_FEN * 10n)
      return refuse({ code: 'amount-too-large' })
  }
  return ok(undefined)
}

/** The exact mirror: the same accounts in the same order, each amount turned round. */
export const mirror = (moves: readonly Move[]): readonly Move[] =>
  moves.map(({ accountId, amountFen }) => ({ accountId, amountFen: -amountFen }))
