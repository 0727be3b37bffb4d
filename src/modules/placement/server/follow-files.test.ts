import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../test/database/clone.ts'
import { announced, cohort, office, onMe, type Placed, place, seePlace, stepOf } from '../../../../test/placement-world.ts'
import { act, actor, divisions, ELSEWHERE, FENGMING, ground, NEIGHBOUR, person, value, YUBEI } from '../../../../test/world.ts'
import '../../../catalogue.ts'
import type { PersonId } from '../../../kernel/id.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import { withScope } from '../../../platform/database/scope.ts'
import type { Candidate, MyPlacement } from '../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = { ...ground(database), mePool: database.mePool }
const { officer } = office
const CHECK = { receivedOn: '2026-03-20', pages: 86, missing: [] }

const seen = async ({ candidateId }: Pick<Placed, 'candidateId'>): Promise<Candidate> =>
  value<Candidate>(await seePlace(on, officer, { name: 'candidate.get', input: { candidateId } }))
const mine = async (personId: PersonId, unitCode: UnitCode) =>
  value<{ placements: MyPlacement[] }>(await seePlace(on, onMe(personId, unitCode), { name: 'mine.placement', input: {} })).placements

/** Where every row of a candidate lies and whose it is: one line, or the rows have come apart. */
const lying = async ({ candidateId }: Pick<Placed, 'candidateId'>) =>
  await rowsOf<{ unit_code: string; person_id: string }>(
    database,
    `select unit_code, person_id from placement.candidates where id = $1
     union select unit_code, person_id from placement.candidate_steps where candidate_id = $1
     union select unit_code, person_id from placement.file_checks where candidate_id = $1`,
    [candidateId],
  )

async function handOver(personId: string, to: UnitCode): Promise<void> {
  value(await act(on, actor(), { name: 'transfer.send', input: { personId, toUnitCode: to, reason: '户口已迁出' } }))
  const [request] = await rowsOf<{ id: string }>(
    database,
    "select id from registry.transfer_requests where person_id = $1 and direction = 'toDecide' and status = 'open'",
    [personId],
  )
  value(await act(on, actor({ unitCode: to }), { name: 'transfer.decide', input: { transferId: request?.id, accept: true } }))
}

const checked = async (cohortId: string): Promise<Placed> =>
  stepOf(on, officer, await announced(on, cohortId), { name: 'candidate.checkFile', input: CHECK })

describe('a file that goes to another station', () => {
  test('of the bureau takes its candidate along with every step, and the way goes on', async () => {
    const one = await checked(await cohort(on))

    await handOver(one.personId, NEIGHBOUR)

    expect(await lying(one)).toEqual([{ unit_code: NEIGHBOUR, person_id: one.personId }])
    expect(await mine(one.personId, NEIGHBOUR)).toHaveLength(1)
    const { steps } = await stepOf(on, officer, one, { name: 'candidate.report', input: { reportedOn: '2026-04-01' } })
    expect((await seen(one)).steps).toBe(steps)
  })

  test('of another bureau leaves its candidate where it was announced', async () => {
    const one = await checked(await cohort(on))

    await handOver(one.personId, ELSEWHERE)

    expect(await lying(one)).toEqual([{ unit_code: FENGMING, person_id: one.personId }])
  })
})

describe('a merge of two files', () => {
  async function twins() {
    const cohortId = await cohort(on)
    const [kept, gone] = [await person(on), await person(on, { unitCode: NEIGHBOUR })]
    const enter = async (personId: PersonId): Promise<Placed> => {
      const input = { cohortId, personId, leavingOn: '2026-03-16' }
      return {
        candidateId: value<{ id: string }>(await place(on, officer, { name: 'candidate.add', input })).id,
        personId,
        steps: 1,
      }
    }
    const merge = async (): Promise<string> => {
      const input = { keptId: kept.id, keptVersion: 1, mergedId: gone.id, mergedVersion: 1, take: [], reason: '同一人' }
      return value<{ mergeId: string }>(await act(on, officer, { name: 'person.merge', input })).mergeId
    }
    const undo = async (mergeId: string) =>
      value(await act(on, officer, { name: 'person.undoMerge', input: { mergeId, reason: '其实是两个人' } }))
    return { cohortId, kept, gone, enter, merge, undo }
  }

  test('gives the candidate of the closed file to the one that is kept, and its undoing gives them back', async () => {
    const { kept, gone, enter, merge, undo } = await twins()
    const one = await stepOf(on, officer, await enter(gone.id), { name: 'candidate.checkFile', input: CHECK })

    const mergeId = await merge()

    expect(await lying(one)).toEqual([{ unit_code: FENGMING, person_id: kept.id }])
    expect(await mine(kept.id, FENGMING)).toHaveLength(1)
    await undo(mergeId)
    expect(await lying(one)).toEqual([{ unit_code: NEIGHBOUR, person_id: gone.id }])
    expect(await mine(kept.id, FENGMING)).toEqual([])
    expect(await mine(gone.id, NEIGHBOUR)).toHaveLength(1)
  })

  test('of which both stand in one cohort leaves both to the officers, who take one out with a reason', async () => {
    const { kept, gone, enter, merge } = await twins()
    const [first, second] = [await enter(kept.id), await enter(gone.id)]

    await merge()

    expect(await lying(first)).toEqual([{ unit_code: FENGMING, person_id: kept.id }])
    expect(await lying(second)).toEqual([{ unit_code: NEIGHBOUR, person_id: gone.id }])
    const out = await stepOf(on, office.approver, second, { name: 'candidate.leave', input: { step: 'relocate', reason: '档案已合并' } })
    expect(await seen(out)).toMatchObject({ state: 'relocated' })
    expect((await seen(first)).state).toBe('announced')
  })

  test('touches nobody else: a stranger’s candidate cannot be drawn to a file that was not merged', async () => {
    const { kept, gone, enter } = await twins()
    const one = await enter(gone.id)

    await withScope(database.appPool, officer.scope, 'write', (tx) => tx.query('select placement.follow_merge($1, $2)', [gone.id, kept.id]))

    expect(await lying(one)).toEqual([{ unit_code: NEIGHBOUR, person_id: gone.id }])
  })
})

test('who looks from another county sees nothing move', async () => {
  const one = await checked(await cohort(on))
  const banan = actor({ unitCode: '500113000000' as UnitCode, role: 'countyOfficer' })

  await handOver(one.personId, NEIGHBOUR)

  expect(await seePlace(on, banan, { name: 'candidate.get', input: { candidateId: one.candidateId } })).toMatchObject({
    problem: { code: 'not-found' },
  })
  expect((await seen(one)).cohort.unitCode).toBe(YUBEI)
})
