import { type RegionCode, regionOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import type { Tx } from '../../../../../platform/database/tx.ts'
import { getMatterType } from '../load-types.ts'
import { countedFor } from '../matter-facts.ts'
import type { MatterRow } from '../matter-rows.ts'
import { findSeatPlaces } from '../seats.ts'
import { type Hourly, signByClock, WHOLE } from './by-the-clock.ts'

const AT_ONCE = 500

type Overdue = Pick<MatterRow, 'id' | 'unit_code' | 'person_id' | 'type_code' | 'type_version' | 'holder_place'> & { due_clock: string }

/**
 * Says of every matter that has run out, once for each deadline, that it has: the head of the unit and the next tier see
 * it from then on. Several processes may, and a kill in between costs nothing. Returns how many.
 */
export async function escalateMatters(ground: Hourly): Promise<number> {
  const { rows } = await withScope(ground.pool, WHOLE, 'read', (tx) =>
    tx.query<{ id: string; unit_code: UnitCode }>(
      `select id, unit_code from casework.matters
        where closed_on is null and escalated_at is null and due_on < 'infinity' and due_on < $1 order by due_on limit ${AT_ONCE}`,
      [ground.clock.today()],
    ),
  )
  let escalated = 0
  for (const row of rows) if (await withScope(ground.pool, WHOLE, 'write', (tx) => escalate(ground, tx, row))) escalated += 1
  return escalated
}

async function escalate({ clock }: Hourly, tx: Tx, { id, unit_code }: { id: string; unit_code: UnitCode }): Promise<boolean> {
  const [now, today] = [clock.now(), clock.today()]
  // Under the lock it is still overdue and still unsaid, or somebody was quicker.
  const { rows } = await tx.query<Overdue>(
    `select id, unit_code, person_id, type_code, type_version, holder_place, due_clock from casework.matters
      where bureau_code = left($2, 6) and id = $1 and closed_on is null and escalated_at is null and due_on < $3 for update`,
    [id, unit_code, today],
  )
  const row = rows[0]
  if (!row) return false
  await tx.query('update casework.matters set escalated_at = $3, escalated_place = $4 where bureau_code = left($2, 6) and id = $1', [
    id,
    unit_code,
    now,
    await placeOf(tx, row),
  ])
  const dimensions = { type: row.type_code, clock: row.due_clock }
  const whom = countedFor(getMatterType(row.type_code, row.type_version), row.person_id)
  const facts = [{ kind: 'matter.escalated', on: today, unitCode: unit_code, ...whom, dimensions }]
  await signByClock(tx, now, { name: 'matter.escalate', unitCode: unit_code, facts, detail: { matter: id, clock: row.due_clock } })
  return true
}

/** Where it ran out: with whoever has it, and while the applicant has it, with whose deadline it is. */
async function placeOf(tx: Tx, row: Overdue): Promise<RegionCode> {
  if (row.holder_place !== null) return row.holder_place
  const owner = getMatterType(row.type_code, row.type_version).clocks[row.due_clock]?.owner
  const places = await findSeatPlaces(tx, row.unit_code)
  return owner === undefined || owner === 'applicant' || owner === 'clock' ? regionOf(row.unit_code) : places[owner]
}
