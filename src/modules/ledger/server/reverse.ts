import type { BureauCode } from '../../../kernel/region-code.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { type Move, mirror, type PostingKind } from '../domain/check-posting.ts'
import type { Hands, Moment } from './hands.ts'
import { type Posted, type PostRefusal, postAlong } from './post.ts'

export interface Reversal extends Hands, Moment {
  readonly id: string
  readonly bureau: BureauCode
  /** The posting that was a mistake. */
  readonly postingId: string
  readonly memo: string
}

export type ReverseRefusal = PostRefusal | { code: 'posting-unknown' } | { code: 'not-reversible' }

/** What can be mirrored alone: the other kinds are one side of a batch or of an allocation. */
const REVERSIBLE: ReadonlySet<PostingKind> = new Set(['income', 'shift'])

/** Answers a mistaken posting by its exact mirror, once. Money that has been spent since cannot be mirrored: the fund is short. */
export async function reverse(tx: Tx, { postingId, ...reversal }: Reversal): Promise<Result<Posted, ReverseRefusal>> {
  const found = await findMoves(tx, reversal.bureau, postingId)
  if (!found) return refuse({ code: 'posting-unknown' })
  if (!REVERSIBLE.has(found.kind)) return refuse({ code: 'not-reversible' })
  const posting = { ...reversal, kind: 'reversal', purpose: found.purpose, moves: mirror(found.moves) } as const
  return await postAlong(tx, posting, { reversesId: postingId })
}

interface EntryRow {
  readonly kind: PostingKind
  readonly purpose: string | null
  readonly account_id: string
  readonly amount_fen: bigint
}

async function findMoves(tx: Tx, bureau: BureauCode, postingId: string) {
  const { rows } = await tx.query<EntryRow>(
    `select t.kind, t.purpose, e.account_id, e.amount_fen
       from ledger.postings t join ledger.entries e on e.bureau_code = t.bureau_code and e.posting_id = t.id
      where t.bureau_code = $1 and t.id = $2 order by e.seq`,
    [bureau, postingId],
  )
  const head = rows[0]
  if (!head) return undefined
  const moves: Move[] = rows.map(({ account_id, amount_fen }) => ({ accountId: account_id, amountFen: BigInt(amount_fen) }))
  return { kind: head.kind, purpose: head.purpose, moves }
}
