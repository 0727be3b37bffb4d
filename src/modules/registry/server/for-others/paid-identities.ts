import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { CodeRange } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { IdentityState } from '../../domain/file-state.ts'

/** A confirmed, open identity with what money asks of its file. */
export interface PaidIdentity extends Pick<IdentityState, 'id' | 'classCode' | 'grade' | 'cause' | 'fromOn'> {
  readonly personId: string
  readonly bornOn: PlainDate
  readonly householdRegion: string
  /** A begun year as a whole one. */
  readonly serviceYears: number
  /** The first day of service; null where the file has none. */
  readonly enlistedOn: PlainDate | null
  /** The day on which another bureau handed the file over; null where none did. */
  readonly receivedOn: PlainDate | null
}

/** Identities of some classes in a range, after one, in the order of their ids. */
export async function listPaidIdentities(
  tx: Tx,
  { lo, hi, classCodes, after, limit }: CodeRange & { classCodes: readonly string[]; after: string; limit: number },
): Promise<PaidIdentity[]> {
  const { rows } = await tx.query<PaidIdentity>(
    `select i.id, i.person_id as "personId", i.class_code as "classCode", i.grade, i.cause, i.from_on as "fromOn",
            p.born_on as "bornOn", p.household_region as "householdRegion",
            coalesce((select sum(ceil((s.discharged_on - s.enlisted_on) / 365.25)) from registry.service_records s
              where s.bureau_code = i.bureau_code and s.person_id = i.person_id), 0)::int as "serviceYears",
            (select min(s.enlisted_on) from registry.service_records s
              where s.bureau_code = i.bureau_code and s.person_id = i.person_id) as "enlistedOn",
            (select (max(t.decided_at) at time zone 'Asia/Shanghai')::date from registry.transfer_requests t
              where t.bureau_code = i.bureau_code and t.person_id = i.person_id and t.status = 'accepted'
                and left(t.counterpart, 6) <> t.bureau_code) as "receivedOn"
       from registry.entitled_identities i
       join registry.people p on p.bureau_code = i.bureau_code and p.id = i.person_id
      where i.unit_code >= $1 and i.unit_code < $2 and i.class_code = any($3::text[]) and i.id > $4
        and i.status = 'confirmed' and i.to_on is null and p.status = 'active'
      order by i.id limit $5`,
    [lo, hi, classCodes, after, limit],
  )
  return rows
}

/** Of some identities of a bureau, those that have ended in their file or are held back there. */
export async function findEndedIdentities(tx: Tx, bureau: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `select i.id from registry.entitled_identities i
      where i.bureau_code = $1 and i.id = any($2::uuid[]) and (i.to_on is not null or i.status in ('ended', 'suspended'))`,
    [bureau, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** A file that is no longer one of the living here, and since when, where that is known. */
export interface ClosedFile {
  readonly personId: string
  readonly status: 'deceased' | 'archived' | 'merged' | 'transferred'
  readonly deceasedOn: PlainDate | null
  /** The day on which another bureau took the file over. */
  readonly goneOn: PlainDate | null
}

/** A file that another bureau took over and handed back later. */
export interface ReturnedFile {
  readonly personId: string
  readonly goneOn: PlainDate
  readonly backOn: PlainDate
}

/** Hand-overs out of a range to other bureaus that were followed by one back. */
export async function listReturnedFiles(tx: Tx, { lo, hi }: CodeRange): Promise<ReturnedFile[]> {
  const { rows } = await tx.query<ReturnedFile>(
    `select g.person_id as "personId", (g.decided_at at time zone 'Asia/Shanghai')::date as "goneOn", b.back_on as "backOn"
       from registry.transfer_requests g
       cross join lateral (select (min(b.decided_at) at time zone 'Asia/Shanghai')::date as back_on from registry.transfer_requests b
         where b.bureau_code = g.bureau_code and b.person_id = g.person_id and b.status = 'accepted'
           and left(b.counterpart, 6) <> b.bureau_code and b.decided_at > g.decided_at) b
      where g.unit_code >= $1 and g.unit_code < $2 and g.status = 'accepted' and left(g.counterpart, 6) <> g.bureau_code
        and (g.kind = 'pull') = (g.direction = 'toDecide') and b.back_on is not null
      order by g.person_id, g.decided_at`,
    [lo, hi],
  )
  return rows
}

/** Files of a range that were closed. */
export async function listClosedFiles(tx: Tx, { lo, hi }: CodeRange): Promise<ClosedFile[]> {
  const { rows } = await tx.query<ClosedFile>(
    `select p.id as "personId", p.status, p.deceased_on as "deceasedOn",
            case when p.status = 'transferred' then (select (max(t.decided_at) at time zone 'Asia/Shanghai')::date from registry.transfer_requests t
              where t.bureau_code = p.bureau_code and t.person_id = p.id and t.status = 'accepted') end as "goneOn"
       from registry.people p
      where p.unit_code >= $1 and p.unit_code < $2 and p.status in ('deceased', 'archived', 'merged', 'transferred')`,
    [lo, hi],
  )
  return rows
}
