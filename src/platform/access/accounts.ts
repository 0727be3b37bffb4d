import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { AccountId } from '../../kernel/id.ts'
import { bureauOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import type { SecretBox } from './access-context.ts'
import { hashPassword } from './password.ts'
import { ROLES, type Role } from './roles.ts'
import { TOTP_COLUMN } from './totp.ts'

/** What a sign-in needs of one account. Never leaves the server. */
export interface LoginAccount {
  readonly accountId: AccountId
  readonly login: string
  readonly unitCode: UnitCode
  readonly name: string
  readonly passwordHash: string
  readonly passwordChangedAt: Date
  readonly mustChangePassword: boolean
  readonly isActive: boolean
  readonly totpSecret: Buffer | undefined
  readonly totpPending: Buffer | undefined
  readonly isTotpConfirmed: boolean
  readonly totpLastStep: number | undefined
  readonly roles: readonly Role[]
  readonly isKnownDevice: boolean
}

interface LoginRow {
  account_id: AccountId
  unit_code: UnitCode
  name: string
  password_hash: string
  password_changed_at: Date | string
  must_change_password: boolean
  status: string
  totp_secret: Buffer | null
  totp_pending: Buffer | null
  totp_confirmed_at: Date | string | null
  totp_last_step: string | number | bigint | null
  roles: string[]
  is_known_device: boolean
}

/** Roles a later version invented are not held here. */
export const rolesOf = (names: readonly string[]): readonly Role[] => names.filter((name): name is Role => Object.hasOwn(ROLES, name))

/** Logins are kept small: nobody tells `Li.Hua` from `li.hua` on the phone. */
export const loginOf = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** What a login looks like; nothing else is asked of the database. */
const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/

/** The account of a login, wherever it is, active or not; before anybody has a scope. */
export async function findLogin(pool: Pool, login: string, deviceHash: Buffer | undefined): Promise<LoginAccount | undefined> {
  if (!LOGIN.test(login)) return undefined
  const { rows } = await pool.query<LoginRow>('select * from access.find_login($1, $2)', [login, deviceHash ?? null])
  const row = rows[0]
  if (!row) return undefined
  return {
    accountId: row.account_id,
    login,
    unitCode: row.unit_code,
    name: row.name,
    passwordHash: row.password_hash,
    passwordChangedAt: new Date(row.password_changed_at),
    mustChangePassword: row.must_change_password,
    isActive: row.status === 'active',
    totpSecret: row.totp_secret ?? undefined,
    totpPending: row.totp_pending ?? undefined,
    isTotpConfirmed: row.totp_confirmed_at !== null,
    totpLastStep: row.totp_last_step === null ? undefined : Number(row.totp_last_step),
    roles: rolesOf(row.roles),
    isKnownDevice: row.is_known_device,
  }
}

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly unitCode: UnitCode
  readonly password: string
  readonly mustChangePassword: boolean
  readonly createdBy?: AccountId
  readonly now: Date
}

/** Writes a new account, without roles. Undefined where the login is taken, wherever in the nation. @throws where it is no login */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<AccountId | undefined> {
  if (!LOGIN.test(account.login)) throw new Error('a login is three to forty small letters, digits, dots, dashes and underlines')
  const id = randomUUID() as AccountId
  const { login, name, unitCode, mustChangePassword, createdBy = null, now } = account
  const directory = await tx.query(
    'insert into access.logins (login, bureau_code, account_id) values ($1, $2, $3) on conflict do nothing',
    [login, bureauOf(unitCode), id],
  )
  if (directory.rowCount !== 1) return undefined
  await tx.query(
    `insert into access.accounts
       (bureau_code, id, unit_code, login, name, password_hash, password_changed_at, must_change_password, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7)`,
    [bureauOf(unitCode), id, unitCode, login, name, await hashPassword(account.password), now, mustChangePassword, createdBy],
  )
  return id
}

/** Writes that an account holds a role from now on. The caller has checked that it may. */
export async function insertRole(
  tx: Tx,
  grant: { accountId: AccountId; unitCode: UnitCode; role: Role; grantedBy?: AccountId; now: Date },
): Promise<void> {
  await tx.query(
    'insert into access.account_roles (bureau_code, account_id, role, granted_at, unit_code, granted_by) values ($1, $2, $3, $4, $5, $6)',
    [bureauOf(grant.unitCode), grant.accountId, grant.role, grant.now, grant.unitCode, grant.grantedBy ?? null],
  )
}

/**
 * An account ready to use, opened by the installation and not by a person: the first administrators, and the demo.
 * With `totpSecret` (base32) its second factor is already confirmed.
 */
export async function installAccount(
  tx: Tx,
  secrets: SecretBox,
  account: NewAccount & { readonly roles: readonly Role[]; readonly totpSecret?: string },
): Promise<AccountId | undefined> {
  const accountId = await insertAccount(tx, account)
  if (!accountId) return undefined
  for (const role of account.roles) await insertRole(tx, { accountId, unitCode: account.unitCode, role, now: account.now })
  if (account.totpSecret) {
    const sealed = secrets.encrypt(TOTP_COLUMN, accountId, account.totpSecret)
    await tx.query('update access.accounts set totp_secret = $3, totp_confirmed_at = $4 where bureau_code = $1 and id = $2', [
      bureauOf(account.unitCode),
      accountId,
      sealed,
      account.now,
    ])
  }
  return accountId
}
