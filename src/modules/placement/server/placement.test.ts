import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import {
  announced,
  CLAIMS,
  cohort,
  decided,
  enterScheme,
  FACTS,
  office,
  onMe,
  type Placed,
  place,
  scored,
  seePlace,
  stepOf,
} from '../../../../test/placement-world.ts'
import { actor, BANAN, divisions, FENGMING, ground, person, value, YUBEI } from '../../../../test/world.ts'
import type { Candidate, MyPlacement } from '../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)

const at = (now: string) => ({ ...ground(database, now), mePool: database.mePool })
const on = at('2026-06-10T02:00:00Z')
const later = at('2026-06-20T02:00:00Z')

const SCHEME = {
  ...(JSON.parse(readFileSync(new URL('../../../../data/placement/scheme-2018.json', import.meta.url), 'utf8')) as object),
  version: '2023-test',
  leavingFrom: '2022-12-01',
  leavingTo: null,
}

beforeAll(async () => {
  await divisions(database)
  await enterScheme(on, SCHEME)
})

const { officer, approver, supervisor } = office

const candidate = async ({ candidateId }: Placed, who = officer): Promise<Candidate> =>
  value<Candidate>(await seePlace(on, who, { name: 'candidate.get', input: { candidateId } }))

const mine = async ({ personId }: Placed): Promise<MyPlacement> => {
  const { placements } = value<{ placements: MyPlacement[] }>(await seePlace(on, onMe(personId), { name: 'mine.placement', input: {} }))
  if (!placements[0]) throw new Error('nothing on /me')
  return placements[0]
}

const sheetIdOf = async (one: Placed): Promise<string> => (await candidate(one)).sheets[0]?.id ?? ''

const confirmed = async (one: Placed): Promise<Placed> => {
  const sheetId = await sheetIdOf(one)
  value(await place(on, onMe(one.personId), { name: 'mine.confirmScore', input: { candidateId: one.candidateId, sheetId } }))
  return { ...one, steps: one.steps + 1 }
}

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

describe('a score', () => {
  test('is confirmed by the person, and then changed by an objection only', async () => {
    const one = await confirmed(await scored(on, await cohort(on)))
    const input = { candidateId: one.candidateId, steps: one.steps, enlistedOn: '2010-03-16', evidence: '入伍批准书', claims: CLAIMS }

    expect((await candidate(one)).isConfirmed).toBe(true)
    expect(await place(on, officer, { name: 'candidate.score', input })).toMatchObject({ refusal: { code: 'needs-objection' } })
    const again = { candidateId: one.candidateId, sheetId: await sheetIdOf(one) }
    expect(await place(on, onMe(one.personId), { name: 'mine.confirmScore', input: again })).toMatchObject({
      refusal: { code: 'not-the-sheet' },
    })
  })

  test('an objection changes its own line and no other', async () => {
    const one = await scored(on, await cohort(on))
    const objected = {
      candidateId: one.candidateId,
      sheetId: await sheetIdOf(one),
      line: 'reward.peacetime.commendation',
      words: '应为三次嘉奖',
    }
    const { objectionId } = value<{ objectionId: string }>(
      await place(on, onMe(one.personId), { name: 'mine.objectScore', input: objected }),
    )
    const settle = (more: object, who = approver) =>
      place(on, who, { name: 'candidate.settleObjection', input: { objectionId, outcome: 'upheld', reason: '补交一份嘉奖令', ...more } })

    expect((await candidate(one)).state).toBe('objected')
    expect(await settle({})).toMatchObject({ refusal: { code: 'line-missing' } })
    expect(await settle({ line: { quantity: 2, evidence: '嘉奖令 2 份' } })).toMatchObject({ refusal: { code: 'nothing-changed' } })
    expect(await settle({ line: { quantity: 3, evidence: '嘉奖令 3 份' } }, officer)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(value(await settle({ line: { quantity: 3, evidence: '嘉奖令 3 份' } }))).toMatchObject({ state: 'scored', total: 7350 })
    expect(await settle({ line: { quantity: 4, evidence: '嘉奖令 4 份' } })).toMatchObject({ refusal: { code: 'already-settled' } })
    expect(await mine(one)).toMatchObject({
      sheet: { total: 7350, number: 2, isConfirmed: false },
      objections: [{ outcome: 'upheld', words: '应为三次嘉奖', reason: '补交一份嘉奖令' }],
      can: { confirm: true },
    })
  })

  test('one line is not objected to twice at once, and only lines that there are', async () => {
    const one = await scored(on, await cohort(on))
    const input = { candidateId: one.candidateId, sheetId: await sheetIdOf(one), line: 'disability.duty.grade8', words: '应为七级' }
    const object = (more: object = {}) => place(on, onMe(one.personId), { name: 'mine.objectScore', input: { ...input, ...more } })

    value(await object())

    expect(await object()).toMatchObject({ refusal: { code: 'line-open' } })
    expect(await object({ line: 'service.combat' })).toMatchObject({ refusal: { code: 'no-such-line' } })
    expect(await object({ sheetId: one.candidateId })).toMatchObject({ refusal: { code: 'not-the-sheet' } })
  })

  test('without a version of the table for the day of leaving there is none', async () => {
    const one = await decided(on, await cohort(on))
    const elsewhere = { ...SCHEME, version: '2018-again' }
    const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })

    // 巴南区 has entered none: what 渝北区 entered is nothing to it.
    value(await place(on, banan, { name: 'scheme.enter', input: { unitCode: BANAN, scheme: elsewhere } }))
    const listed = value<{ schemes: { scheme: { version: string }; isInForce: boolean; diff: unknown }[] }>(
      await seePlace(on, banan, { name: 'scheme.list', input: { place: BANAN } }),
    )

    expect(listed.schemes.map(({ scheme, isInForce }) => [scheme.version, isInForce])).toEqual([
      ['2018-again', false],
      ['2018', true],
    ])
    expect(listed.schemes[0]?.diff).toMatchObject({ beforeVersion: '2018', added: [], removed: [], changed: [] })
    expect((await candidate(one)).can.score).toBe(true)
  })

  test('a version is not approved by who entered it', async () => {
    const both = { ...officer, grants: new Set([...officer.grants, ...approver.grants]) }
    const { id } = value<{ id: string }>(
      await place(on, both, { name: 'scheme.enter', input: { unitCode: YUBEI, scheme: { ...SCHEME, version: '2024-own' } } }),
    )

    expect(await place(on, both, { name: 'scheme.approve', input: { id } })).toMatchObject({ refusal: { code: 'own-entry' } })
    expect(await place(on, officer, { name: 'scheme.approve', input: { id } })).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})

describe('publication and rank', () => {
  const publish = (cohortId: string, closesOn = '2026-06-17') =>
    place(on, approver, { name: 'cohort.publish', input: { cohortId, closesOn } })
  const declare = async (cohortId: string) =>
    value(await place(on, approver, { name: 'cohort.declareTies', input: { cohortId, rule: ['serviceDays', 'bornOn'] } }))

  test('nobody is ranked before the window has closed', async () => {
    const cohortId = await cohort(on)
    const [first, second] = [await confirmed(await scored(on, cohortId)), await confirmed(await scored(on, cohortId, []))]

    expect(await publish(cohortId)).toMatchObject({ refusal: { code: 'no-tie-rule' } })
    await declare(cohortId)
    expect(await publish(cohortId, '2026-06-15')).toMatchObject({ refusal: { code: 'window-too-short', earliest: '2026-06-16' } })
    expect(value(await publish(cohortId))).toEqual({ published: 2 })
    expect(await place(at('2026-06-17T15:00:00Z'), approver, { name: 'cohort.rank', input: { cohortId } })).toMatchObject({
      refusal: { code: 'window-open', closesOn: '2026-06-17' },
    })
    expect(value(await place(later, approver, { name: 'cohort.rank', input: { cohortId } }))).toEqual({ ranked: 2, tied: 0 })
    expect([await candidate(first), await candidate(second)].map(({ rank, composite }) => [rank, composite])).toEqual([
      [1, 730_000],
      [2, 520_000],
    ])
    expect(await place(later, approver, { name: 'cohort.rank', input: { cohortId } })).toMatchObject({
      refusal: { code: 'already-ranked' },
    })
  })

  test('the database itself lets nobody be ranked inside the window', async () => {
    const cohortId = await cohort(on)
    await confirmed(await scored(on, cohortId))
    await declare(cohortId)
    value(await publish(cohortId))

    const attempt = database.ownerPool.query("update placement.cohorts set ranked_on = '2026-06-17' where id = $1", [cohortId])

    await expect(attempt).rejects.toThrow(/cohorts_ranked_check/)
  })

  test('the published list shows numbers, masked names and points, and nothing else', async () => {
    const cohortId = await cohort(on)
    await confirmed(await scored(on, cohortId))
    await declare(cohortId)
    value(await publish(cohortId))

    const { rows } = await database.ownerPool.query<{ list: object[] }>('select list from placement.publications where cohort_id = $1', [
      cohortId,
    ])

    expect(rows[0]?.list).toEqual([{ number: 1, name: '周*国', total: 7300 }])
  })

  test('not while somebody has not confirmed or an objection is open; an objection in the window holds the rank up', async () => {
    const cohortId = await cohort(on)
    const one = await scored(on, cohortId)
    await declare(cohortId)

    expect(await publish(cohortId)).toMatchObject({ refusal: { code: 'not-all-confirmed', missing: 1 } })
    const ready = await confirmed(one)
    value(await publish(cohortId))
    const input = { candidateId: one.candidateId, sheetId: await sheetIdOf(one), line: 'service.beyond12Years', words: '入伍时间有误' }
    value(await place(on, onMe(one.personId), { name: 'mine.objectScore', input }))
    expect(await place(later, approver, { name: 'cohort.rank', input: { cohortId } })).toMatchObject({
      refusal: { code: 'open-objections', objections: 1 },
    })
    const { objections } = await candidate(ready)
    const settled = { objectionId: objections[0]?.id, outcome: 'upheld', reason: '以入伍批准书为准', enlistedOn: '2009-12-16' }
    expect(value(await place(later, approver, { name: 'candidate.settleObjection', input: settled }))).toMatchObject({
      state: 'scorePublished',
      total: 7500,
    })
    expect(value(await place(later, approver, { name: 'cohort.rank', input: { cohortId } }))).toEqual({ ranked: 1, tied: 0 })
    const late = { candidateId: one.candidateId, sheetId: await sheetIdOf(one), line: 'service.beyond12Years', words: '还是有误' }
    expect(await place(later, onMe(one.personId), { name: 'mine.objectScore', input: late })).toMatchObject({
      refusal: { code: 'not-now' },
    })
  })

  test('once the window has closed nothing is objected to', async () => {
    const cohortId = await cohort(on)
    const one = await confirmed(await scored(on, cohortId))
    await declare(cohortId)
    value(await publish(cohortId))
    const { steps } = await candidate(one)

    const input = { candidateId: one.candidateId, steps, line: 'disability.duty.grade8', words: '应为七级' }

    expect(await place(later, officer, { name: 'candidate.object', input })).toMatchObject({
      refusal: { code: 'window-closed', closedOn: '2026-06-17' },
    })
  })

  test('the tie rule stands before anything is published', async () => {
    const cohortId = await cohort(on)
    const ties = (rule: string[]) => place(on, approver, { name: 'cohort.declareTies', input: { cohortId, rule } })
    await confirmed(await scored(on, cohortId))

    expect(await ties(['bornOn', 'bornOn'])).toMatchObject({ refusal: { code: 'criterion-twice' } })
    value(await ties(['bornOn']))
    value(await publish(cohortId))
    expect(await ties(['serviceDays'])).toMatchObject({ refusal: { code: 'already-published' } })
  })

  test('a cohort with an exam waits for its marks', async () => {
    const cohortId = await cohort(on, { method: 'exam', weights: { service: 60, exam: 40, appraisal: 0 } })
    await confirmed(await scored(on, cohortId))
    await declare(cohortId)
    value(await publish(cohortId))

    expect(await place(later, approver, { name: 'cohort.rank', input: { cohortId } })).toMatchObject({
      refusal: { code: 'marks-missing', missing: 1 },
    })
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
