import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { maskName } from '../src/kernel/mask.ts'
import { addMonths, ageOn, type PlainDate } from '../src/kernel/plain-date.ts'
import { findClass } from '../src/modules/registry/index.ts'
import { withScope } from '../src/platform/database/scope.ts'
import type { Tx } from '../src/platform/database/tx.ts'
import type { DemoPerson } from '../src/platform/personal/index.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { WORKED_STATION as STATION } from './places.ts'

/** A telephone of nobody's: the daughter who acts for her father. */
const DAUGHTER = '10000000001'

/** Characters of the worked station who have bound their telephones; the last is too old for it, and his daughter acts for him. */
const ON_ME = ['周建国', '罗凯', '冉小兵', '向德福'] as const

interface Candidate {
  id: string
  name: string
  born_on: PlainDate
  phone: Buffer | null
  class_code: string
}

async function listCandidates(tx: Tx): Promise<Candidate[]> {
  const { rows } = await tx.query<Candidate>(
    `select distinct on (p.name) p.id, p.name, p.born_on, p.phone, i.class_code
       from registry.people p join registry.entitled_identities i on i.bureau_code = p.bureau_code and i.person_id = p.id
      where p.unit_code = $1 and p.status = 'active' and p.name = any($2) and i.to_on is null
      order by p.name, p.id, i.from_on`,
    [STATION, ON_ME],
  )
  return ON_ME.flatMap((name) => rows.find((row) => row.name === name) ?? [])
}

const isElder = ({ name }: Candidate): boolean => name === ON_ME.at(-1)

const phoneOf = (secrets: Secrets, { id, phone }: Candidate): string | undefined =>
  phone === null ? undefined : secrets.decrypt('registry.people.phone', id, phone)

async function openAccount(tx: Tx, secrets: Secrets, { phone, at }: { phone: string; at: Date }): Promise<string> {
  const index = secrets.blindIndex('access.personal_accounts.phone', phone)
  const sealed = secrets.encrypt('access.personal_accounts.phone', index.toString('hex'), phone)
  const { rows } = await tx.query<{ id: string }>('select access.open_personal_session($1, $2, $3, $4, $5, $6) as id', [
    index,
    sealed,
    uuidv7(),
    randomBytes(32),
    at,
    new Date(at.getTime() + 1000),
  ])
  return rows[0]?.id ?? ''
}

/** Binds the demo people to their files, and a daughter to her father's by an authority. Where the station has nobody, nobody. */
export async function bindDemoPeople(tx: Tx, given: { secrets: Secrets; today: PlainDate; at: Date; registeredBy: string }): Promise<void> {
  const { secrets, today, at } = given
  const people = await listCandidates(tx)
  for (const person of people.filter((one) => !isElder(one))) {
    const phone = phoneOf(secrets, person)
    if (phone === undefined) continue
    const account = await openAccount(tx, secrets, { phone, at })
    await tx.query('select access.bind_person($1, $2, $3, null, null, null, $4)', [uuidv7(), account, person.id, at])
  }
  const father = people.find(isElder)
  if (!father) return
  const [authority, until] = [uuidv7(), addMonths(today, 12)]
  await tx.query(
    `insert into registry.authorities (bureau_code, id, unit_code, person_id, agent_name, agent_phone, relation, kinds, evidence, from_on, until_on,
       registered_at, registered_by)
     values (left($1, 6), $2, $1, $3, $4, $5, 'child', null, '委托书、户口簿', $6, $7, $8, $9)`,
    [
      STATION,
      authority,
      father.id,
      `${father.name.slice(0, 1)}晓梅`,
      secrets.encrypt('registry.authorities.agent_phone', authority, DAUGHTER),
      today,
      until,
      at,
      given.registeredBy,
    ],
  )
  const account = await openAccount(tx, secrets, { phone: DAUGHTER, at })
  await tx.query('select access.bind_person($1, $2, $3, $4, null, $5, $6)', [uuidv7(), account, father.id, authority, until, at])
}

/** The demo people in words, for the sign-in page of /me; none where no demo stands in this database. */
export async function listDemoPeople({ pool, secrets, today }: { pool: Pool; secrets: Secrets; today: PlainDate }): Promise<DemoPerson[]> {
  const { rowCount } = await pool.query("select from app.settings where key = 'demo.loaded'")
  if (rowCount === 0) return []
  const people = await withScope(pool, { lo: '0', hi: ':' }, 'read', listCandidates)
  return people.flatMap((person): DemoPerson[] => {
    if (isElder(person)) return [{ phone: DAUGHTER, words: `女儿，代父亲${maskName(person.name)}办事` }]
    const phone = phoneOf(secrets, person)
    return phone === undefined ? [] : [{ phone, words: wordsOf(person, today) }]
  })
}

const wordsOf = ({ name, born_on, class_code }: Candidate, today: PlainDate): string =>
  `${maskName(name)}，${ageOn(born_on, today)} 岁，${findClass(class_code)?.zh ?? class_code}，凤鸣路社区`
