import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Duty } from '../../contract.ts'
import type { Answers, FieldIssue } from '../../domain/matters/answers.ts'
import type { MatterType } from '../../domain/matters/matter-type.ts'

interface DutyRow {
  readonly onDay: PlainDate
  readonly from: string
  readonly until: string
  readonly lawyer: string
  readonly places: number | null
  readonly taken: number
}

/** The duties of a centre from a day on, soonest first, with the places that each day has left. */
export async function listDuties(tx: Tx, asked: { centre: string; from: PlainDate; days: number }): Promise<Duty[]> {
  const { rows } = await tx.query<DutyRow>(
    `select on_day as "onDay", to_char(from_time, 'HH24:MI') as "from", to_char(until_time, 'HH24:MI') as until, lawyer, places, taken
       from casework.list_duties($1, $2, $3)`,
    [asked.centre, asked.from, asked.days],
  )
  return rows.map(({ places, taken, ...row }) => ({ ...row, ...(places === null ? {} : { places }), left: leftOn(rows, row.onDay) }))
}

/** A day is asked for, not a duty of it: its places are those of its duties together, and not counted where one of them is not. */
function leftOn(rows: readonly DutyRow[], onDay: string): number | null {
  const day = rows.filter((row) => row.onDay === onDay)
  if (day.some(({ places }) => places === null)) return null
  const places = day.reduce((sum, row) => sum + (row.places ?? 0), 0)
  return Math.max(0, places - (day[0]?.taken ?? 0))
}

/** Nobody else counts or changes the day until the transaction ends. */
export async function lockDuties(tx: Tx, { centre, onDay }: { centre: string; onDay: string }): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('casework.roster ' || $1 || ' ' || $2, 0))", [centre, onDay])
}

/** The day of a roster that was answered. */
interface AskedDuty {
  readonly field: string
  readonly onDay: PlainDate
}

/** Where a kind asks for a day of the roster and one was answered. */
export function dutyAsked({ fields }: MatterType, answers: Answers): AskedDuty | undefined {
  const field = fields.find(({ onRoster }) => onRoster)
  const onDay = field && answers[field.code]
  return field && typeof onDay === 'string' ? { field: field.code, onDay: onDay as PlainDate } : undefined
}

/** What is wrong with the day: nobody sits on it, or its last place is gone. The last place is given away once: see `lockDuties`. */
export async function checkDuty(tx: Tx, asked: AskedDuty, centre: string): Promise<FieldIssue | undefined> {
  const { field, onDay } = asked
  await lockDuties(tx, { centre, onDay })
  const [duty] = await listDuties(tx, { centre, from: onDay, days: 1 })
  if (!duty) return { field, code: 'not-on-roster' }
  return duty.left === 0 ? { field, code: 'day-full' } : undefined
}

/** Takes a place for a matter that has just begun; `checkDuty` came before it in the same transaction. */
export async function bookDuty(
  { tx, now }: Pick<ActionContext, 'tx' | 'now'>,
  booked: { matterId: string; unitCode: UnitCode; personId: string | null; centre: string; onDay: PlainDate },
): Promise<void> {
  const { matterId, unitCode, personId, centre, onDay } = booked
  await tx.query(
    'insert into casework.duty_bookings (bureau_code, matter_id, unit_code, person_id, centre, on_day, booked_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [bureauOf(unitCode), matterId, unitCode, personId, centre, onDay, now],
  )
}
