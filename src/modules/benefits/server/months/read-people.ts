import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Cause, Period } from '../../domain/rates/rate-table.ts'
import type { KeptEntitlement, LifeEvent } from '../../domain/run/kept.ts'

/** Somebody of a run: what they are paid for, and what happened to them. */
export interface PersonRead {
  readonly personId: string
  readonly held: readonly KeptEntitlement[]
  /** One of these was approved since the run before this one. */
  readonly isNew: boolean
}

const day = (text: string | undefined): PlainDate | null => (text ? (text as PlainDate) : null)

/**
 * Some people, whole, in the order of their ids. They come as one text, a line an entitlement: where a late notice touches
 * everybody, the driver would make an object of each of a million rows.
 */
export async function readPeople(
  tx: Tx,
  bureau: string,
  { ids, newSince }: { ids: readonly string[]; newSince: string },
): Promise<readonly PersonRead[]> {
  const { rows } = await tx.query<{ page: string | null }>(
    `select string_agg(concat(person_id, '|', class_code, '|', grade, '|', cause, '|', service_years, '|', born_on, '|', place, '|',
              pays_from, '|', ended_on, '|', is_minor, '|', approved_at >= $3, '|', period), E'\\n' order by person_id, class_code) as page
       from benefits.entitlements where bureau_code = $1 and person_id = any($2::uuid[]) and approved_at is not null`,
    [bureau, uuidColumn(ids), newSince],
  )
  return peopleOf(rows[0]?.page ?? '')
}

function peopleOf(text: string): PersonRead[] {
  const people: { personId: string; held: KeptEntitlement[]; isNew: boolean }[] = []
  if (text === '') return people
  for (const line of text.split('\n')) {
    const [personId = '', classCode = '', grade, cause, years, bornOn, place, paysFrom, endedOn, isMinor, isNew, period] = line.split('|')
    const one: KeptEntitlement = {
      classCode,
      grade: grade ? Number(grade) : null,
      cause: cause ? (cause as Cause) : null,
      period: period ? (period as Period) : null,
      serviceYears: Number(years),
      bornOn: bornOn as PlainDate,
      place: place as RegionCode,
      paysFrom: paysFrom as PlainDate,
      endedOn: day(endedOn),
      isMinor: isMinor === 't',
    }
    const last = people.at(-1)
    if (last?.personId !== personId) people.push({ personId, held: [one], isNew: isNew === 't' })
    else {
      last.held.push(one)
      last.isNew ||= isNew === 't'
    }
  }
  return people
}

export interface EventRead extends LifeEvent {
  readonly personId: string
  readonly recordedAt: string
  readonly knownOn: PlainDate
  readonly evidence: string
}

const EVENTS = `select id, person_id as "personId", kind, effective_on as "effectiveOn", known_on as "knownOn", class_code as "classCode", grade,
  cause, reason, place, cancels, evidence, recorded_at as "recordedAt" from benefits.life_events where bureau_code = $1`

/** Events of the people between two ids, the first left out, by person; in the order in which they were written. */
export async function readEvents(
  tx: Tx,
  bureau: string,
  { after, last }: { after: string; last: string },
): Promise<Map<string, EventRead[]>> {
  const { rows } = await tx.query<EventRead>(`${EVENTS} and person_id > $2 and person_id <= $3 order by person_id, recorded_at, id`, [
    bureau,
    after,
    last,
  ])
  return byPerson(rows)
}

/** Events of one person, in the order in which they were written. */
export async function findEvents(tx: Tx, bureau: string, personId: string): Promise<EventRead[]> {
  const { rows } = await tx.query<EventRead>(`${EVENTS} and person_id = $2 order by recorded_at, id`, [bureau, personId])
  return rows
}

export function byPerson<T extends { readonly personId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const before = found.get(row.personId)
    if (before) before.push(row)
    else found.set(row.personId, [row])
  }
  return found
}
