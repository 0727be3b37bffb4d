import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { announced, cohort, decided, FACTS, office, place, seePlace, stepOf } from '../../../../../test/placement-world.ts'
import { rankedCohort } from '../../../../../test/round-world.ts'
import { actor, BANAN, CHONGQING, divisions, ground, value, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { AllowanceLine, CountyAssessment } from '../../contract.ts'
import { SETTINGS } from './settings.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = { ...ground(database), mePool: database.mePool }
const { officer, approver } = office
/** Cohorts of the round's world are of spring. */
const AUTUMN = { season: 'autumn' }

interface Listed {
  readonly lines: AllowanceLine[]
  readonly totalFen: string
  readonly withoutAmount: number
}

const listed = async (month: string, who: Actor = officer, at = YUBEI): Promise<Listed> =>
  value<Listed>(await seePlace(on, who, { name: 'allowance.list', input: { place: at, month } }))
const lineOf = async (candidateId: string, month: string) => (await listed(month)).lines.find((one) => one.candidateId === candidateId)

describe('the allowance of those who wait', () => {
  test('is listed from the month of the report, with the article and the minimum wage that the place has entered', async () => {
    const one = await decided(on, await cohort(on, AUTUMN))
    const wage = SETTINGS.settings.find(({ region }) => region === '500112')

    expect(await lineOf(one.candidateId, '2026-03')).toBeUndefined()
    expect(await lineOf(one.candidateId, '2026-06')).toMatchObject({
      reportedOn: '2026-04-01',
      months: 3,
      placeBy: '2026-10-01',
      isLate: false,
      amountFen: wage?.value,
      isUnverified: true,
      article: '《退役军人安置条例》第七十五条',
    })
    const { lines, totalFen, withoutAmount } = await listed('2026-06')
    expect(BigInt(totalFen)).toBe(BigInt(wage?.value ?? 0) * BigInt(lines.length))
    expect(withoutAmount).toBe(0)
  })

  test('ends before the month of the letter, and for who leaves the way', async () => {
    const one = await decided(on, await cohort(on, AUTUMN))
    const left = await decided(on, await cohort(on, AUTUMN))
    await database.ownerPool.query(
      "begin; set local app.scope_lo = '0'; set local app.scope_hi = ':'; update placement.candidates set letter_on = '2026-06-05', start_by = '2026-07-05' where id = '" +
        `${one.candidateId}'; commit`,
    )
    await stepOf(on, approver, left, { name: 'candidate.leave', input: { step: 'chooseSelfEmployment', reason: '本人申请' } })

    expect(await lineOf(one.candidateId, '2026-05')).toMatchObject({ months: 2 })
    expect(await lineOf(one.candidateId, '2026-06')).toBeUndefined()
    expect(await lineOf(left.candidateId, '2026-06')).toBeUndefined()
    expect(await lineOf(left.candidateId, '2026-05')).toMatchObject({ months: 2 })
  })

  test('is nobody’s who is not to be given work, and not seen from another county', async () => {
    let one = await announced(on, await cohort(on, AUTUMN))
    one = await stepOf(on, officer, one, { name: 'candidate.checkFile', input: { receivedOn: '2026-03-20', pages: 86, missing: [] } })
    one = await stepOf(on, officer, one, { name: 'candidate.report', input: { reportedOn: '2026-04-01' } })
    one = await stepOf(on, officer, one, { name: 'candidate.decide', input: { facts: { ...FACTS, ncoYears: 8 } } })

    expect(await lineOf(one.candidateId, '2026-06')).toBeUndefined()
    const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })
    expect((await listed('2026-06', banan, BANAN)).lines).toEqual([])
    expect(await seePlace(on, banan, { name: 'allowance.list', input: { place: YUBEI, month: '2026-06' } })).toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(await seePlace(on, officer, { name: 'allowance.list', input: { place: YUBEI, month: '2026-13' } })).toMatchObject({
      problem: { code: 'invalid-input' },
    })
  })

  test('the decision, another decision and an exit are told to the indicators', async () => {
    const one = await decided(on, await cohort(on, AUTUMN))
    const due = async () =>
      (
        await rowsOf<{ sum: number }>(
          database,
          "select coalesce(sum(quantity), 0)::int as sum from spine.facts where kind = 'placement.due' and $1 = any(person_ids)",
          [one.personId],
        )
      )[0]?.sum

    expect(await due()).toBe(1)
    const again = await stepOf(on, officer, one, { name: 'candidate.decide', input: { facts: { ...FACTS, ncoYears: 13 } } })
    expect(await due()).toBe(1)
    const input = { candidateId: again.candidateId, steps: again.steps, step: 'chooseSelfEmployment', reason: '本人申请' }
    value(await place(on, approver, { name: 'candidate.leave', input }))
    expect(await due()).toBe(0)
  })
})

describe('the assessment of counties', () => {
  const assess = async (year: number, who: Actor = office.city, at = CHONGQING) =>
    value<{ counties: CountyAssessment[] }>(await seePlace(on, who, { name: 'assessment.list', input: { place: at, year } })).counties

  let year = 2029

  /** A year of 渝北区 as rows that nobody could wait for: people to place, of whom some have a letter in time and have started. */
  async function yearOf(people: number, placed: number): Promise<number> {
    const { candidateIds } = await rankedCohort(on, { points: Array<number>(people).fill(80) })
    // Only from 2020 on is there a rule of assessment.
    year += 1
    const ids = (list: readonly string[]) => list.map((id) => `'${id}'`).join(',')
    await database.ownerPool.query(
      `begin; set local app.scope_lo = '0'; set local app.scope_hi = ':';
       update placement.candidates set year = ${year}, way = 'arrangedWork', reported_on = '2026-01-10' where id in (${ids(candidateIds)});
       update placement.candidates set letter_on = '2026-03-01', start_by = '2026-03-31', started_on = '2026-03-20' where id in (${ids(candidateIds.slice(0, placed))}); commit`,
    )
    return year
  }

  test('gives shares, tier and the years in the first tier without a gap', async () => {
    const [poor, good, best] = [await yearOf(4, 1), await yearOf(4, 4), await yearOf(2, 2)]
    expect([good, best]).toEqual([poor + 1, poor + 2])

    // No letter names an employer of the state here: ten points of a hundred are missing.
    const [county] = await assess(best)
    expect(county).toMatchObject({ bureauCode: '500112', unitName: '渝北区', due: 2, placed: 2, inTime: 2, startsDue: 2, startedInTime: 2 })
    expect(county).toMatchObject({ score: 9_000, tier: 1, streak: 2 })
    expect((await assess(poor))[0]).toMatchObject({ due: 4, placed: 1, score: 6_000, tier: 3, streak: 0 })
  })

  test('shows a county only itself, and no person', async () => {
    const year = await yearOf(1, 1)
    const banan = actor({ unitCode: BANAN, role: 'countyOfficer' })

    expect(await assess(year, banan, BANAN)).toEqual([])
    expect(await seePlace(on, banan, { name: 'assessment.list', input: { place: CHONGQING, year } })).toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(JSON.stringify(await assess(year))).not.toContain('周')
  })
})
