import { readFileSync } from 'node:fs'
import type { Maker } from './probe-case.ts'

/** The county of each station, and a station of each county. */
export const countyOf = (unit: string): string => `${unit.slice(0, 6)}000000`
export const STATION_OF: Readonly<Record<string, string>> = {
  '500112000000': '500112017005',
  '500105000000': '500105001001',
  '500230000000': '500230001001',
  '640104000000': '640104001002',
}

const shipped = JSON.parse(readFileSync(new URL('../../../data/placement/scheme-2018.json', import.meta.url), 'utf8')) as object

let serial = 0

/** A season and group of a county that nobody has had yet. */
const nextCohort = () => {
  serial += 1
  return {
    year: 2027 + Math.floor(serial / 4),
    season: serial % 2 === 0 ? 'spring' : 'autumn',
    group: serial % 4 < 2 ? 'nco' : 'conscript',
  }
}

export const cohortBody = (unitCode: string, more: object = {}) => ({ unitCode, ...nextCohort(), ...more })

export async function cohortAt(maker: Maker, county: string, more: object = {}): Promise<string> {
  const { id = '' } = await maker.done('cohort.open', { touches: county }, cohortBody(county, more))
  maker.remember(id, county)
  return id
}

/** A version of the score table for people who leave today: that of 2018 under a name of its own. */
export const schemeBody = (unitCode: string, leavingFrom: string) => {
  serial += 1
  return { unitCode, scheme: { ...shipped, version: `probe-${serial}`, leavingFrom, leavingTo: null } }
}

export async function enteredScheme(maker: Maker, county: string, leavingFrom = '2090-01-01'): Promise<string> {
  const { id = '' } = await maker.done('scheme.enter', { touches: county }, schemeBody(county, leavingFrom))
  maker.remember(id, county)
  return id
}

const schemed = new WeakMap<object, Map<string, Promise<void>>>()

/** Once a county: the version by which its people are scored. */
async function withScheme(maker: Maker, county: string): Promise<void> {
  const known = schemed.get(maker.persons) ?? new Map<string, Promise<void>>()
  schemed.set(maker.persons, known)
  const enter = async () => {
    await maker.done('scheme.approve', { touches: county }, { id: await enteredScheme(maker, county, '2023-01-01') })
  }
  const entered = known.get(county) ?? enter()
  known.set(county, entered)
  await entered
}

export interface MadeCandidate {
  readonly candidateId: string
  readonly unit: string
  readonly steps: number
}

const LEFT_ON = '2024-10-01'

/** A person of a station entered in a cohort of its own, or the one given. */
export async function candidateAt(
  maker: Maker,
  unit: string,
  given: { personId?: string; cohortId?: string } = {},
): Promise<MadeCandidate> {
  const cohortId = given.cohortId ?? (await cohortAt(maker, countyOf(unit)))
  const personId = given.personId ?? (await maker.person(unit)).id
  const { id = '' } = await maker.done('candidate.add', { touches: countyOf(unit) }, { cohortId, personId, leavingOn: LEFT_ON })
  if (given.personId === undefined) maker.remember(id, unit)
  else maker.rememberOwn(id, unit, given.personId)
  return { candidateId: id, unit, steps: 1 }
}

export const FILE = { receivedOn: '2024-10-08', pages: 60, missing: [] }
export const REPORT = { reportedOn: '2024-10-10' }
export const FACTS = {
  isMidRank: false,
  serviceYears: 14,
  ncoYears: 12,
  disability: null,
  lostAbilityByIllness: false,
  meetsMonthlyPay: false,
  merit: false,
  firstClassCommendation: false,
  medalOrTitle: false,
  martyrsChild: true,
  isExcluded: false,
}
export const SCORE = { enlistedOn: '2010-10-01', evidence: '入伍批准书', claims: [] }
export const LINE = 'service.upTo12Years'

const STEPS = [
  ['candidate.checkFile', FILE],
  ['candidate.report', REPORT],
  ['candidate.decide', { facts: FACTS }],
  ['candidate.score', SCORE],
] as const

/** The same after so many of the steps: checked, reported, decided, scored. */
export async function steppedAt(
  maker: Maker,
  unit: string,
  count: number,
  given: { personId?: string; cohortId?: string } = {},
): Promise<MadeCandidate & { sheetId: string }> {
  await withScheme(maker, countyOf(unit))
  let one = await candidateAt(maker, unit, given)
  let sheetId = ''
  for (const [route, body] of STEPS.slice(0, count)) {
    const said = await maker.done(route, { touches: unit }, { candidateId: one.candidateId, steps: one.steps, ...body })
    one = { ...one, steps: Number(said['steps']) }
    sheetId = said['sheetId'] ?? ''
  }
  if (sheetId !== '' && given.personId === undefined) maker.remember(sheetId, unit)
  if (sheetId !== '' && given.personId !== undefined) maker.rememberOwn(sheetId, unit, given.personId)
  return { ...one, sheetId }
}

/** A cohort with one person who has confirmed, and a tie rule: it may be published. */
export async function readyAt(maker: Maker, county: string): Promise<string> {
  const cohortId = await cohortAt(maker, county)
  const unit = STATION_OF[county] ?? ''
  const { candidateId, steps, sheetId } = await steppedAt(maker, unit, 4, { cohortId })
  await maker.done('candidate.confirm', { touches: unit }, { candidateId, steps, sheetId })
  await maker.done('cohort.declareTies', { touches: county }, { cohortId, rule: ['serviceDays'] })
  return cohortId
}

export const CLOSES_ON = '2099-01-01'

/** The same, published, and its window closed long ago. */
export async function closedAt(maker: Maker, county: string): Promise<string> {
  const cohortId = await readyAt(maker, county)
  await maker.done('cohort.publish', { touches: county }, { cohortId, closesOn: CLOSES_ON })
  await maker.closeWindow(cohortId)
  return cohortId
}
