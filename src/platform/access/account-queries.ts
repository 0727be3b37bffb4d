import type { AccountId } from '../../kernel/id.ts'
import { bureauOf, type CodeRange, tierOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import { rolesOf } from './accounts.ts'
import type { Account, AccountStatus } from './contract.ts'
import type { AccountAt } from './sessions.ts'

interface AccountRow {
  id: AccountId
  login: string
  name: string
  unit_code: UnitCode
  status: AccountStatus
  roles: string[]
  has_totp: boolean
  has_sign_on: boolean
  must_change_password: boolean
  created_at: string
  last_signed_in_at: string | null
}

const COLUMNS = `
  a.id, a.login, a.name, a.unit_code, a.status, a.totp_confirmed_at is not null as has_totp,
  a.sign_on_bound_at is not null as has_sign_on, a.must_change_password, a.created_at,
  array(select r.role from access.account_roles r
    where r.bureau_code = a.bureau_code and r.account_id = a.id and r.ended_at is null order by r.role) as roles,
  (select max(d.last_seen_at) from access.known_devices d
    where d.bureau_code = a.bureau_code and d.account_id = a.id) as last_signed_in_at`

const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  login: row.login,
  name: row.name,
  unitCode: row.unit_code,
  tier: tierOf(row.unit_code),
  status: row.status,
  roles: [...rolesOf(row.roles)],
  hasTotp: row.has_totp,
  hasSignOn: row.has_sign_on,
  mustChangePassword: row.must_change_password,
  createdAt: row.created_at,
  lastSignedInAt: row.last_signed_in_at,
})

/** The unit of an account in the transaction's range; undefined where there is none in it. */
export async function findUnitOf(tx: Tx, accountId: AccountId): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>('select unit_code from access.accounts where id = $1', [accountId])
  return rows[0]?.unit_code
}

/** One account in the transaction's range. */
export async function findAccount(tx: Tx, accountId: AccountId): Promise<Account | undefined> {
  const { rows } = await tx.query<AccountRow>(`select ${COLUMNS} from access.accounts a where a.id = $1`, [accountId])
  return rows[0] && accountOf(rows[0])
}

/** @throws where it is not in the transaction's range */
export async function getAccountRow(tx: Tx, accountId: AccountId): Promise<Account> {
  const account = await findAccount(tx, accountId)
  if (!account) throw new Error('the account that was just written is not there')
  return account
}

/** The same, held until the transaction ends: two changes of one account come one after the other. @throws as above */
export async function lockAccount(tx: Tx, { accountId, unitCode }: AccountAt): Promise<Account> {
  await tx.query('select 1 from access.accounts where bureau_code = $1 and id = $2 for update', [bureauOf(unitCode), accountId])
  return getAccountRow(tx, accountId)
}

/** How many accounts can sign in at a unit in the transaction's range. */
export async function countAccountsAt(tx: Tx, unitCode: UnitCode): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from access.accounts where unit_code = $1 and status = 'active'`,
    [unitCode],
  )
  return rows[0]?.count ?? 0
}

export interface AccountPage {
  readonly range: CodeRange
  readonly status: AccountStatus | undefined
  readonly after: { readonly unitCode: string; readonly login: string } | undefined
  readonly limit: number
}

/** A page of accounts by unit and login, with one more than asked where there are more. */
export async function listAccountRows(tx: Tx, { range, status, after, limit }: AccountPage): Promise<Account[]> {
  const { rows } = await tx.query<AccountRow>(
    `select ${COLUMNS} from access.accounts a
     where a.unit_code >= $1 and a.unit_code < $2 and ($3::text is null or a.status = $3)
       and (a.unit_code, a.login) > ($4, $5)
     order by a.unit_code, a.login limit $6`,
    [range.lo, range.hi, status ?? null, after?.unitCode ?? '', after?.login ?? '', limit + 1],
  )
  return rows.map(accountOf)
}

export interface RoleHeldRow {
  role: string
  granted_by: AccountId | null
  granted_at: string
  ended_by: AccountId | null
  ended_at: string | null
}

/** Every role an account holds or has held, newest first. */
export async function listRolesHeld(tx: Tx, { accountId, unitCode }: AccountAt): Promise<RoleHeldRow[]> {
  const { rows } = await tx.query<RoleHeldRow>(
    `select role, granted_by, granted_at, ended_by, ended_at from access.account_roles
     where bureau_code = $1 and account_id = $2 order by granted_at desc, role`,
    [bureauOf(unitCode), accountId],
  )
  return rows
}
