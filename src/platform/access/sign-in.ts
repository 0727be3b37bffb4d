import { setTimeout as wait } from 'node:timers/promises'
import { bureauOf } from '../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../database/tx.ts'
import type { AccessContext } from './access-context.ts'
import { findLogin, type LoginAccount, loginOf } from './accounts.ts'
import type { Device } from './device.ts'
import { type GuessSubject, returnGuess, takeGuess } from './lock-out.ts'
import { inScopeOf } from './own-scope.ts'
import { isPasswordOf, isPasswordTooOld } from './password.ts'
import { spendCode } from './second-factor.ts'
import type { SignInRefusal } from './session-contract.ts'
import { openSession } from './sessions.ts'

/** What every sign-in brings, by whatever way it says who it is. */
export interface Entry {
  readonly code?: string | undefined
  /** Where the browser signs in from; a new device is as good as an unknown one. */
  readonly device: Device
  readonly address: string
  readonly now: Date
}

export interface SignIn extends Entry {
  readonly login: string
  readonly password: string
}

/** What stands for the password: checked once the guess is taken, and again in the transaction that opens the session. */
export interface Proof {
  readonly login: string
  readonly account: LoginAccount | undefined
  readonly isRight: () => Promise<boolean>
  readonly stillHolds?: (tx: Tx) => Promise<boolean>
}

/** Checks what was typed and opens a session. The refusal never tells whether the login exists. */
export async function signIn(context: AccessContext, asked: SignIn): Promise<Result<{ token: string }, SignInRefusal>> {
  const login = loginOf(asked.login)
  const account = await findLogin(context.pool, login, asked.device.hash)
  return admit(context, asked, { login, account, isRight: () => isPasswordOf(account?.passwordHash, asked.password) })
}

/** Counts the guess, checks the proof and the second factor, and opens a session: the same for every way to sign in. */
export async function admit(context: AccessContext, asked: Entry, proof: Proof): Promise<Result<{ token: string }, SignInRefusal>> {
  const { login, account } = proof
  const subject: GuessSubject = account?.isKnownDevice
    ? { kind: 'known-device', login, deviceHash: asked.device.hash }
    : { kind: 'unknown-devices', login }
  if (!account?.isKnownDevice) await slowDown(context, asked)
  const guess = await takeGuess(context, subject, asked.now)
  if (guess.waitSeconds > 0) return refuse({ code: 'too-many-tries', waitSeconds: guess.waitSeconds })

  const isRight = await proof.isRight()
  if (!account || !isRight || !account.isActive) return refuse({ code: 'wrong-credentials' })
  if (account.isTotpConfirmed && !asked.code) {
    await returnGuess(context, guess)
    return refuse({ code: 'code-needed' })
  }
  const opened = await inScopeOf(context.pool, account.unitCode, (tx) => openFor(tx, context, { account, asked, proof }))
  if (opened.ok) await returnGuess(context, guess)
  return opened
}

/** A county shares an address: beyond its limit an answer is late, but there is one. */
async function slowDown(context: AccessContext, { address, now }: Entry): Promise<void> {
  const { waitSeconds } = await takeGuess(context, { kind: 'address', address }, now)
  if (waitSeconds > 0) await wait(context.config.lockOut.slowAnswerMilliseconds)
}

async function openFor(
  tx: Tx,
  { secrets, config }: AccessContext,
  { account, asked, proof }: { account: LoginAccount; asked: Entry; proof: Proof },
): Promise<Result<{ token: string }, SignInRefusal>> {
  const { device, code, now } = asked
  if (!(await isUnchanged(tx, account))) return refuse({ code: 'wrong-credentials' })
  if (proof.stillHolds && !(await proof.stillHolds(tx))) return refuse({ code: 'wrong-credentials' })
  if (account.isTotpConfirmed && !(await spendCode(tx, secrets, { account, code: code ?? '', now }))) return refuse({ code: 'code-wrong' })
  if (isPasswordTooOld(config.passwords, account.passwordChangedAt, now)) {
    await tx.query('update access.accounts set must_change_password = true where bureau_code = $1 and id = $2', [
      bureauOf(account.unitCode),
      account.accountId,
    ])
  }
  await rememberDevice(tx, account, asked)
  const opened = { ...account, deviceHash: device.hash, hasSecondFactor: account.isTotpConfirmed, now }
  return ok({ token: await openSession(tx, config.sessions, opened) })
}

/** Holds the account while the session is opened: a password changed or an account disabled meanwhile must win. */
async function isUnchanged(tx: Tx, { accountId, unitCode, passwordChangedAt }: LoginAccount): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from access.accounts
     where bureau_code = $1 and id = $2 and status = 'active' and date_trunc('milliseconds', password_changed_at) = $3 for update`,
    [bureauOf(unitCode), accountId, passwordChangedAt],
  )
  return rowCount === 1
}

async function rememberDevice(tx: Tx, { accountId, unitCode }: LoginAccount, { device, now }: Entry): Promise<void> {
  await tx.query(
    `insert into access.known_devices (bureau_code, account_id, device_hash, unit_code, first_seen_at, last_seen_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (bureau_code, account_id, device_hash) do update set last_seen_at = excluded.last_seen_at`,
    [bureauOf(unitCode), accountId, device.hash, unitCode, now],
  )
}
