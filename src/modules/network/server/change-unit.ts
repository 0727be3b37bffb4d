import type { z } from 'zod'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import type { changeUnit as contract, ServiceUnit } from '../contract.ts'
import { canBecome } from '../domain/unit-rules.ts'
import { endAccreditationsOfUnit } from './accreditation/end-with-unit.ts'
import { settleLoads } from './hand-over/settle-loads.ts'
import { emitOpenUnit } from './network-facts.ts'
import { isSecondOpenUnit, openDayRefusal } from './open-unit.ts'
import { endPostsOfUnit } from './staff-posts.ts'
import { findOpenUnit, findUnit, findUnitForUpdate, listUnknownCodes } from './unit-queries.ts'
import { UNIT_COLUMNS, type UnitColumns, unitOf } from './unit-rows.ts'

type Input = z.output<(typeof contract)['input']>
type Refusal = z.output<(typeof contract)['refusal']>

/** Changes a unit as it was being looked at; one that has closed or merged stays so. */
export async function changeUnit(context: ActionContext, input: Input): Promise<Result<ServiceUnit, Refusal>> {
  const before = await findUnitForUpdate(context.tx, input.unitCode)
  if (!before) return refuse({ code: 'unit-not-found' })
  const after = changed(context, before, input)
  const refusal =
    staleOrOver(before, after, input) ??
    closeDayRefusal(before, after, context.today) ??
    openDayRefusal(after, context.today) ??
    (await findRefusal(context, after))
  if (refusal) return refuse(refusal)
  const unsettled = isOver(after) && !isOver(before) ? await settleLoads(context, input) : undefined
  if (unsettled) return refuse(unsettled)
  try {
    const unit = await updateUnit(context, after)
    emitChange(context, before, unit)
    if (unit.closedOn && !isOver(before)) await endWithUnit(context, { unitCode: unit.unitCode, closedOn: unit.closedOn })
    return ok(unit)
  } catch (fault) {
    if (isSecondOpenUnit(fault)) return refuse({ code: 'already-open' })
    throw fault
  }
}

/** What a unit has of its own is over with it: its posts, and the awards that it holds. */
async function endWithUnit(context: ActionContext, ended: { unitCode: UnitCode; closedOn: PlainDate }): Promise<void> {
  await endPostsOfUnit(context, ended)
  await endAccreditationsOfUnit(context, ended)
}

const isOver = (unit: ServiceUnit): boolean => unit.status === 'merged' || unit.status === 'closed'

function changed({ today }: ActionContext, before: ServiceUnit, { changes, closedOn, mergedIntoCode }: Input): ServiceUnit {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const after: ServiceUnit = { ...before, ...given }
  return {
    ...after,
    closedOn: isOver(after) ? (closedOn ?? before.closedOn ?? today) : undefined,
    mergedIntoCode: after.status === 'merged' ? (mergedIntoCode ?? before.mergedIntoCode) : undefined,
  }
}

function staleOrOver(before: ServiceUnit, after: ServiceUnit, { revision }: Input): Refusal | undefined {
  if (before.revision !== revision) return { code: 'changed-meanwhile', revision: before.revision }
  if (!canBecome(before.status, after.status)) return { code: 'cannot-become', from: before.status, to: after.status }
  const { openedOn, closedOn } = after
  if (openedOn !== undefined && closedOn !== undefined && closedOn < openedOn) return { code: 'closed-before-opened', openedOn }
  return undefined
}

/** What is over is over today: the list says so at once, and the figures count by the day. */
const closeDayRefusal = (before: ServiceUnit, after: ServiceUnit, today: PlainDate): Refusal | undefined =>
  !isOver(before) && after.closedOn !== undefined && after.closedOn > today ? { code: 'closes-in-future' } : undefined

async function findRefusal({ tx }: ActionContext, after: ServiceUnit): Promise<Refusal | undefined> {
  if (after.status === 'merged' && !(await isOtherUnit(tx, after))) return { code: 'merged-into-missing' }
  const codes = await listUnknownCodes(tx, 'amenity', after.amenities)
  if (codes.length > 0) return { code: 'unknown-codes', codes }
  const needsPlace = after.status === 'open' && !after.isBranch && (after.kind === 'centre' || after.kind === 'station')
  const other = needsPlace ? await findOpenUnit(tx, after.unitCode) : undefined
  return other === undefined || other === after.unitCode ? undefined : { code: 'already-open', unitCode: other }
}

async function isOtherUnit(tx: ActionContext['tx'], { unitCode, mergedIntoCode }: ServiceUnit): Promise<boolean> {
  return mergedIntoCode !== undefined && mergedIntoCode !== unitCode && (await findUnit(tx, mergedIntoCode)) !== undefined
}

function emitChange(context: ActionContext, before: ServiceUnit, after: ServiceUnit): void {
  if (before.status !== 'open' && after.status === 'open') {
    const on = before.status === 'suspended' ? context.today : (after.openedOn ?? context.today)
    emitOpenUnit(context, after, { on, quantity: 1 })
  }
  if (before.status === 'open' && after.status !== 'open')
    emitOpenUnit(context, before, { on: after.closedOn ?? context.today, quantity: -1 })
}

async function updateUnit({ tx }: ActionContext, unit: ServiceUnit): Promise<ServiceUnit> {
  const { rows } = await tx.query<UnitColumns>(
    `update network.service_units u set
       name = $3, address = $4, phone = $5, opening_hours = $6, amenities = $7, status = $8, opened_on = $9, closed_on = $10,
       merged_into_code = $11, latitude = $12, longitude = $13, shares_paf_venue = $14, is_branch = $15, revision = revision + 1
     where bureau_code = $1 and unit_code = $2
     returning ${UNIT_COLUMNS}`,
    [
      bureauOf(unit.unitCode),
      unit.unitCode,
      unit.name,
      unit.address,
      unit.phone,
      unit.openingHours,
      unit.amenities,
      unit.status,
      unit.openedOn,
      unit.closedOn,
      unit.mergedIntoCode,
      unit.place?.latitude,
      unit.place?.longitude,
      unit.sharesPafVenue,
      unit.isBranch,
    ],
  )
  if (!rows[0]) throw new Error('the unit was not changed')
  return unitOf(rows[0])
}
