import type { Bound } from '../world/persons.ts'
import { CITIES, COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import {
  CLOSES_ON,
  candidateAt,
  closedAt,
  cohortAt,
  cohortBody,
  enteredScheme,
  FACTS,
  FILE,
  LINE,
  type MadeCandidate,
  REPORT,
  readyAt,
  SCORE,
  STATION_OF,
  schemeBody,
  steppedAt,
} from './placement-making.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const PLACES = [...VILLAGES, ...COUNTIES, ...CITIES, ...PROVINCES]

const atPlaces: Generator = async () =>
  PLACES.map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } }))

/** One call a county; its people lie at one of its stations. */
const eachCounty =
  (of: (county: string, maker: Maker) => Promise<Omit<Made, 'label'>>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const county of COUNTIES) cases.push({ label: county, ...(await of(county, maker)) })
    return cases
  }

const ofCohort = (extra: object, more: object = {}): Generator =>
  eachCounty(async (county, maker) => {
    const cohortId = await cohortAt(maker, county, more)
    return { touches: county, body: { cohortId, ...extra }, absent: { cohortId: maker.nobody(), ...extra } }
  })

/** A step of a candidate who has gone so many steps already. */
const ofCandidate = (gone: number, extra: (one: MadeCandidate & { sheetId: string }) => object): Generator =>
  eachCounty(async (county, maker) => {
    const one = await steppedAt(maker, STATION_OF[county] ?? '', gone)
    const body = { candidateId: one.candidateId, steps: one.steps, ...extra(one) }
    return { touches: one.unit, body, absent: { ...body, candidateId: maker.nobody() } }
  })

const objectedAt = async (maker: Maker, unit: string): Promise<string> => {
  const { candidateId, steps } = await steppedAt(maker, unit, 4)
  const said = await maker.done('candidate.object', { touches: unit }, { candidateId, steps, line: LINE, words: '入伍时间有误' })
  maker.remember(said['objectionId'] ?? '', unit)
  return said['objectionId'] ?? ''
}

/** Who has a file of their own open: not somebody with authority, whose file is one of these. */
const owners = (maker: Maker): readonly Bound[] => maker.persons.filter(({ kinds }) => kinds === undefined)

/** Nobody has an authority for placement: to an agent it is not there. */
const eachOwn =
  (extra: (one: { sheetId: string }) => object): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const person of owners(maker)) {
      const one = await steppedAt(maker, person.at, 4, { personId: person.personId })
      const body = { candidateId: one.candidateId, sheetId: one.sheetId, ...extra(one) }
      const absent = { ...body, candidateId: maker.nobody() }
      cases.push({ label: person.label, belongsTo: person.personId, kind: 'placement', body, absent })
    }
    return cases
  }

/** From the file to the rank. */
export const placement: Readonly<Record<string, Generator>> = {
  'cohort.list': atPlaces,
  'cohort.get': eachCounty(async (county, maker) => {
    const cohortId = await cohortAt(maker, county)
    const { candidateId } = await candidateAt(maker, STATION_OF[county] ?? '', { cohortId })
    return { touches: county, body: { cohortId }, absent: { cohortId: maker.nobody() }, holds: [candidateId] }
  }),
  'cohort.open': eachCounty(async (county) => ({ touches: county, body: cohortBody(county), absent: cohortBody(NOWHERE) })),
  'cohort.declareTies': ofCohort({ rule: ['serviceDays', 'bornOn'] }),
  'cohort.publish': eachCounty(async (county, maker) => {
    const body = { cohortId: await readyAt(maker, county), closesOn: CLOSES_ON }
    return { touches: county, body, absent: { ...body, cohortId: maker.nobody() } }
  }),
  'cohort.rank': eachCounty(async (county, maker) => ({
    touches: county,
    body: { cohortId: await closedAt(maker, county) },
    absent: { cohortId: maker.nobody() },
  })),
  'cohort.bringMarks': eachCounty(async (county, maker) => {
    const cohortId = await cohortAt(maker, county, { method: 'exam', weights: { service: 60, exam: 40, appraisal: 0 } })
    await candidateAt(maker, STATION_OF[county] ?? '', { cohortId })
    const { fileId, owner } = await maker.upload(county, '编号,考试成绩\n1,80\n')
    return { touches: county, namesRowOf: owner, body: { cohortId, fileId }, absent: { cohortId, fileId: maker.nobody() } }
  }),
  'candidate.add': eachCounty(async (county, maker) => {
    const [cohortId, { id: personId }] = [await cohortAt(maker, county), await maker.person(STATION_OF[county] ?? '')]
    const body = { cohortId, personId, leavingOn: '2024-10-01' }
    return { touches: county, body, absent: { ...body, cohortId: maker.nobody() } }
  }),
  'candidate.get': eachCounty(async (county, maker) => {
    const { candidateId, unit, sheetId } = await steppedAt(maker, STATION_OF[county] ?? '', 4)
    return { touches: unit, body: { candidateId }, absent: { candidateId: maker.nobody() }, holds: [candidateId, sheetId] }
  }),
  'candidate.describe': ofCandidate(0, () => ({ codes: ['edu.bachelor'], furtherPlaces: [], hardship: 0 })),
  'candidate.checkFile': ofCandidate(0, () => FILE),
  'candidate.report': ofCandidate(1, () => REPORT),
  'candidate.decide': ofCandidate(2, () => ({ facts: FACTS })),
  'candidate.score': ofCandidate(3, () => SCORE),
  'candidate.confirm': ofCandidate(4, ({ sheetId }) => ({ sheetId })),
  'candidate.object': ofCandidate(4, () => ({ line: LINE, words: '入伍时间有误' })),
  'candidate.leave': ofCandidate(2, () => ({ step: 'chooseSelfEmployment', reason: '本人申请' })),
  'candidate.settleObjection': eachCounty(async (county, maker) => {
    const unit = STATION_OF[county] ?? ''
    const said = { outcome: 'dismissed', reason: '以批准书为准' }
    return {
      touches: unit,
      body: { objectionId: await objectedAt(maker, unit), ...said },
      absent: { objectionId: maker.nobody(), ...said },
    }
  }),
  'scheme.list': atPlaces,
  'scheme.enter': eachCounty(async (county) => ({
    touches: county,
    body: schemeBody(county, '2091-01-01'),
    absent: schemeBody(NOWHERE, '2091-01-01'),
  })),
  'scheme.approve': eachCounty(async (county, maker) => ({
    touches: county,
    body: { id: await enteredScheme(maker, county) },
    absent: { id: maker.nobody() },
  })),
  'mine.placement': async (maker) => {
    const made = new Map<string, string[]>()
    for (const person of owners(maker)) {
      const { candidateId } = await candidateAt(maker, person.at, { personId: person.personId })
      made.set(person.personId, [candidateId])
    }
    return [{ label: 'own', body: {}, holdsFor: made }]
  },
  'mine.confirmScore': eachOwn(() => ({})),
  'mine.objectScore': eachOwn(() => ({ line: LINE, words: '入伍时间有误' })),
}
