import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { FileState, IdentityState, KinState, ServiceState } from '../../domain/file-state.ts'
import { peopleById } from '../rows/people-by-id.ts'
import { PERSON_COLUMNS, type PersonColumns, personStateOf } from '../rows/person-row.ts'

/** A file as it stands, decrypted: never leaves the server as it is. */
export interface LoadedFile {
  readonly id: PersonId
  readonly unitCode: UnitCode
  readonly version: number
  readonly completeness: number
  readonly capturedOn: PlainDate
  readonly updatedAt: string
  readonly lastContactOn: PlainDate | null
  readonly state: FileState
}

interface FileColumns extends PersonColumns {
  service: ServiceState[]
  identities: IdentityState[]
  kin: (Omit<KinState, 'phone'> & { phone: string | null })[]
}

const PARTS = `
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'enlistedOn', s.enlisted_on, 'dischargedOn', s.discharged_on,
      'rankGroup', s.rank_group, 'branch', s.branch, 'placementWay', s.placement_way, 'honours', s.honours,
      'combat', s.combat, 'nuclearTest', s.nuclear_test) order by s.enlisted_on, s.id), '[]')
     from registry.service_records s where s.bureau_code = p.bureau_code and s.person_id = p.id) as service,
  (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'classCode', i.class_code, 'grade', i.grade, 'cause', i.cause,
      'basis', i.basis, 'status', i.status, 'fromOn', i.from_on, 'toOn', i.to_on) order by i.from_on, i.id), '[]')
     from registry.entitled_identities i where i.bureau_code = p.bureau_code and i.person_id = p.id) as identities,
  (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'relation', k.relation, 'name', k.name, 'phone', encode(k.phone, 'base64'),
      'bornOn', k.born_on, 'isContact', k.is_contact, 'kinPersonId', k.kin_person_id) order by k.id), '[]')
     from registry.kin k where k.bureau_code = p.bureau_code and k.person_id = p.id) as kin`

/** Where the file of a person lies, in the transaction's range; undefined where there is none, or it was handed over. */
export async function findPersonUnit(tx: Tx, personId: string): Promise<UnitCode | undefined> {
  const { rows } = await tx.query<{ unit_code: UnitCode }>(
    "select unit_code from registry.people where id = $1 and status <> 'transferred'",
    [personId],
  )
  return rows[0]?.unit_code
}

export async function findFile(from: { tx: Tx; secrets: Secrets }, personId: string): Promise<LoadedFile | undefined> {
  const { rows } = await from.tx.query<FileColumns>(
    `select ${PERSON_COLUMNS}, ${PARTS} from registry.people p where p.id = $1 and p.status <> 'transferred'`,
    [personId],
  )
  return rows[0] && loadedOf(rows[0], from.secrets)
}

/** Several files at once, by id; those that are not in the range, or were handed over, are not there. */
export async function findFiles(from: { tx: Tx; secrets: Secrets }, personIds: readonly string[]): Promise<Map<string, LoadedFile>> {
  const { rows } = await from.tx.query<FileColumns>(peopleById(`${PERSON_COLUMNS}, ${PARTS}`, "p.status <> 'transferred'"), [personIds])
  return new Map(rows.map((row) => [row.id, loadedOf(row, from.secrets)]))
}

/**
 * The same, held until the transaction ends: whoever saves the same file now waits, and then sees what we wrote. The lock
 * is taken first and the file read after it: what is read beside a lock that waited may be older than the lock.
 */
export async function lockFile(from: { tx: Tx; secrets: Secrets; unitCode: UnitCode }, personId: string): Promise<LoadedFile | undefined> {
  await from.tx.query('select from registry.people where bureau_code = left($1, 6) and id = $2 for update', [from.unitCode, personId])
  return await findFile(from, personId)
}

function loadedOf(row: FileColumns, secrets: Secrets): LoadedFile {
  const kin = row.kin.map((member) => ({
    ...member,
    phone: member.phone === null ? null : secrets.decrypt('registry.kin.phone', member.id, Buffer.from(member.phone, 'base64')),
  }))
  return {
    id: row.id,
    unitCode: row.unit_code,
    version: row.version,
    completeness: row.completeness,
    capturedOn: row.captured_on,
    updatedAt: row.updated_at,
    lastContactOn: row.last_contact_on,
    state: { person: personStateOf(row, secrets), service: row.service, identities: row.identities, kin },
  }
}
