import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { AccountId, PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { NATION, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Clock } from '../../../../platform/clock/clock.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { appendLeaf } from '../../../../platform/journal/append-leaf.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { citizenIndex } from '../rows/person-row.ts'
import { doorCodeHashes } from './door-code.ts'

export interface DoorGround {
  readonly pool: Pool
  readonly secrets: Secrets
  readonly clock: Clock
}

export interface FileHome {
  readonly unitCode: UnitCode
  readonly name: string
  readonly isAlive: boolean
}

/** Where the file of a person lies today, for whoever is bound to it: not a question of an office's range. */
export async function findHome(pool: Pool, personId: string): Promise<FileHome | undefined> {
  const { rows } = await pool.query<{ unit_code: UnitCode; name: string; is_alive: boolean }>({
    name: 'registry.find_home',
    text: 'select unit_code, name, is_alive from registry.find_home($1)',
    values: [personId],
  })
  const row = rows[0]
  return row && { unitCode: row.unit_code, name: row.name, isAlive: row.is_alive }
}

interface Opened {
  id: string
  authority_id: string | null
  kinds: string[] | null
  until_on: PlainDate | null
}

/**
 * Binds an account to the file of an id number, where the station's code opens it. What does not fit is not said: a
 * stranger with an id number learns neither that there is a file nor where. The leaf lies in the journal of the file's
 * bureau.
 */
export async function bindFile(
  ground: DoorGround,
  knock: { accountId: string; citizenId: string; code: string },
): Promise<Result<PersonId, { code: 'no-such-door' }>> {
  const index = citizenIndex(ground.secrets, knock.citizenId.trim().toUpperCase())
  const found = await withScope(ground.pool, rangeOf(NATION), 'read', (tx) =>
    tx.query<{ unit_code: UnitCode; person_id: string }>('select unit_code, person_id from registry.find_citizen($1)', [index]),
  )
  const file = found.rows[0]
  if (!file) return refuse({ code: 'no-such-door' })
  return await withScope(ground.pool, rangeOf(file.unit_code), 'write', async (tx) => {
    const opened = await useCode(tx, ground, { personId: file.person_id, unitCode: file.unit_code, code: knock.code })
    if (!opened) return refuse({ code: 'no-such-door' })
    const now = ground.clock.now()
    const id = uuidv7()
    await tx.query('select access.bind_person($1, $2, $3, $4, $5, $6, $7)', [
      id,
      knock.accountId,
      file.person_id,
      opened.authority_id,
      opened.kinds,
      opened.until_on,
      now,
    ])
    await appendLeaf(tx, {
      id,
      name: 'person.bind',
      unitCode: file.unit_code,
      accountId: AccountId.parse(knock.accountId),
      at: now,
      subject: file.person_id,
      detail: opened.authority_id === null ? { as: 'self' } : { as: 'agent', authority: opened.authority_id },
    })
    return ok(PersonId.parse(file.person_id))
  })
}

/** Uses a code up, if it is right, still good, and of nobody dead nor of an authority that is over. Two at once: one is right. */
async function useCode(
  tx: Tx,
  { secrets, clock }: DoorGround,
  asked: { personId: string; unitCode: UnitCode; code: string },
): Promise<Opened | undefined> {
  const { rows } = await tx.query<Opened>(
    `update registry.door_codes c set used_at = $4
       from registry.people p
      where c.bureau_code = left($1, 6) and c.person_id = $2 and c.code_hash = any($3::bytea[]) and c.used_at is null and c.ends_at > $4
        and p.bureau_code = c.bureau_code and p.id = c.person_id and p.status = 'active'
        and (c.authority_id is null or exists (
              select from registry.authorities a
               where a.bureau_code = c.bureau_code and a.id = c.authority_id and a.ended_at is null and a.until_on >= $5))
      returning c.id, c.authority_id,
        (select a.kinds from registry.authorities a where a.bureau_code = c.bureau_code and a.id = c.authority_id) as kinds,
        (select a.until_on from registry.authorities a where a.bureau_code = c.bureau_code and a.id = c.authority_id) as until_on`,
    [asked.unitCode, asked.personId, doorCodeHashes(secrets, asked.personId, asked.code), clock.now(), clock.today()],
  )
  return rows[0]
}
