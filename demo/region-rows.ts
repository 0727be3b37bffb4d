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

/** The places of one bureau: its people can be written without those of the others. */
export interface Bureau {
  /** First six digits. */
  readonly code: string
  readonly places: readonly Place[]
}

/** What the people of a region are made from: plain values, so that a thread can be told. */
export interface PeopleOfRegion {
  readonly bureaus: readonly Bureau[]
  /** Who signs what a unit recorded. */
  readonly signers: ReadonlyMap<string, string>
  readonly today: PlainDate
  readonly from: PlainDate
  readonly people: number
  readonly facts: number | undefined
}

/** Facts of a file without visits, and of two years of visits and plans: measured on the default demo. */
const FACTS_OF_FILE = 4
const FACTS_OF_VISITS = 22

const visitedShare = ({ people, facts }: PeopleOfRegion): number =>
  facts === undefined || people === 0 ? 1 : Math.min(1, Math.max(0, (facts / people - FACTS_OF_FILE) / FACTS_OF_VISITS))

/** The places by bureau, in their order. */
export function bureausOf(places: readonly Place[]): readonly Bureau[] {
  const byCode = new Map<string, Place[]>()
  for (const place of places) {
    const code = place.code.slice(0, 6)
    const own = byCode.get(code)
    if (own) own.push(place)
    else byCode.set(code, [place])
  }
  return [...byCode].map(([code, own]) => ({ code, places: own }))
}

/** Writes the people of one bureau with all that was done for them: the same rows, whoever writes the others. */
export async function writeBureau(
  copier: TableCopier,
  { secrets, region, bureau }: { secrets: Secrets; region: PeopleOfRegion; bureau: Bureau },
): Promise<void> {
  const { bureaus, signers, today, from } = region
  const serving = servingUnits(bureau.places)
  const giveCitizenId = openCitizenIds(bureaus.map(({ code }) => code))
  const seasons = seasonsBetween(from, addDays(today, -1))
  const loading = { copier, secrets, today, from, seasons, giveCitizenId, visited: visitedShare(region) }
  for (const place of bureau.places) {
    if (place.people === 0) continue
    const unitCode = serving.get(place.code) ?? place.code
    const recordedBy = signers.get(unitCode) ?? diceOf('signer', unitCode).uuid(0)
    await writeStation(loading, { place, unitCode, recordedBy })
  }
}

/** Writes units and their staff. Gives whoever signs for a unit: its account, else one of its staff. */
export async function writeUnits(
  copier: TableCopier,
  { places, today, accounts }: { places: readonly Place[]; today: PlainDate; accounts: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const staff = new Map<string, string>()
  for (const [at, unit] of unitsOf(places).entries()) {
    const openedOn = writeUnit(copier, unit, today)
    if (unit.isOpen) staff.set(unit.unitCode, writeStaff(copier, unit, { openedOn, today }))
    if (at % 25 === 0) await copier.rest()
  }
  return new Map([...staff, ...accounts])
}
