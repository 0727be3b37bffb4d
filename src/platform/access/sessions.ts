import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { AccountId } from '../../kernel/id.ts'
import { bureauOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import { rolesOf } from './accounts.ts'
import type { Actor } from './actor.ts'
import { atWork } from './at-work.ts'
import type { Role } from './roles.ts'
import { needsSecondFactor } from './roles-together.ts'
import type { AccessSettings } from './settings.ts'

export type EndReason =
  | 'signed-out'
  | 'signed-out-everywhere'
  | 'signed-in-again'
  | 'disabled'
  | 'role-changed'
  | 'password-changed'
  | 'second-factor-changed'
  | 'sign-on-changed'

/** A good session. While something must be put right first, it has no actor: it may enrol or change its password, no more. */
export interface Session {
  readonly accountId: AccountId
  readonly unitCode: UnitCode
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly needsTotp: boolean
  readonly mustChangePassword: boolean
  readonly hasSecondFactor: boolean
  readonly deviceHash: Buffer
  readonly idleEndsAt: Date
  readonly endsAt: Date
  readonly actor: Actor | undefined
}

/** An account in the words of a session: whose it is and where. */
export interface AccountAt {
  readonly accountId: AccountId
  readonly unitCode: UnitCode
}

/** Six digits of the bureau, so that the look-up goes to one place, and 256 random bits. */
const TOKEN = /^(\d{6})\.[A-Za-z0-9_-]{43}$/

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session and gives its token, which is kept nowhere. Always a new one: a token known before signing in is worth nothing. */
export async function openSession(
  tx: Tx,
  settings: AccessSettings['sessions'],
  opened: AccountAt & { roles: readonly Role[]; deviceHash: Buffer; hasSecondFactor: boolean; now: Date },
): Promise<string> {
  const bureau = bureauOf(opened.unitCode)
  const token = `${bureau}.${randomBytes(32).toString('base64url')}`
  await tx.query(
    `insert into access.sessions
       (bureau_code, token_hash, account_id, unit_code, device_hash, second_factor, created_at, last_seen_at, idle_seconds, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    [
      bureau,
      hashOf(token),
      opened.accountId,
      opened.unitCode,
      opened.deviceHash,
      opened.hasSecondFactor,
      opened.now,
      needsSecondFactor(opened.roles) ? settings.officerIdleSeconds : settings.stationIdleSeconds,
      new Date(opened.now.getTime() + settings.absoluteSeconds * 1000),
    ],
  )
  return token
}

interface SessionRow {
  account_id: AccountId
  unit_code: UnitCode
  login: string
  name: string
  roles: string[]
  must_change_password: boolean
  second_factor: boolean
  device_hash: Buffer
  idle_ends_at: Date | string
  ends_at: Date | string
}

const actorOf = ({ account_id, name, unit_code }: SessionRow, roles: readonly Role[]): Actor =>
  atWork({ accountId: account_id, name, unitCode: unit_code, roles })

function sessionOf(row: SessionRow): Session {
  const roles = rolesOf(row.roles)
  const needsTotp = needsSecondFactor(roles) && !row.second_factor
  return {
    accountId: row.account_id,
    unitCode: row.unit_code,
    login: row.login,
    name: row.name,
    roles,
    needsTotp,
    mustChangePassword: row.must_change_password,
    hasSecondFactor: row.second_factor,
    deviceHash: row.device_hash,
    idleEndsAt: new Date(row.idle_ends_at),
    endsAt: new Date(row.ends_at),
    actor: needsTotp || row.must_change_password ? undefined : actorOf(row, roles),
  }
}

/**
 * The session of a token, in one round trip; undefined where there is none, or it has ended, or its account is disabled.
 * `isActivity: false` is for what a page asks by itself: it does not keep a session alive.
 */
export async function findSession(
  pool: Pool,
  token: string | undefined,
  seen: { now: Date; isActivity?: boolean },
): Promise<Session | undefined> {
  const bureau = TOKEN.exec(token ?? '')?.[1]
  if (!token || !bureau) return undefined
  const { rows } = await pool.query<SessionRow>({
    name: 'access.find_session',
    text: 'select * from access.find_session($1, $2, $3, $4)',
    values: [bureau, hashOf(token), seen.now, seen.isActivity ?? true],
  })
  return rows[0] && sessionOf(rows[0])
}

/** Who acts with a token: the spine asks this on every request. */
export const findActor = async (pool: Pool, token: string | undefined, now: Date): Promise<Actor | undefined> =>
  (await findSession(pool, token, { now }))?.actor

/** Ends one session. */
export async function endSession(tx: Tx, token: string, end: { reason: EndReason; now: Date }): Promise<void> {
  await tx.query(
    'update access.sessions set ended_at = $3, end_reason = $4 where bureau_code = $1 and token_hash = $2 and ended_at is null',
    [token.slice(0, 6), hashOf(token), end.now, end.reason],
  )
}

/** Ends every session of an account, on all devices, from the moment the transaction commits. */
export async function endSessions(tx: Tx, account: AccountAt, end: { reason: EndReason; now: Date }): Promise<void> {
  await tx.query(
    'update access.sessions set ended_at = $3, end_reason = $4 where bureau_code = $1 and account_id = $2 and ended_at is null',
    [bureauOf(account.unitCode), account.accountId, end.now, end.reason],
  )
}

/** Clears what is too old to be kept: for the daily job. */
export async function sweepAccess(pool: Pool, now: Date): Promise<void> {
  await pool.query('select access.sweep($1)', [now])
}
