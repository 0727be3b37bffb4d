import type { Pool, QueryResultRow } from 'pg'
import type { AccountId } from '../../../kernel/id.ts'
import { bureauOf } from '../../../kernel/region-code.ts'
import { withOwner } from '../../database/scope.ts'
import type { Tx } from '../../database/tx.ts'
import type { SecretBox } from '../access-context.ts'
import type { AccountAt } from '../sessions.ts'
import type { SignOn } from './provider.ts'

const SIGN_ON_COLUMN = 'access.sign_ons.sign_on_hash'

/** A pool, or a transaction under way. */
interface Asker {
  query<Row extends QueryResultRow>(asked: string, values: unknown[]): Promise<{ rows: Row[] }>
}

/** One text for one sign-on: neither part can run into the other. */
const textOf = ({ issuer, subject }: SignOn): string => JSON.stringify([issuer, subject])

/** Whose account a sign-on opens; undefined where nobody bound it. */
export async function findSignOn(
  asker: Asker,
  secrets: SecretBox,
  signOn: SignOn,
): Promise<{ accountId: AccountId; login: string } | undefined> {
  const { rows } = await asker.query<{ account_id: AccountId; login: string }>('select account_id, login from access.find_sign_on($1)', [
    secrets.blindIndexes(SIGN_ON_COLUMN, textOf(signOn)),
  ])
  return rows[0] && { accountId: rows[0].account_id, login: rows[0].login }
}

/** Binds a sign-on to an account that has none; says which of the two is bound already where it cannot. */
export async function insertSignOn(
  tx: Tx,
  secrets: SecretBox,
  bound: { account: AccountAt & { login: string }; signOn: SignOn; now: Date },
): Promise<'bound' | 'already-bound' | 'sign-on-taken'> {
  const { account, signOn, now } = bound
  const key = [bureauOf(account.unitCode), account.accountId]
  const { rowCount } = await tx.query(
    'update access.accounts set sign_on_bound_at = $3 where bureau_code = $1 and id = $2 and sign_on_bound_at is null',
    [...key, now],
  )
  if (rowCount !== 1) return 'already-bound'
  // Kept under an earlier key it would not be in the way of the row below.
  if (await findSignOn(tx, secrets, signOn)) return 'sign-on-taken'
  const [hash] = secrets.blindIndexes(SIGN_ON_COLUMN, textOf(signOn))
  const directory = await tx.query(
    'insert into access.sign_ons (sign_on_hash, bureau_code, account_id, login) values ($3, $1, $2, $4) on conflict do nothing',
    [...key, hash, account.login],
  )
  return directory.rowCount === 1 ? 'bound' : 'sign-on-taken'
}

/** Unbinds whatever sign-on an account in the transaction's range has. False where it had none. */
export async function endSignOn(tx: Tx, { accountId, unitCode }: AccountAt): Promise<boolean> {
  const key = [bureauOf(unitCode), accountId]
  await tx.query(
    'update access.accounts set sign_on_bound_at = null where bureau_code = $1 and id = $2 and sign_on_bound_at is not null',
    key,
  )
  const { rows } = await tx.query<{ ended: boolean }>('select access.end_sign_on($1, $2) as ended', key)
  return rows[0]?.ended === true
}

/** Since when an account has its sign-on; undefined where it has none. */
export async function findBoundAt(tx: Tx, { accountId, unitCode }: AccountAt): Promise<Date | undefined> {
  const { rows } = await tx.query<{ at: Date | string | null }>(
    'select sign_on_bound_at as at from access.accounts where bureau_code = $1 and id = $2',
    [bureauOf(unitCode), accountId],
  )
  return rows[0]?.at ? new Date(rows[0].at) : undefined
}

/**
 * For the owner: ends the bindings from before an instant. A sign-on is known by a keyed hash alone, and under another key
 * nobody but its owner can show it again. Gives how many ended.
 */
export async function forgetSignOns(owner: Pool, before: string): Promise<number> {
  return await withOwner(owner, async (tx) => {
    await tx.query('set local row_security = off', [])
    const { rowCount } = await tx.query(
      `with old as (update access.accounts set sign_on_bound_at = null where sign_on_bound_at < $1 returning bureau_code, id)
       delete from access.sign_ons i using old where i.bureau_code = old.bureau_code and i.account_id = old.id`,
      [before],
    )
    return rowCount ?? 0
  })
}
