import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange, UnitCode } from '../../../../kernel/region-code.ts'
import { prepared } from '../../../../platform/database/prepared.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { peopleById } from '../rows/people-by-id.ts'

/** What the rules of contact look at in a person: no name, no number. */
export interface ContactSubject {
  readonly id: PersonId
  readonly unitCode: UnitCode
  readonly bornOn: PlainDate
  readonly deceasedOn: PlainDate | null
  readonly lastContactOn: PlainDate | null
  /** Open entitled identities. */
  readonly classCodes: readonly string[]
}

/** From how many percent on a file counts as captured. A setting, not law. */
export const COMPLETE_FROM = 80

const COLUMNS = `p.id, p.unit_code as "unitCode", p.born_on as "bornOn", p.deceased_on as "deceasedOn", p.last_contact_on as "lastContactOn",
  array(select i.class_code from registry.entitled_identities i
         where i.bureau_code = p.bureau_code and i.person_id = p.id and i.to_on is null and i.status <> 'ended' order by 1) as "classCodes"`

const FIND_SUBJECTS = prepared(peopleById(COLUMNS, "p.status in ('active', 'deceased')"))

/** Persons by id: those with an open file in the transaction's range. */
export async function findContactSubjects(tx: Tx, personIds: readonly string[]): Promise<Map<string, ContactSubject>> {
  const { rows } = await tx.query<ContactSubject>(FIND_SUBJECTS, [personIds])
  return new Map(rows.map((row) => [row.id, row]))
}

/** The living of a place, or those of some classes there, by code of the station; one more than `limit` says that there are more. */
export async function listContactSubjects(
  tx: Tx,
  wanted: CodeRange & { classCodes: readonly string[]; limit: number },
): Promise<ContactSubject[]> {
  const { rows } = await tx.query<ContactSubject>(
    `select ${COLUMNS} from registry.people p
      where p.unit_code >= $1 and p.unit_code < $2 and p.status = 'active'
        and (cardinality($3::text[]) = 0 or exists (
          select from registry.entitled_identities i where i.bureau_code = p.bureau_code and i.person_id = p.id
             and i.class_code = any($3::text[]) and i.to_on is null and i.status <> 'ended'))
      order by p.unit_code, p.id limit $4`,
    [wanted.lo, wanted.hi, wanted.classCodes, wanted.limit + 1],
  )
  return rows
}

/** How many living persons a place serves, and how many of their files are captured. */
export async function countClients(tx: Tx, within: CodeRange): Promise<{ registered: number; complete: number }> {
  const { rows } = await tx.query<{ registered: number; complete: number }>(
    `select count(*)::int as registered, (count(*) filter (where p.completeness >= $3))::int as complete
       from registry.people p where p.unit_code >= $1 and p.unit_code < $2 and p.status = 'active'`,
    [within.lo, within.hi, COMPLETE_FROM],
  )
  return rows[0] ?? { registered: 0, complete: 0 }
}

const TOUCH = prepared(
  `with held as (select bureau_code, id from registry.people
                  where id = any($1::uuid[]) and status in ('active', 'deceased') order by id for update)
   update registry.people p set last_contact_on = $2
     from held where p.bureau_code = held.bureau_code and p.id = held.id and (p.last_contact_on < $2 or p.last_contact_on is null)`,
)

/**
 * Moves the day of the last contact forward, never back, and holds the persons' rows until the action ends, in one order,
 * so that two visits at once to the same people wait for each other.
 */
export async function touchLastContact(tx: Tx, personIds: readonly string[], on: PlainDate): Promise<void> {
  await tx.query(TOUCH, [personIds, on])
}

/** How many living persons each station of a range serves, by the code of its place. Stations that serve nobody are left out. */
export async function countPeopleByStation(tx: Tx, within: CodeRange): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ place: string; people: number }>(
    `select left(p.unit_code, 12) as place, count(*)::int as people
       from registry.people p where p.unit_code >= $1 and p.unit_code < $2 and p.status = 'active' group by 1`,
    [within.lo, within.hi],
  )
  return new Map(rows.map(({ place, people }) => [place, people]))
}
