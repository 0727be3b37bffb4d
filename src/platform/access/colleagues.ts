import type { AccountId } from '../../kernel/id.ts'
import type { UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import { rolesOf } from './accounts.ts'
import type { Role } from './roles.ts'

export interface Colleague {
  readonly accountId: AccountId
  readonly name: string
  readonly roles: readonly Role[]
}

/** The accounts in force at a unit, by name, with the roles they hold now. */
export async function findColleagues(tx: Tx, unitCode: UnitCode): Promise<Colleague[]> {
  const { rows } = await tx.query<{ id: AccountId; name: string; roles: string[] }>(
    `select a.id, a.name, array(select r.role from access.account_roles r
        where r.bureau_code = a.bureau_code and r.account_id = a.id and r.ended_at is null order by r.role) as roles
       from access.accounts a where a.unit_code = $1 and a.status = 'active' order by a.name, a.id limit 200`,
    [unitCode],
  )
  return rows.map(({ id, name, roles }) => ({ accountId: id, name, roles: rolesOf(roles) }))
}
