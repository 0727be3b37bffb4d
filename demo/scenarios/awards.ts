import { addDays, addMonths, type PlainDate } from '../../src/kernel/plain-date.ts'
import type { Tier } from '../../src/kernel/region-code.ts'
import { schemeOf, seatsFor } from '../../src/modules/network/index.ts'
import { diceOf } from '../dice.ts'
import { writeFact } from '../fact-rows.ts'
import { signerOf } from './ground.ts'
import type { ScenarioGround, ScenarioPlace } from './scenario.ts'

export const AWARD_TABLES = ['network.accreditations', 'network.accreditation_steps'] as const

export interface Award {
  readonly unit: ScenarioPlace
  readonly scheme: string
  /** Stars, where the scheme has levels. */
  readonly level?: number
  readonly on: PlainDate
}

const COURSES = `network.accreditations (bureau_code, id, unit_code, scheme, level, state, seats, seat, evidence, opened_on, opened_by, submitted_by,
  public_until, awarded_on, expires_on, revision)`
const STEPS = 'network.accreditation_steps (bureau_code, accreditation_id, seq, unit_code, kind, taken_at, taken_by, taken_at_unit, reason)'

/** Days from the opening of a course until its award. */
const COURSE_DAYS = 90

/** Gives awards as courses that went from seat to seat: opened, shown, handed in, passed, published, awarded, and held until they expire. */
export function openAwards(ground: ScenarioGround): (award: Award) => void {
  const places = new Map(ground.places.map(({ code, tier }) => [code as string, tier]))
  return (award) => writeAward(ground, award, tiersAt(places, award.unit.code))
}

/** The tiers of the divisions on the way down to a place, from the top. */
function tiersAt(places: ReadonlyMap<string, Tier>, code: string): Tier[] {
  const codes = [2, 4, 6, 9, 12].map((digits) => code.slice(0, digits).padEnd(12, '0'))
  return [...new Set(codes)].flatMap((one) => places.get(one) ?? [])
}

function writeAward({ copier }: ScenarioGround, { unit, scheme: schemeCode, level = 0, on }: Award, tiersOfPlace: readonly Tier[]): void {
  const scheme = schemeOf(schemeCode)
  if (!scheme?.tiers.includes(unit.tier)) throw new Error(`${schemeCode} is not for a unit of tier ${unit.tier}`)
  const seats = seatsFor(scheme, unit.tier, tiersOfPlace)
  const dice = diceOf('award', schemeCode, level, unit.code)
  const openedOn = addDays(on, -COURSE_DAYS)
  const [id, bureau, by] = [dice.uuid(Date.parse(openedOn)), unit.code.slice(0, 6), signerOf(unit.code)]
  const evidence = JSON.stringify(scheme.criteria.map(({ code, zh }) => ({ criterion: code, isMet: true, words: `${zh}台账` })))
  const steps = ['open', 'check', 'submit', ...seats.map(() => 'pass'), 'award']
  const expiresOn = addMonths(on, scheme.validMonths)
  const days = [openedOn, by, by, addDays(on, -1), on, expiresOn, steps.length] as const
  copier.row(COURSES, [bureau, id, unit.code, schemeCode, level, 'awarded', seats, seats.length - 1, evidence, ...days])
  for (const [at, kind] of steps.entries()) {
    const day = kind === 'award' ? on : addDays(openedOn, at * 10)
    const reviewer = kind === 'pass' || kind === 'award' ? officeOf(unit.code, seats[Math.min(at - 3, seats.length - 1)]) : unit.code
    copier.row(STEPS, [bureau, id, at + 1, unit.code, kind, `${day}T03:00:00Z`, signerOf(reviewer), reviewer, ''])
  }
  const fact = { kind: 'unit.accredited', unitCode: unit.code, dimensions: { scheme: schemeCode, level: String(level), tier: unit.tier } }
  writeFact(copier, dice, { ...fact, on })
  writeFact(copier, dice, { ...fact, on: expiresOn, quantity: -1 })
}

/** Which unit reviews for a seat: the one of that tier above the unit. */
function officeOf(code: string, seat: Tier | undefined): string {
  const digits = { nation: 0, province: 2, city: 4, county: 6, township: 9, village: 12 }[seat ?? 'county']
  return code.slice(0, digits).padEnd(12, '0')
}
