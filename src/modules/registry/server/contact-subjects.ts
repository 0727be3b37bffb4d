import type { PersonId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/scope.ts'

/** What a visit must know of a person: where they are at home, and the days it is checked against. */
export interface ContactSubject {
  readonly id: PersonId
  readonly unitCode: UnitCode
  readonly bornOn: PlainDate
  readonly capturedOn: PlainDate
  readonly deceasedOn: PlainDate | null
  readonly lastContactOn: PlainDate | null
  readonly classCodes: readonly string[]
}

interface SubjectRow {
  id: PersonId
  unit_code: UnitCode
  born_on: PlainDate
  captured_on: PlainDate
  deceased_on: PlainDate | null
  last_contact_on: PlainDate | null
  class_codes: string[]
}

const SUBJECT = `
  select p.id, p.unit_code, p.born_on, p.captured_on, p.deceased_on, p.last_contact_on,
         coalesce((select array_agg(i.class_code order by i.class_code) from registry.entitled_identities i
                    where i.bureau_code = p.bureau_code and i.person_id = p.id and i.to_on is null and i.status <> 'ended'), '{}') as class_codes
    from registry.people p`

const subjectOf = (row: SubjectRow): ContactSubject => ({
  id: row.id,
  unitCode: row.unit_code,
  bornOn: row.born_on,
  capturedOn: row.captured_on,
  deceasedOn: row.deceased_on,
  lastContactOn: row.last_contact_on,
  classCodes: row.class_codes,
})

/** Those of the persons whose file is open in the reader's range; the others are simply not there. */
export async function findContactSubjects(tx: Tx, personIds: readonly string[]): Promise<Map<string, ContactSubject>> {
  const { rows } = await tx.query<SubjectRow>(`${SUBJECT} where p.id = any($1::uuid[]) and p.status in ('active', 'deceased')`, [personIds])
  return new Map(rows.map((row) => [row.id, subjectOf(row)]))
}

/** The living with an open file in a range, at most `limit` and one more: of all classes, or of those that hold one of the given. */
export async function listContactSubjects(
  tx: Tx,
  within: { lo: string; hi: string; classCodes: readonly string[]; limit: number },
): Promise<ContactSubject[]> {
  const { rows } = await tx.query<SubjectRow>(
    `${SUBJECT} where p.unit_code >= $1 and p.unit_code < $2 and p.status = 'active'
       and (cardinality($3::text[]) = 0 or exists (
         select from registry.entitled_identities i
          where i.bureau_code = p.bureau_code and i.person_id = p.id and i.class_code = any($3) and i.to_on is null and i.status <> 'ended'))
     order by p.unit_code, p.id limit $4`,
    [within.lo, within.hi, within.classCodes, within.limit + 1],
  )
  return rows.map(subjectOf)
}

/**
 * Moves the day of the last contact forward, never back, and holds the persons' rows until the action ends, in one order,
 * so that two visits at once to the same people wait for each other.
 */
export async function touchLastContact(tx: Tx, personIds: readonly string[], on: PlainDate): Promise<void> {
  await tx.query(
    `with held as (select bureau_code, id from registry.people
                    where id = any($1::uuid[]) and status in ('active', 'deceased') order by id for update)
     update registry.people p set last_contact_on = greatest(p.last_contact_on, $2::date)
       from held where p.bureau_code = held.bureau_code and p.id = held.id`,
    [personIds, on],
  )
}
