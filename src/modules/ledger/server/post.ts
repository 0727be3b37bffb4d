import { createHash } from 'node:crypto'
import type { BureauCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { canonical } from '../../../platform/journal/canonical.ts'
import {
  type BooksRefusal,
  checkAccounts,
  checkShape,
  foldMoves,
  isSpending,
  type Move,
  type MoveRefusal,
  type PostingKind,
} from '../domain/check-posting.ts'
import { areApart, type Hands, type Moment, unitOf } from './hands.ts'
import { type Books, lockAccounts, lockBooks } from './lock-books.ts'

/** One movement within the books of one bureau. The id is made by who asks: the same id with the same body is the same movement. */
export interface Posting extends Hands, Moment {
  readonly id: string
  readonly bureau: BureauCode
  readonly kind: PostingKind
  readonly moves: readonly Move[]
  /** What it is for; money of an earmarked fund moves for its own purpose only. */
  readonly purpose: string | null
  /** Shown in the book; no personal data. */
  readonly memo: string
}

export type PostRefusal = MoveRefusal | BooksRefusal | { code: 'id-taken' } | { code: 'same-hands' } | { code: 'already-reversed' }

/** `isRepeat`: it had been posted before, and nothing was done now. */
export interface Posted {
  readonly postingId: string
  readonly isRepeat: boolean
}

/** What goes along with a posting of ours: whom it reverses. */
export interface Along {
  readonly reversesId?: string
}

/**
 * Posts a movement: its entries, the new balances and its leaf in the journal. Call it within the transaction of whatever
 * causes it; a refusal has written nothing. Rows are locked in one order, so that concurrent movements queue and never
 * deadlock.
 */
export const post = (tx: Tx, posting: Posting): Promise<Result<Posted, PostRefusal>> => postAlong(tx, posting, {})

/** The same for what belongs to a movement and is not for other modules. */
export async function postAlong(tx: Tx, posting: Posting, along: Along): Promise<Result<Posted, PostRefusal>> {
  const shape = checkShape(posting.moves)
  if (!shape.ok) return shape
  if (!areApart(posting)) return refuse({ code: 'same-hands' })
  const bodyHash = hashOf(posting, along.reversesId)
  const ids = posting.moves.map(({ accountId }) => accountId)
  const [books, accounts, earlier] = await Promise.all([
    lockBooks(tx, posting.bureau),
    lockAccounts(tx, posting.bureau, ids),
    findPosting(tx, posting),
  ])
  if (earlier) return answerAgain(earlier, bodyHash, posting.id)
  if (along.reversesId !== undefined && (await isReversed(tx, posting.bureau, along.reversesId)))
    return refuse({ code: 'already-reversed' })
  const open = checkBooks(books, posting)
  if (!open.ok) return open
  const borne = checkAccounts(posting.moves, accounts, posting.purpose)
  if (!borne.ok) return borne
  if (!(await insertHead(tx, posting, { bodyHash, reversesId: along.reversesId }))) {
    const other = await findPosting(tx, posting)
    return other ? answerAgain(other, bodyHash, posting.id) : refuse({ code: 'already-reversed' })
  }
  await writeMoves(tx, posting)
  return ok({ postingId: posting.id, isRepeat: false })
}

function checkBooks(books: Books | undefined, { kind, on, moves }: Posting): Result<void, PostRefusal> {
  if (!books) return refuse({ code: 'account-unknown', accountId: moves[0]?.accountId ?? '' })
  if (books.isStopped && isSpending(kind)) return refuse({ code: 'payments-stopped' })
  if (books.closedThroughOn !== null && on <= books.closedThroughOn)
    return refuse({ code: 'period-closed', throughOn: books.closedThroughOn })
  return ok(undefined)
}

/** Everything that makes two messages the same movement; the instant does not. */
const hashOf = ({ at: _, moves, ...posting }: Posting, reversesId: string | undefined): Buffer =>
  createHash('sha256')
    .update(canonical({ ...posting, reversesId, moves: moves.map(({ accountId, amountFen }) => [accountId, amountFen]) }))
    .digest()

const FIND = prepared('select body_hash from ledger.postings where bureau_code = $1 and id = $2')

async function findPosting(tx: Tx, { bureau, id }: Posting): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ body_hash: Buffer }>(FIND, [bureau, id])
  return rows[0]?.body_hash
}

/** Asked while the accounts are locked, so that whoever comes second hears why, and not that the fund is short. */
async function isReversed(tx: Tx, bureau: BureauCode, postingId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select from ledger.postings where bureau_code = $1 and reverses_id = $2', [bureau, postingId])
  return rowCount === 1
}

const answerAgain = (earlier: Buffer, bodyHash: Buffer, postingId: string): Result<Posted, PostRefusal> =>
  earlier.equals(bodyHash) ? ok({ postingId, isRepeat: true }) : refuse({ code: 'id-taken' })

const INSERT_HEAD = prepared(
  `insert into ledger.postings
     (bureau_code, id, unit_code, kind, reverses_id, purpose, memo, entry_count, body_hash, posted_on, recorded_at, made_by, checked_by, paid_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict do nothing`,
)

/** False where the id, or the mirror of what it reverses, came first by another transaction. */
async function insertHead(tx: Tx, posting: Posting, { bodyHash, reversesId }: { bodyHash: Buffer; reversesId: string | undefined }) {
  const { bureau, id, kind, purpose, memo, moves, on, at, madeBy, checkedBy, paidBy } = posting
  const { rowCount } = await tx.query(INSERT_HEAD, [
    bureau,
    id,
    unitOf(bureau),
    kind,
    reversesId ?? null,
    purpose,
    memo,
    moves.length,
    bodyHash,
    on,
    at,
    madeBy,
    checkedBy,
    paidBy,
  ])
  return rowCount === 1
}

const INSERT_ENTRIES = prepared(
  `insert into ledger.entries (bureau_code, posting_id, seq, unit_code, account_id, amount_fen)
   select $1, $2, seq, $3, account_id, amount_fen from unnest($4::uuid[], $5::bigint[]) with ordinality as move(account_id, amount_fen, seq)`,
)
const MOVE_BALANCES = prepared(
  `update ledger.accounts a set balance_fen = a.balance_fen + move.amount_fen
     from unnest($2::uuid[], $3::bigint[]) as move(account_id, amount_fen)
    where a.bureau_code = $1 and a.id = move.account_id`,
)
/** Only where the posting still stands: what is refused afterwards takes it back, and the leaf with it. */
const APPEND_LEAF = prepared(
  `select spine.append_leaf($1, $3, 'ledger.post', $4, $2, $5, $6) from ledger.postings where bureau_code = $1 and id = $2`,
)

async function writeMoves(tx: Tx, posting: Posting): Promise<void> {
  const { bureau, id, kind, moves, madeBy, checkedBy, paidBy, on, at } = posting
  const [unit, folded] = [unitOf(bureau), foldMoves(moves)]
  await Promise.all([
    tx.query(INSERT_ENTRIES, [bureau, id, unit, moves.map((one) => one.accountId), moves.map((one) => String(one.amountFen))]),
    tx.query(MOVE_BALANCES, [bureau, folded.map((one) => one.accountId), folded.map((one) => String(one.amountFen))]),
  ])
  const leaf = canonical({
    account: paidBy ?? checkedBy ?? madeBy,
    action: 'ledger.post',
    at,
    detail: { checkedBy, kind, madeBy, moves: moves.map(({ accountId, amountFen }) => [accountId, amountFen]), on, paidBy },
    id,
    subject: id,
    unit,
  })
  tx.queryLast(APPEND_LEAF, [bureau, id, unit, paidBy ?? checkedBy ?? madeBy, at, leaf])
}
