import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { FileId } from '../../../kernel/id.ts'
import { bureauOf, type RegionCode, rangeOf, regionOf } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import { findDivision } from '../../network/index.ts'
import { type Facility, listFacilities } from '../../worklog/index.ts'
import { recordPatrol as RecordPatrol } from '../contract.ts'
import { keepPhoto, PHOTO_REFUSALS } from './keep-photo.ts'
import { insertRepair, insertVisit } from './patrol-rows.ts'
import { writeStep } from './repair-rows.ts'

type Round = z.output<typeof RecordPatrol.input>
type Visit = Round['visits'][number]
type Refusal = z.output<typeof RecordPatrol.refusal>

/** Why a facility cannot have been seen on that day. */
function refusalOf({ facilityId }: Visit, facility: Facility | undefined, { on, unitCode }: Round): Refusal | undefined {
  // A facility of another bureau is that bureau's to look after.
  if (!facility?.stands || bureauOf(facility.unitCode) !== bureauOf(unitCode)) return { code: 'facility-not-found', facilityId }
  if (on < facility.since) return { code: 'before-it-stood', name: facility.name, since: facility.since }
  return undefined
}

async function landDefect(
  context: ActionContext,
  { facility, on }: { facility: Facility; on: Round['on'] },
  { item, what, photo }: Visit['defects'][number],
): Promise<Result<string, Refusal>> {
  const { tx, actionId, fact } = context
  const { unitCode, id: facilityId } = facility
  let kept: FileId | null = null
  if (photo) {
    const found = await keepPhoto(context, photo, unitCode)
    if (!found.ok) return found
    kept = found.value
  }
  const id = uuidv7()
  await insertRepair(tx, { id, patrolId: actionId, facilityId, unitCode, item, what, photo: kept, on })
  await writeStep(context, { repairId: id, unitCode, step: 'found' })
  fact({ kind: 'defect.found', on, unitCode, dimensions: { item } })
  fact({ kind: 'defect.open', on, unitCode, dimensions: { item } })
  return ok(id)
}

interface Seen {
  readonly facility: Facility
  readonly visit: Visit
}

/** @returns the defects that were found there */
async function landVisit(context: ActionContext, round: Round, { facility, visit }: Seen): Promise<Result<string[], Refusal>> {
  const { unitCode, name } = facility
  const { on } = round
  const isFirst = await insertVisit(context.tx, {
    patrolId: context.actionId,
    facilityId: facility.id,
    unitCode,
    on,
    level: facility.level,
    defects: visit.defects.length,
  })
  if (!isFirst) return refuse({ code: 'already-patrolled', name })
  context.fact({ kind: 'patrol.visit', on, unitCode, dimensions: { level: facility.level } })
  const repairIds: string[] = []
  for (const defect of visit.defects) {
    const landed = await landDefect(context, { facility, on }, defect)
    if (!landed.ok) return landed
    repairIds.push(landed.value)
  }
  return ok(repairIds)
}

/** 巡查: one round, counted once where it was walked from, and each facility that it came to, counted where it is kept. */
export const recordPatrol = action(RecordPatrol, {
  grant: 'work.write',
  where: ({ unitCode }) => unitCode,
  refusals: {
    'unknown-place': 404,
    'in-the-future': 422,
    'facility-not-found': 404,
    'before-it-stood': 422,
    'already-patrolled': 409,
    ...PHOTO_REFUSALS,
  },
  async run(context, round) {
    const { tx, today, actor, now, actionId } = context
    const { unitCode, on, visits } = round
    if (on > today) return refuse({ code: 'in-the-future' })
    // Whoever works at a unit may record for it, though its place is a pseudo node that is no division.
    const isPlace = unitCode === actor.unitCode || (await findDivision(tx, regionOf(unitCode))) !== undefined
    if (!isPlace) return refuse({ code: 'unknown-place' })
    // Of the bureau, as far as the actor's range goes: the rows of a transaction are no others.
    const bureau = bureauOf(unitCode)
    const facilities = new Map((await listFacilities(tx, rangeOf(`${bureau}000000` as RegionCode), today)).map((one) => [one.id, one]))
    await tx.query(
      'insert into memorial.patrols (bureau_code, id, unit_code, on_day, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)',
      [bureauOf(unitCode), actionId, unitCode, on, actor.accountId, now],
    )
    const repairIds: string[] = []
    for (const visit of visits) {
      const facility = facilities.get(visit.facilityId)
      const refusal = refusalOf(visit, facility, round)
      if (refusal || !facility) return refuse(refusal ?? { code: 'facility-not-found', facilityId: visit.facilityId })
      const landed = await landVisit(context, round, { facility, visit })
      if (!landed.ok) return landed
      repairIds.push(...landed.value)
    }
    context.fact({ kind: 'patrol.round', on })
    context.note({ patrol: actionId, facilities: visits.map(({ facilityId }) => facilityId) })
    return ok({ id: actionId, repairIds })
  },
})
