import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import {
  announced,
  cohort,
  decided,
  enterScheme,
  FACTS,
  type Placed,
  place,
  scored,
  seePlace,
  stepOf,
} from '../../../../../test/placement-world.ts'

import { approver, officer, openScoreWorld, SCHEME, supervisor } from '../../../../../test/score-world.ts'
import { actor, BANAN, divisions, FENGMING, person, value, YUBEI } from '../../../../../test/world.ts'
import { sealedTables } from '../sealed-tables.ts'

const { at, candidate, database, on } = await openScoreWorld()

afterAll(() => closeRotated(database, sealedTables, 'placement.candidate_steps'))
beforeAll(async () => {
  await divisions(database)
  await enterScheme(on, SCHEME)
})

describe('a candidate', () => {
  test('goes from the announcement to a score of 73.0, each step in the journal', async () => {
    const one = await scored(on, await cohort(on))

    const seen = await candidate(one)

    expect(seen).toMatchObject({ state: 'scored', way: 'arrangedWork', total: 7300, isConfirmed: false })
    expect(seen.name).toContain('*')
    expect(seen.decision).toMatchObject({ row: 'arrangedWork', article: '第二十五条、第三十五条' })
    expect(seen.sheets[0]?.lines.map(({ zh, points, evidence }) => [zh, points, evidence])).toContainEqual([
      '平时三等功',
      1000,
      '三等功证书',
    ])
    expect(seen.history.map(({ step }) => step)).toEqual(['score', 'decide', 'report', 'receiveFile', 'add'])
  })

  test('is not there twice in a cohort, and not with a person of another county', async () => {
    const cohortId = await cohort(on)
    const one = await announced(on, cohortId)
    const stranger = await person(on, { unitCode: '500113001001' as typeof FENGMING })

    const twice = await place(on, officer, { name: 'candidate.add', input: { cohortId, personId: one.personId, leavingOn: '2026-03-16' } })
    const far = await place(on, officer, { name: 'candidate.add', input: { cohortId, personId: stranger.id, leavingOn: '2026-03-16' } })

    expect(twice).toMatchObject({ refusal: { code: 'already-in', candidateId: one.candidateId } })
    expect(far).toMatchObject({ refusal: { code: 'no-such-person' } })
  })

  test('does not report while papers are missing, nor late without a cause', async () => {
    const { checkFile, report } = { checkFile: 'candidate.checkFile', report: 'candidate.report' }
    let one = await announced(on, await cohort(on))
    one = await stepOf(on, officer, one, { name: checkFile, input: { receivedOn: '2026-03-20', pages: 80, missing: ['rewards'] } })
    const asked = (reportedOn: string, more: object = {}) =>
      place(on, officer, { name: report, input: { candidateId: one.candidateId, steps: one.steps, reportedOn, ...more } })

    expect(await asked('2026-04-01')).toMatchObject({ refusal: { code: 'file-lacks-papers', missing: ['rewards'] } })
    one = await stepOf(on, officer, one, { name: checkFile, input: { receivedOn: '2026-03-20', pages: 82, missing: [] } })
    expect(await asked('2026-04-16')).toMatchObject({ refusal: { code: 'late-without-cause', lastDay: '2026-04-15' } })
    expect(await asked('2026-06-11')).toMatchObject({ refusal: { code: 'in-future' } })
    expect(await asked('2026-04-16', { cause: '住院治疗' })).toMatchObject({ value: { state: 'reported' } })
  })

  test('is stepped once: of two at the same time the second sees that something has changed', async () => {
    const one = await announced(on, await cohort(on))
    const input = { candidateId: one.candidateId, steps: 1, receivedOn: '2026-03-20', pages: 80, missing: [] }

    const both = await Promise.all([
      place(on, officer, { name: 'candidate.checkFile', input }),
      place(on, officer, { name: 'candidate.checkFile', input }),
    ])

    expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
    expect(both.find(({ kind }) => kind === 'refusal')).toMatchObject({ refusal: { code: 'changed-meanwhile', steps: 2 } })
  })

  test('whose way is not assigned work is not scored', async () => {
    let one = await decided(on, await cohort(on))
    one = await stepOf(on, officer, one, { name: 'candidate.decide', input: { facts: { ...FACTS, ncoYears: 8 } } })
    const input = { candidateId: one.candidateId, steps: one.steps, enlistedOn: '2010-03-16', evidence: '入伍批准书', claims: [] }

    expect((await candidate(one)).way).toBe('selfEmployment')
    expect(await place(on, officer, { name: 'candidate.score', input })).toMatchObject({ refusal: { code: 'not-for-work' } })
  })

  test('leaves the way with a reason and its article, and nobody is late before thirty days are over', async () => {
    const one = await announced(at('2026-04-15T02:00:00Z'), await cohort(on))
    const leave = (when: string, step: string) =>
      place(at(when), approver, {
        name: 'candidate.leave',
        input: { candidateId: one.candidateId, steps: one.steps, step, reason: '无正当理由' },
      })

    expect(await leave('2026-04-15T02:00:00Z', 'waiveLate')).toMatchObject({ refusal: { code: 'not-late', lastDay: '2026-04-15' } })
    value(await leave('2026-04-16T02:00:00Z', 'waiveLate'))

    expect(await candidate(one)).toMatchObject({ state: 'waivedLate', history: [{ article: '第三十四条', reason: '无正当理由' }, {}] })
    expect(await leave('2026-04-17T02:00:00Z', 'cancel')).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
  })
})

describe('an officer', () => {
  const OFFICER = { ...FACTS, ncoYears: 0, serviceYears: 18 }

  async function reported(): Promise<Placed> {
    let one = await announced(on, await cohort(on, { group: 'officer' }))
    one = await stepOf(on, officer, one, { name: 'candidate.checkFile', input: { receivedOn: '2026-03-20', pages: 120, missing: [] } })
    return await stepOf(on, officer, one, { name: 'candidate.report', input: { reportedOn: '2026-04-01' } })
  }

  test('is decided by the table of officers: the way, the article, what else is open', async () => {
    const one = await stepOf(on, officer, await reported(), {
      name: 'candidate.decide',
      input: { facts: { ...OFFICER, officerYears: 16 } },
    })

    const seen = await candidate(one)

    expect(seen).toMatchObject({ state: 'eligibilityDecided', way: 'monthlyPension' })
    expect(seen.decision).toMatchObject({
      tableVersion: 'officers-2021',
      row: 'officerMonthlyPension',
      article: '《退役军人保障法》第二十一条',
    })
    expect(seen.decision?.choices.map(({ way }) => way)).toEqual(['transferToCivilWork', 'demobilised'])
  })

  test('of fewer years is transferred; more years than service are told', async () => {
    const one = await reported()
    const decide = (officerYears: number) =>
      place(on, officer, {
        name: 'candidate.decide',
        input: { candidateId: one.candidateId, steps: one.steps, facts: { ...OFFICER, officerYears } },
      })

    expect(await decide(19)).toMatchObject({ refusal: { code: 'nco-years-too-many' } })
    expect(value(await decide(12))).toMatchObject({ way: 'transferToCivilWork', row: 'transferToCivilWork' })
  })
})

describe('who may', () => {
  test('a supervisor looks and does nothing; a station and another county see nothing', async () => {
    const cohortId = await cohort(on)
    const one = await announced(on, cohortId)
    const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })
    const input = { candidateId: one.candidateId, steps: 1, receivedOn: '2026-03-20', pages: 80, missing: [] }

    expect((await candidate(one, supervisor)).can).toMatchObject({ checkFile: false, exits: [] })
    expect(await place(on, supervisor, { name: 'candidate.checkFile', input })).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await seePlace(on, actor(), { name: 'candidate.get', input: { candidateId: one.candidateId } })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    expect(await seePlace(on, banan, { name: 'candidate.get', input: { candidateId: one.candidateId } })).toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(await place(on, banan, { name: 'candidate.checkFile', input })).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('only a county opens a cohort, once a season and group', async () => {
    const open = (unitCode: string, who = officer) =>
      place(on, who, { name: 'cohort.open', input: { unitCode, year: 2026, season: 'autumn', group: 'conscript' } })

    expect(await open(FENGMING)).toMatchObject({ refusal: { code: 'not-a-county' } })
    value(await open(YUBEI))
    expect(await open(YUBEI)).toMatchObject({ refusal: { code: 'already-open' } })
    expect(await open(YUBEI, approver)).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})
