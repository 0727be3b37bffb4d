import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { IdentityState } from '../../domain/file-state.ts'

/** How many hold a class in a range, by grade and cause. */
export interface EntitledCount extends Pick<IdentityState, 'classCode' | 'grade' | 'cause'> {
  readonly people: number
  /** Years of service of all of them together, a begun year as a whole one. */
  readonly serviceYears: number
  /** Their first day of service, for classes that were asked to be told apart by it; null for others and where no file says. */
  readonly enlistedOn: PlainDate | null
}

/** The living of a range by confirmed, open identity; of some classes also by the first day of service. */
export async function countEntitled(
  tx: Tx,
  { lo, hi, byEnlisting }: CodeRange & { byEnlisting: readonly string[] },
): Promise<EntitledCount[]> {
  const { rows } = await tx.query<EntitledCount>(
    `select i.class_code as "classCode", i.grade, i.cause, count(*)::int as people,
            case when i.class_code = any($3::text[]) then (select min(s.enlisted_on) from registry.service_records s
              where s.bureau_code = i.bureau_code and s.person_id = i.person_id) end as "enlistedOn",
            coalesce(sum((select sum(ceil((s.discharged_on - s.enlisted_on) / 365.25)) from registry.service_records s
              where s.bureau_code = i.bureau_code and s.person_id = i.person_id)), 0)::int as "serviceYears"
       from registry.entitled_identities i
       join registry.people p on p.bureau_code = i.bureau_code and p.id = i.person_id
      where i.unit_code >= $1 and i.unit_code < $2 and i.status = 'confirmed' and i.to_on is null and p.status = 'active'
      group by 1, 2, 3, 5`,
    [lo, hi, byEnlisting],
  )
  return rows
}

/** A living person who holds a class, confirmed. */
export interface EntitledPerson extends Pick<IdentityState, 'classCode' | 'grade' | 'cause' | 'fromOn'> {
  readonly personId: string
  readonly unitCode: string
  readonly serviceYears: number
  /** The first day of service; null where the file has none. */
  readonly enlistedOn: PlainDate | null
}

/** Those of a range who hold one of some classes, by code of their station, after one of them. */
export async function listEntitled(
  tx: Tx,
  { lo, hi, classCodes, limit, after }: CodeRange & { classCodes: readonly string[]; limit: number; after: EntitledPerson | undefined },
): Promise<EntitledPerson[]> {
  const { rows } = await tx.query<EntitledPerson>(
    `select i.person_id as "personId", i.unit_code as "unitCode", i.class_code as "classCode", i.grade, i.cause, i.from_on as "fromOn",
            (select min(s.enlisted_on) from registry.service_records s
              where s.bureau_code = i.bureau_code and s.person_id = i.person_id) as "enlistedOn",
            coalesce((select sum(ceil((s.discharged_on - s.enlisted_on) / 365.25)) from registry.service_records s
              where s.bureau_code = i.bureau_code and s.person_id = i.person_id), 0)::int as "serviceYears"
       from registry.entitled_identities i
       join registry.people p on p.bureau_code = i.bureau_code and p.id = i.person_id
      where i.unit_code >= $1 and i.unit_code < $2 and i.class_code = any($3::text[])
        and (i.unit_code, i.person_id, i.class_code) > ($5, $6::uuid, $7)
        and i.status = 'confirmed' and i.to_on is null and p.status = 'active'
      order by i.unit_code, i.person_id, i.class_code limit $4`,
    [lo, hi, classCodes, limit, after?.unitCode ?? '', after?.personId ?? '00000000-0000-0000-0000-000000000000', after?.classCode ?? ''],
  )
  return rows
}
