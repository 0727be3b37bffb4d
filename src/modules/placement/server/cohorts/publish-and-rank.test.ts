import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cohort, enterScheme, onMe, place, scored } from '../../../../../test/placement-world.ts'
import { approver, officer, openScoreWorld, SCHEME } from '../../../../../test/score-world.ts'
import { divisions, value } from '../../../../../test/world.ts'

const { at, candidate, confirmed, database, later, on, sheetIdOf } = await openScoreWorld()

afterAll(database.close)
beforeAll(async () => {
  await divisions(database)
  await enterScheme(on, SCHEME)
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
