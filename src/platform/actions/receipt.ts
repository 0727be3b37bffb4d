import type { Actor } from '../access/actor.ts'
import { prepared } from '../database/prepared.ts'
import type { Tx } from '../database/tx.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { type Answer, problem } from './answer.ts'

const COLUMN = 'spine.receipts.answer'
const BODY = 'spine.receipts.body'

interface ReceiptRow {
  body_hash: Buffer
  refused: boolean
  answer: Buffer
}

/** What the desk already said to this very action. */
export type Earlier = { readonly kind: 'none' } | { readonly kind: 'running' } | { readonly kind: 'answered'; readonly row: ReceiptRow }

const TAKE_LOCK = prepared('select pg_try_advisory_xact_lock(hashtextextended($1::text || $2::text, 7)) as free')

const FIND_EARLIER = prepared(
  'select body_hash, refused, answer from spine.receipts where bureau_code = $1 and account_id = $2::uuid and action_id = $3::uuid',
)

/**
 * Takes the action's lock and looks for an earlier answer. `running`: another copy holds the lock now.
 *
 * Two statements in one flight: the second has a snapshot of its own, taken when the lock is held. In a single one, a copy
 * that commits between snapshot and lock would not be seen, and its rows would be met by their primary keys.
 */
export async function findEarlier(tx: Tx, actor: Actor, actionId: string): Promise<Earlier> {
  const [locked, found] = await Promise.all([
    tx.query<{ free: boolean }>(TAKE_LOCK, [actor.accountId, actionId]),
    tx.query<ReceiptRow>(FIND_EARLIER, [actor.unitCode.slice(0, 6), actor.accountId, actionId]),
  ])
  const row = found.rows[0]
  if (row) return { kind: 'answered', row }
  return locked.rows[0]?.free ? { kind: 'none' } : { kind: 'running' }
}

/** How often an account has been answered by an action since an instant, refusals included. */
export async function countAnswered(tx: Tx, actor: Actor, asked: { actionName: string; since: string }): Promise<number> {
  const { rows } = await tx.query<{ answered: number }>(
    `select count(*)::int as answered from spine.receipts r
      where r.bureau_code = left($1, 6) and r.account_id = $2 and r.action_name = $3 and r.recorded_at >= $4`,
    [actor.unitCode, actor.accountId, asked.actionName, asked.since],
  )
  return rows[0]?.answered ?? 0
}

/** What was asked, as it is remembered: by a keyed hash of it. */
export const bodyHashOf = (secrets: Secrets, body: string): Buffer => secrets.blindIndex(BODY, body)

/** The same answer again for the same message; a problem for another message under the same id. */
export function answerAgain(row: ReceiptRow, body: string, about: { secrets: Secrets; actionId: string }): Answer {
  // What was sent before the keys changed may be sent again after.
  const isSame = about.secrets.blindIndexes(BODY, body).some((hash) => hash.equals(row.body_hash))
  if (!isSame) return problem({ code: 'id-reused' })
  const said: unknown = JSON.parse(about.secrets.decrypt(COLUMN, about.actionId, row.answer))
  return row.refused ? { kind: 'refusal', refusal: said as { code: string } } : { kind: 'value', value: said }
}

/** The columns of a receipt for an answer, encrypted: an unmasking answers with personal data. */
export const sealAnswer = (said: unknown, about: { secrets: Secrets; actionId: string }): Buffer =>
  about.secrets.encrypt(COLUMN, about.actionId, JSON.stringify(said ?? null))
