import { addDays, type PlainDate } from '../src/kernel/plain-date.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'
import { openCitizenIds } from './citizen-ids.ts'
import type { TableCopier } from './copy-tables.ts'
import { diceOf } from './dice.ts'
import { seasonsBetween } from './festivals.ts'
import { type Place, servingUnits } from './places.ts'
import { writeStaff } from './staff-rows.ts'
import { writeStation } from './station-people.ts'
import { unitsOf, writeUnit } from './unit-rows.ts'

export interface Region {
  readonly secrets: Secrets
  readonly places: readonly Place[]
  /** Accounts by unit: they sign what their unit recorded. */
  readonly signers: ReadonlyMap<string, string>
  readonly today: PlainDate
  readonly from: PlainDate
  readonly people: number
  readonly facts: number | undefined
}

/** Facts of a file without visits, and of two years of visits and plans: measured on the default demo. */
const FACTS_OF_FILE = 4
const FACTS_OF_VISITS = 22

const visitedShare = ({ people, facts }: Region): number =>
  facts === undefined || people === 0 ? 1 : Math.min(1, Math.max(0, (facts / people - FACTS_OF_FILE) / FACTS_OF_VISITS))

/** Writes everything but the accounts, the places in order of their codes. */
export async function writeRegion(copier: TableCopier, region: Region): Promise<void> {
  const { secrets, places, today, from } = region
  const signers = await writeUnits(copier, region)
  const serving = servingUnits(places)
  const giveCitizenId = openCitizenIds([...new Set(places.map(({ code }) => code.slice(0, 6)))])
  const seasons = seasonsBetween(from, addDays(today, -1))
  const loading = { copier, secrets, today, from, seasons, giveCitizenId, visited: visitedShare(region) }
  for (const place of places) {
    if (place.people === 0) continue
    const unitCode = serving.get(place.code) ?? place.code
    const recordedBy = signers.get(unitCode) ?? diceOf('signer', unitCode).uuid(0)
    await writeStation(loading, { place, unitCode, recordedBy })
  }
}

async function writeUnits(copier: TableCopier, { places, today, signers }: Region): Promise<ReadonlyMap<string, string>> {
  const staff = new Map<string, string>()
  for (const [at, unit] of unitsOf(places).entries()) {
    const openedOn = writeUnit(copier, unit, today)
    if (unit.isOpen) staff.set(unit.unitCode, writeStaff(copier, unit, { openedOn, today }))
    if (at % 200 === 0) await copier.rest()
  }
  return new Map([...staff, ...signers])
}
