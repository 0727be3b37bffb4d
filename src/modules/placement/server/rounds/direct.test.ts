import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf, written } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { doRound, laterGround, offeredPosts, rankedCohort, room, seeRound } from '../../../../../test/round-world.ts'
import { actor, divisions, ground, person, value } from '../../../../../test/world.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { withOwner } from '../../../../platform/database/scope.ts'
import type { Offer, RoundPage } from '../../contract.ts'
import { verifyRecord } from '../../verifier/verify.ts'

const YUEXIU = '440103000000' as UnitCode
const COMMUNITY = '440103005001' as UnitCode

const database = await openTestDatabase()
afterAll(database.close)

const on = ground(database)
const later = laterGround(database)
const officer = actor({ unitCode: YUEXIU, role: 'countyOfficer', name: '梁文' })
const supervisor = actor({ unitCode: YUEXIU, role: 'roundSupervisor', name: '何正' })

beforeAll(async () => {
  await divisions(database)
  const places = [
    ['440000000000', '广东省', 'province', '000000000000'],
    ['440100000000', '广州市', 'city', '440000000000'],
    [YUEXIU, '越秀区', 'county', '440100000000'],
    ['440103005000', '北京街道', 'township', YUEXIU],
    [COMMUNITY, '盐运西社区', 'village', '440103005000'],
  ]
  await withOwner(database.ownerPool, async (tx) => {
    for (const [code, name, tier, parent] of places)
      await tx.query(
        `insert into network.divisions (code, name, short_name, tier, parent_code, pinyin, initials) values ($1, $2, $2, $3, $4, '', '') on conflict do nothing`,
        [code, name, tier, parent],
      )
  })
})

const draftOf = (cohortId: string, postIds: readonly string[]) => ({
  cohortId,
  postIds,
  way: 'direct',
  title: '直通车',
  turn: { clockSeconds: 60, onPass: 'end', onAbsent: 'end' },
  draw: { source: '福彩双色球 2026066 期', on: '2026-06-11' },
})

/** A mechanic and a driver of 越秀区, the mechanic with more points; a post for each, and one for nobody in particular. */
async function pilot(): Promise<{ cohortId: string; candidateIds: string[]; postIds: string[] }> {
  const people = [await person(on, { unitCode: COMMUNITY }), await person(on, { unitCode: COMMUNITY })]
  const made = await rankedCohort(on, { points: [90, 80], people, county: YUEXIU })
  const postIds = await offeredPosts(on, [1, 1, 1], 'confirmed', YUEXIU)
  for (const [at, code] of ['spec.electromechanics', 'spec.driving'].entries()) {
    await written(database, 'update placement.candidates set codes = $2 where id = $1', [made.candidateIds[at], [code]])
    await written(database, 'update placement.posts set is_direct = true, reserved_for = $2 where id = $1', [postIds[1 - at], code])
  }
  return { ...made, postIds }
}

test('each post of the direct train is open to its speciality only, and the record says so', async () => {
  const { cohortId, postIds } = await pilot()
  const does = (who: typeof officer, name: string, input: object, day = later) => doRound(day, who)(name, input)
  const { roundId } = value<{ roundId: string }>(await does(officer, 'round.draft', draftOf(cohortId, postIds.slice(0, 2)), on))
  value(await does(officer, 'round.commit', { roundId }, on))
  value(await does(officer, 'round.draw', { roundId, value: '03 09 11' }))
  value(await does(supervisor, 'round.confirmPresence', { roundId }))
  value(await does(officer, 'round.steer', { roundId, step: { kind: 'open' } }))

  for (const post of ['P02', 'P01']) {
    const { next } = await seeRound(later, officer)<RoundPage>('round.get', { roundId })
    expect(next?.open).toEqual([post])
    const taken = { kind: 'pick', post, by: 'self' }
    value(await does(officer, 'round.turn', { roundId, turn: next?.turn, candidateId: next?.candidateId, taken }))
  }
  value(await does(officer, 'round.steer', { roundId, step: { kind: 'close' } }))

  const [row] = await rowsOf<{ record: string; commitment: string }>(
    database,
    'select record, commitment from placement.rounds where id = $1',
    [roundId],
  )
  expect(verifyRecord(row?.record ?? '', { commitment: row?.commitment ?? '' })).toMatchObject({ ok: true, findings: [] })
  expect(row?.record).toContain('"reservedFor":"spec.driving"')
})

test('a post that is kept for nobody stays out, and the offer says which are kept for whom', async () => {
  const { cohortId, postIds } = await pilot()

  const offer = await seeRound(on, officer)<Offer>('round.offer', { place: YUEXIU })

  expect(offer.posts.find(({ id }) => id === postIds[1])?.reservedFor).toBe('spec.electromechanics')
  expect(await doRound(on, officer)('round.draft', draftOf(cohortId, postIds))).toEqual({
    kind: 'refusal',
    refusal: { code: 'not-reserved', count: 1 },
  })
})

test('outside the pilots there is no direct train', async () => {
  const { cohortId } = await rankedCohort(on, { points: [80] })
  const postIds = await offeredPosts(on, [1])

  expect(await doRound(on, room.officer)('round.draft', draftOf(cohortId, postIds))).toEqual({
    kind: 'refusal',
    refusal: { code: 'not-a-pilot' },
  })
})
