import type { Pool } from 'pg'
import type { AccountId, PersonId } from '../../src/kernel/id.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import type { UnitCode } from '../../src/kernel/region-code.ts'
import type { Actor } from '../../src/platform/access/actor.ts'
import { atWork } from '../../src/platform/access/at-work.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import { withScope } from '../../src/platform/database/scope.ts'
import type { Tx } from '../../src/platform/database/tx.ts'
import { onMe } from '../../src/platform/personal/index.ts'

const COUNTY = '500112'

/** Somebody of the county with a file and a telephone in it. */
export interface Someone {
  readonly id: PersonId
  readonly unitCode: UnitCode
  readonly name: string
  readonly bornOn: PlainDate
  readonly classes: readonly string[]
  /** The account of /me that is bound to the file. */
  readonly accountId: AccountId | null
  /** Whether the file has the number of a bank card. */
  readonly hasCard: boolean
  readonly identities: readonly HeldIdentity[]
}

export interface HeldIdentity {
  readonly id: string
  readonly classCode: string
  readonly grade: number | null
  readonly cause: 'war' | 'duty' | 'illness' | null
  readonly status: string
  readonly fromOn: PlainDate
}

/** Who acts in the office of 渝北区, and for whom. */
export interface Hands {
  readonly people: readonly Someone[]
  /** The demo account of a login. */
  readonly account: (login: string) => Actor
  /** Whoever signs at a station or township: its demo account, else the first of its staff; undefined where nobody works. */
  readonly at: (unitCode: UnitCode) => Actor | undefined
  /** The stations and townships at which somebody works, in order of code. */
  readonly units: readonly UnitCode[]
}

interface Signer {
  id: AccountId
  name: string
  unit_code: UnitCode
  login: string | null
  role: Role
}

const actorFor = ({ id, name, unit_code, role }: Signer): Actor => atWork({ accountId: id, name, unitCode: unit_code, roles: [role] })

/** Somebody on /me, with the own file open. */
export const actorOn = ({ id, unitCode, accountId }: Someone & { accountId: AccountId }): Actor =>
  onMe({ accountId, unitCode, person: { id } })

async function listSigners(tx: Tx): Promise<Signer[]> {
  const { rows } = await tx.query<Signer>(
    `select a.id, a.name, a.unit_code, a.login, r.role from access.accounts a
       join access.account_roles r on r.bureau_code = a.bureau_code and r.account_id = a.id
     union all
     (select distinct on (s.unit_code) s.staff_id, s.staff_name, s.unit_code, null,
             case when s.unit_code like '%000' then 'townshipHead' else 'stationWorker' end
        from network.staff_posts s
       where s.bureau_code = $1 and s.to_on is null and s.unit_code not like '%-%' and s.unit_code not like '%000000'
       order by s.unit_code, s.post_id)`,
    [COUNTY],
  )
  return rows
}

interface PersonRow {
  id: PersonId
  unit_code: UnitCode
  name: string
  born_on: PlainDate
  account_id: AccountId | null
  has_card: boolean
  identities: HeldIdentity[]
}

async function listPeople(tx: Tx, newcomers: readonly string[]): Promise<Someone[]> {
  const { rows } = await tx.query<PersonRow>(
    `select p.id, p.unit_code, p.name, p.born_on,
            p.bank_card is not null as has_card,
            (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'classCode', i.class_code, 'grade', i.grade, 'cause', i.cause,
                      'status', i.status, 'fromOn', i.from_on) order by i.from_on, i.class_code), '[]')
               from registry.entitled_identities i
              where i.bureau_code = p.bureau_code and i.person_id = p.id and i.to_on is null) as identities,
            (select b.account_id from access.bindings b where b.person_id = p.id and b.acts_as = 'self' and b.ended_at is null limit 1) as account_id
       from registry.people p
      where p.bureau_code = $1 and p.status = 'active' and p.phone is not null order by p.id`,
    [COUNTY],
  )
  const asBefore = (one: HeldIdentity): HeldIdentity => (newcomers.includes(one.id) ? { ...one, status: 'evidenceChecked' } : one)
  return rows.map(({ unit_code, born_on, account_id, has_card, ...row }) => ({
    ...row,
    identities: row.identities.map(asBefore),
    unitCode: unit_code,
    bornOn: born_on,
    accountId: account_id,
    hasCard: has_card,
    classes: row.identities.map(({ classCode }) => classCode),
  }))
}

/**
 * Reads who works in the county and who has a file there, as the owner. Undefined where its demo accounts were not loaded.
 *
 * @param newcomers identities that the office confirms in time: they are told as they were before, so that a load that goes on
 *   makes the same plan
 */
export async function readHands(ownerPool: Pool, newcomers: readonly string[] = []): Promise<Hands | undefined> {
  return await withScope(ownerPool, { lo: '0', hi: ':' }, 'read', async (tx) => {
    const signers = await listSigners(tx)
    const logins = new Map(signers.flatMap((signer) => (signer.login === null ? [] : [[signer.login, actorFor(signer)] as const])))
    if (!logins.has('jiang.wenbo') || !logins.has('chen.xiaoqin')) return undefined
    const isOfUnit = ({ role }: Signer) => role === 'stationWorker' || role === 'townshipHead'
    // Accounts come first, and stay.
    const units = new Map(
      signers
        .filter(isOfUnit)
        .reverse()
        .map((signer) => [signer.unit_code, actorFor(signer)] as const),
    )
    return {
      people: await listPeople(tx, newcomers),
      account: (login) => {
        const actor = logins.get(login)
        if (!actor) throw new Error(`demo: no account ${login}`)
        return actor
      },
      at: (unitCode) => units.get(unitCode),
      units: [...units.keys()].sort(),
    }
  })
}
