import { bureauOf } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import type { AccessContext, SecretBox } from './access-context.ts'
import { findLogin, type LoginAccount } from './accounts.ts'
import type { AccountAt } from './sessions.ts'
import {
  createRecoveryCodes,
  createTotpSecret,
  findTotpStep,
  isTotpShaped,
  nextTotpCode,
  recoveryCodeHash,
  TOTP_COLUMN,
  totpAddress,
} from './totp.ts'

async function spendStep(tx: Tx, { accountId, unitCode }: AccountAt, step: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update access.accounts set totp_last_step = $3
     where bureau_code = $1 and id = $2 and coalesce(totp_last_step, 0) < $3`,
    [bureauOf(unitCode), accountId, step],
  )
  return rowCount === 1
}

async function spendRecoveryCode(tx: Tx, { accountId, unitCode }: AccountAt, used: { code: string; now: Date }): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update access.recovery_codes set used_at = $4 where bureau_code = $1 and account_id = $2 and code_hash = $3 and used_at is null',
    [bureauOf(unitCode), accountId, recoveryCodeHash(used.code), used.now],
  )
  return rowCount === 1
}

/**
 * Uses up a one-time code or a recovery code. True at most once for each, however many ask at the same time: the row
 * itself remembers the last step (RFC 6238 5.2).
 */
export function spendCode(tx: Tx, secrets: SecretBox, used: { account: LoginAccount; code: string; now: Date }): Promise<boolean> {
  const { account, now } = used
  const code = used.code.trim()
  if (!isTotpShaped(code)) return spendRecoveryCode(tx, account, { code, now })
  if (!account.totpSecret) return Promise.resolve(false)
  const step = findTotpStep(secrets.decrypt(TOTP_COLUMN, account.accountId, account.totpSecret), code, now)
  return step === undefined ? Promise.resolve(false) : spendStep(tx, account, step)
}

/** Makes a new secret that waits for its confirmation; a confirmed one goes on being asked for until then. */
export async function enrolTotp(
  tx: Tx,
  secrets: SecretBox,
  account: AccountAt & { login: string },
): Promise<{ secret: string; uri: string }> {
  const secret = createTotpSecret()
  await tx.query('update access.accounts set totp_pending = $3 where bureau_code = $1 and id = $2', [
    bureauOf(account.unitCode),
    account.accountId,
    secrets.encrypt(TOTP_COLUMN, account.accountId, secret),
  ])
  return { secret, uri: totpAddress(secret, account.login) }
}

/**
 * Makes the waiting secret the account's second factor, if the code is of it. Gives the recovery codes, which are shown
 * once; undefined for a wrong code.
 */
export async function confirmTotp(
  tx: Tx,
  secrets: SecretBox,
  { account, code, now }: { account: LoginAccount; code: string; now: Date },
): Promise<readonly string[] | undefined> {
  if (!account.totpPending) return undefined
  const secret = secrets.decrypt(TOTP_COLUMN, account.accountId, account.totpPending)
  const step = findTotpStep(secret, code.trim(), now)
  if (step === undefined) return undefined
  const key = [bureauOf(account.unitCode), account.accountId]
  const sealed = secrets.encrypt(TOTP_COLUMN, account.accountId, secret)
  await tx.query(
    `update access.accounts set totp_secret = $3, totp_pending = null, totp_confirmed_at = $4, totp_last_step = $5
     where bureau_code = $1 and id = $2`,
    [...key, sealed, now, step],
  )
  await tx.query('delete from access.recovery_codes where bureau_code = $1 and account_id = $2', key)
  const codes = createRecoveryCodes()
  await tx.query(
    `insert into access.recovery_codes (bureau_code, account_id, code_hash, unit_code, created_at)
     select $1, $2, hash, $4, $5 from unnest($3::bytea[]) as hash`,
    [...key, codes.map(recoveryCodeHash), account.unitCode, now],
  )
  return codes
}

/** The code that a demo account may sign in with now; undefined where it has no second factor. Only for demo accounts. */
export async function findDemoCode(context: AccessContext, login: string, now: Date): Promise<string | undefined> {
  const account = await findLogin(context.pool, login, undefined)
  if (!account?.isTotpConfirmed || !account.totpSecret) return undefined
  return nextTotpCode(context.secrets.decrypt(TOTP_COLUMN, account.accountId, account.totpSecret), account.totpLastStep, now)
}
