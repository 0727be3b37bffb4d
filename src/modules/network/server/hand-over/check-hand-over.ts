import type { z } from 'zod'
import { bureauOf, isWithin, regionOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { HandOverRefusal, HandOverState, HandOverTo, Load } from '../../contract.ts'
import { findDivision } from '../division-queries.ts'
import { findUnit, findUnitForUpdate } from '../unit-queries.ts'
import { fileKeeper, listLoads } from './ask-others.ts'

interface Asked extends z.output<typeof HandOverTo> {
  readonly unitCode: UnitCode
}

const isStation = (unitCode: UnitCode): boolean => tierOf(unitCode) === 'village' || tierOf(unitCode) === 'township'

/** What a hand-over takes along. */
const goingAlong = (loads: readonly Load[]): Load[] => loads.filter(({ goes }) => goes === 'along')

/** What has to go somewhere before a unit may close without a word. */
export const holdingOpen = (loads: readonly Load[]): Load[] => loads.filter(({ goes }) => goes === 'along' || goes === 'first')

/**
 * Hands everything at a station to its successor: refused where the two do not fit, where nothing lies there, or where
 * somebody still waits for an answer about one of its files.
 */
export async function beginHandOver(context: ActionContext, asked: Asked): Promise<Result<HandOverState, HandOverRefusal>> {
  const { tx, today } = context
  const { unitCode, toUnit, reason } = asked
  await holdStations(context, asked)
  const to = await findHeir(context, asked)
  if (!to.ok) return to
  const loads = await listLoads(tx, { unitCode, today })
  const transfers = loads.find(({ code }) => code === 'transfers')
  if (transfers) return refuse({ code: 'transfers-open', count: transfers.count })
  const going = goingAlong(loads)
  if (going.length === 0) return refuse({ code: 'nothing-there' })
  const name = (await findUnit(tx, unitCode))?.name ?? (await findDivision(tx, regionOf(unitCode)))?.name ?? unitCode
  const begun = await fileKeeper().begin(context, { from: { unitCode, name }, to: { unitCode: toUnit, name: to.value }, reason })
  if (begun === 'under-way') return refuse({ code: 'under-way' })
  const counted = Object.fromEntries(going.map(({ code, of, count }) => [of ? `${code}.${of.code}` : code, count]))
  context.note({ handOver: begun.id, to: toUnit, ...counted })
  return ok(begun)
}

/** Of two hand-overs of one station at once the second sees the first; and nobody closes the heir meanwhile. */
async function holdStations({ tx, actor }: ActionContext, { unitCode, toUnit }: Asked): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 27))', [unitCode])
  if (isWithin(toUnit, actor.scope)) await findUnitForUpdate(tx, toUnit)
}

/** The name of the station that takes over. */
async function findHeir(context: ActionContext, { unitCode, toUnit }: Asked): Promise<Result<string, HandOverRefusal>> {
  const { tx, today, actor } = context
  if (toUnit === unitCode) return refuse({ code: 'same-unit' })
  const heir = isWithin(toUnit, actor.scope) ? await findUnit(tx, toUnit) : undefined
  if (!heir) return refuse({ code: 'unknown-heir' })
  if (bureauOf(toUnit) !== bureauOf(unitCode)) return refuse({ code: 'other-bureau' })
  if (!isStation(unitCode) || !isStation(toUnit)) return refuse({ code: 'not-a-station' })
  const division = await findDivision(tx, regionOf(toUnit))
  if (division?.validFrom !== undefined && division.validFrom > today) return refuse({ code: 'heir-not-yet', from: division.validFrom })
  const hasEnded = division?.validTo !== undefined && division.validTo <= today
  return heir.status === 'open' && !hasEnded ? ok(heir.name) : refuse({ code: 'heir-is-over' })
}
