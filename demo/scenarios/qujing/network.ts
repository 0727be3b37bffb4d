import { addDays } from '../../../src/kernel/plain-date.ts'
import { unitsOf, writeUnit } from '../../unit-rows.ts'
import type { ScenarioGround } from '../scenario.ts'
import { QUJING } from './place.ts'

/** Stations that were not ready in time: they are planned, and have nothing to show. */
const PLANNED = 4

const ALL = { organised: 'yes', posts: 'yes', staff: 'yes', funds: 'yes', safeguards: 'yes' }

/** A unit at every division of the four tiers, and for each that is open its Five Haves. */
export async function writeNetwork({ places, copier, today, work, rest }: ScenarioGround): Promise<void> {
  const own = places.filter(({ code }) => code.startsWith(QUJING.slice(0, 4)))
  const units = unitsOf(own.map((place) => ({ ...place, state: 'open', people: 0 })))
  const villages = units.filter(({ tier }) => tier === 'village')
  const late = new Set(villages.slice(0, PLANNED).map(({ unitCode }) => unitCode))
  for (const [at, unit] of units.entries()) {
    const isOpen = !late.has(unit.unitCode)
    const openedOn = writeUnit(copier, { ...unit, isOpen }, today)
    if (isOpen) work({ kind: 'fiveHaves', unitCode: unit.unitCode, on: addDays(openedOn, 200), values: { ...ALL, evidence: '验收表' } })
    if (at % 200 === 0) await rest()
  }
}
