import pg from 'pg'
import type { z } from 'zod'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, regionOf, tierOf } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import type { openUnit as contract, ServiceUnit } from '../contract.ts'
import { suitsTier } from '../domain/unit-rules.ts'
import { findDivision } from './division-queries.ts'
import { emitOpenUnit } from './network-facts.ts'
import { findOpenUnit, findUnit, listUnknownCodes } from './unit-queries.ts'
import { UNIT_COLUMNS, type UnitColumns, unitOf } from './unit-rows.ts'

type Input = z.output<(typeof contract)['input']>
type Refusal = z.output<(typeof contract)['refusal']>

/** Whether the database refused a second open centre or station: two clerks at once meet its index, not luck. */
export const isSecondOpenUnit = (fault: unknown): boolean =>
  fault instanceof pg.DatabaseError && fault.constraint === 'service_units_one_open_key'

/** Puts a unit on the tree. One division has one open centre or station, branches aside (B1). */
export async function openUnit(context: ActionContext, input: Input): Promise<Result<ServiceUnit, Refusal>> {
  const refusal = await findRefusal(context, input)
  if (refusal) return refuse(refusal)
  try {
    const unit = await insertUnit(context, input)
    if (unit.status === 'open') emitOpenUnit(context, unit, { on: unit.openedOn ?? context.today, quantity: 1 })
    return ok(unit)
  } catch (fault) {
    if (isSecondOpenUnit(fault)) return refuse({ code: 'already-open' })
    if (fault instanceof pg.DatabaseError && fault.constraint === 'service_units_pkey') return refuse({ code: 'unit-exists' })
    throw fault
  }
}

async function findRefusal({ tx, today }: ActionContext, input: Input): Promise<Refusal | undefined> {
  const division = await findDivision(tx, regionOf(input.unitCode))
  if (!division || (division.validFrom !== undefined && division.validFrom > today)) return { code: 'unknown-division' }
  if (division.validTo !== undefined && division.validTo <= today) return { code: 'abolished-division', validTo: division.validTo }
  if (!suitsTier(input.kind, division.tier)) return { code: 'kind-does-not-suit-tier', tier: division.tier }
  const day = openDayRefusal(input, today)
  if (day) return day
  const codes = await listUnknownCodes(tx, 'amenity', input.amenities)
  if (codes.length > 0) return { code: 'unknown-codes', codes }
  if (await findUnit(tx, input.unitCode)) return { code: 'unit-exists' }
  const needsPlace = input.status === 'open' && !input.isBranch && (input.kind === 'centre' || input.kind === 'station')
  const other = needsPlace ? await findOpenUnit(tx, input.unitCode) : undefined
  return other === undefined ? undefined : { code: 'already-open', unitCode: other }
}

/** What is open has a day on which it opened, and that day has come. */
export function openDayRefusal(
  unit: { readonly status: string; readonly openedOn?: PlainDate | undefined },
  today: PlainDate,
): { code: 'opened-on-missing' } | { code: 'opens-in-future' } | undefined {
  if (unit.status !== 'open') return undefined
  if (unit.openedOn === undefined) return { code: 'opened-on-missing' }
  return unit.openedOn > today ? { code: 'opens-in-future' } : undefined
}

async function insertUnit({ tx }: ActionContext, input: Input): Promise<ServiceUnit> {
  const { rows } = await tx.query<UnitColumns>(
    `insert into network.service_units as u (bureau_code, unit_code, kind, tier, name, address, phone, opening_hours, amenities,
       status, opened_on, latitude, longitude, shares_paf_venue, is_branch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     returning ${UNIT_COLUMNS}`,
    [
      bureauOf(input.unitCode),
      input.unitCode,
      input.kind,
      tierOf(input.unitCode),
      input.name,
      input.address,
      input.phone,
      input.openingHours,
      input.amenities,
      input.status,
      input.openedOn,
      input.place?.latitude,
      input.place?.longitude,
      input.sharesPafVenue,
      input.isBranch,
    ],
  )
  if (!rows[0]) throw new Error('the unit was not written')
  return unitOf(rows[0])
}
