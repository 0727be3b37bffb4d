import { type RegionCode, rangeOf, type UnitCode } from '../../../kernel/region-code.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { view } from '../../../platform/actions/declare.ts'
import { findFacilityUnit, listFacilities } from '../../worklog/index.ts'
import * as contract from '../contract.ts'
import { countPatrolsDue as CountPatrolsDue } from '../contract-due.ts'
import { isDueThisMonth } from '../domain/due.ts'
import { lastPatrols, listPatrols } from './patrol-rows.ts'
import { countOpenRepairs, countRepairs, listOpenRepairs, repairsOfFacility, toRepair } from './repair-rows.ts'

const MOST_SHOWN = 500

const canWrite = ({ actor }: ViewContext): { write: boolean } => ({ write: actor.grants.has('work.write') })

type Place = RegionCode | UnitCode

/** The facilities of a range with what is known of each: those that wait for this month's patrol first, then in the order of their places. */
async function facilitiesOf({ tx, today }: ViewContext, place: Place): Promise<contract.Facility[]> {
  const range = rangeOf(place)
  const [all, last, open] = [await listFacilities(tx, range, today), await lastPatrols(tx, range), await countOpenRepairs(tx, range)]
  const known = all.map(({ since: _, ...one }) => {
    const lastPatrolOn = last.get(one.id) ?? null
    const isDue = one.stands && isDueThisMonth(lastPatrolOn, today)
    return { ...one, lastPatrolOn, isDue, openRepairs: open.get(one.id) ?? 0 }
  })
  return known.toSorted((a, b) => Number(b.isDue) - Number(a.isDue))
}

export const seePatrolDesk = view(contract.seePatrolDesk, {
  grant: 'work.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const all = await facilitiesOf(context, place)
    const facilities = all.filter(({ stands }) => stands)
    // What is open at one that stands no longer is still somebody's to finish.
    const named = new Map(all.map(({ id, name }) => [id, name]))
    const { open, longOpen } = await countRepairs(context.tx, rangeOf(place), context)
    const repairs = (await listOpenRepairs(context.tx, rangeOf(place))).map((row) =>
      toRepair(row, named.get(row.facility_id) ?? '', context),
    )
    return {
      facilities: facilities.slice(0, MOST_SHOWN),
      repairs,
      counts: { facilities: facilities.length, due: facilities.filter(({ isDue }) => isDue).length, openRepairs: open, longOpen },
      can: canWrite(context),
    }
  },
})

export const countPatrolsDue = view(CountPatrolsDue, {
  grant: 'work.read',
  where: ({ place }) => place,
  async run(context, { place }) {
    const facilities = await facilitiesOf(context, place)
    const { overdue, toAccept } = await countRepairs(context.tx, rangeOf(place), context)
    return { due: facilities.filter(({ isDue }) => isDue).length, overdue, toAccept }
  },
})

export const seeFacility = view(contract.seeFacility, {
  grant: 'work.read',
  where: ({ facilityId }, { tx }) => findFacilityUnit(tx, facilityId),
  async run(context, { facilityId }) {
    const { tx } = context
    const unitCode = await findFacilityUnit(tx, facilityId)
    const facility = unitCode && (await facilitiesOf(context, unitCode)).find(({ id }) => id === facilityId)
    if (!facility) return undefined
    const repairs = (await repairsOfFacility(tx, facilityId)).map((row) => toRepair(row, facility.name, context))
    return { facility, patrols: await listPatrols(tx, facilityId), repairs, can: canWrite(context) }
  },
})
