import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type Tier, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Accreditation } from '../../contract.ts'
import type { Course, Evidence, State, StepKind } from '../../domain/accreditation/advance.ts'

export interface AccreditationColumns {
  readonly id: string
  readonly unit_code: UnitCode
  readonly unit_name: string
  readonly tier: Tier
  readonly scheme: string
  readonly level: number
  readonly state: State
  readonly seats: Tier[]
  readonly seat: number
  readonly evidence: Evidence[]
  readonly mentor_code: UnitCode | null
  readonly opened_on: PlainDate
  readonly submitted_by: string | null
  readonly public_until: PlainDate | null
  readonly awarded_on: PlainDate | null
  readonly expires_on: PlainDate | null
  readonly ended_on: PlainDate | null
  readonly revision: number
}

export const ACCREDITATION_COLUMNS = `a.id, a.unit_code, u.name as unit_name, u.tier, a.scheme, a.level, a.state, a.seats, a.seat, a.evidence,
  a.mentor_code, a.opened_on, a.submitted_by, a.public_until, a.awarded_on, a.expires_on, a.ended_on, a.revision`

export const OF_UNIT =
  'network.accreditations a join network.service_units u on u.bureau_code = a.bureau_code and u.unit_code = a.unit_code'

/** The seat that a course waits for; none once it is over, or with the unit itself. */
export const seatOf = ({ state, seats, seat }: Pick<AccreditationColumns, 'state' | 'seats' | 'seat'>): Tier | undefined =>
  state === 'reviewing' || state === 'published' || state === 'awarded' ? seats[seat] : undefined

export const accreditationOf = (row: AccreditationColumns): Accreditation => ({
  id: row.id,
  unitCode: row.unit_code,
  unitName: row.unit_name,
  scheme: row.scheme,
  level: row.level,
  state: row.state,
  seat: seatOf(row),
  evidence: row.evidence,
  mentorCode: row.mentor_code ?? undefined,
  openedOn: row.opened_on,
  publicUntil: row.public_until ?? undefined,
  awardedOn: row.awarded_on ?? undefined,
  expiresOn: row.expires_on ?? undefined,
  endedOn: row.ended_on ?? undefined,
  revision: row.revision,
})

export const courseOf = ({ state, seat, evidence, public_until }: AccreditationColumns): Course => ({
  state,
  seat,
  evidence,
  publicUntil: public_until,
})

interface Named {
  readonly unitCode: UnitCode
  readonly id: string
}

/** A course of a unit; outside the transaction's range there is none. `lock`: nobody else changes it until the transaction ends. */
export async function findAccreditation(
  tx: Tx,
  { unitCode, id }: Named,
  { lock }: { lock: boolean } = { lock: false },
): Promise<AccreditationColumns | undefined> {
  const { rows } = await tx.query<AccreditationColumns>(
    `select ${ACCREDITATION_COLUMNS} from ${OF_UNIT} where a.bureau_code = $1 and a.unit_code = $2 and a.id = $3 ${lock ? 'for update of a' : ''}`,
    [bureauOf(unitCode), unitCode, id],
  )
  return rows[0]
}

/** The award of a scheme that a unit holds, or held last until it expired. */
export async function findHeld(
  tx: Tx,
  { unitCode, scheme }: { unitCode: UnitCode; scheme: string },
): Promise<AccreditationColumns | undefined> {
  const { rows } = await tx.query<AccreditationColumns>(
    `select ${ACCREDITATION_COLUMNS} from ${OF_UNIT} where a.bureau_code = $1 and a.unit_code = $2 and a.scheme = $3 and a.state = 'awarded' for update of a`,
    [bureauOf(unitCode), unitCode, scheme],
  )
  return rows[0]
}

/** Writes a step down; steps are only added. */
export async function writeStep(
  { tx, now, actor }: ActionContext,
  { unitCode, id }: Named,
  { kind, reason }: { kind: StepKind | 'open'; reason: string },
): Promise<void> {
  await tx.query(
    `insert into network.accreditation_steps (bureau_code, accreditation_id, seq, unit_code, kind, taken_at, taken_by, taken_at_unit, reason)
     select $1, $2, coalesce(max(s.seq), 0) + 1, $3, $4, $5, $6, $7, $8
       from network.accreditation_steps s where s.bureau_code = $1 and s.accreditation_id = $2`,
    [bureauOf(unitCode), id, unitCode, kind, now, actor.accountId, actor.unitCode, reason],
  )
}
