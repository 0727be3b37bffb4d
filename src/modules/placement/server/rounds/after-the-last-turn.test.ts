import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, written } from '../../../../../test/casework-world.ts'
import { officer, openRoom, refusalOf } from '../../../../../test/open-room.ts'
import { draftOf, openOf, seeRound } from '../../../../../test/round-world.ts'
import { divisions, value, YUBEI } from '../../../../../test/world.ts'
import type { Offer } from '../../contract.ts'
import { linkTo } from '../../domain/record/commit.ts'
import { PlacementRecord } from '../../domain/record/record.ts'
import { sha256 } from './sha256.ts'

const { database, later, on, opened, page, steer, turn } = await openRoom()

afterAll(database.close)
beforeAll(() => divisions(database))

describe('after the last turn', () => {
  test('the record is whole, sealed, and every link holds on to the one before it', async () => {
    const made = await opened({ points: [90, 80, 70], seats: [1, 1] })
    const { roundId } = made
    value(await turn(roundId, { kind: 'pick', post: 'P02', by: 'self' }))
    value(await turn(roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(roundId, { kind: 'close' }))

    const [row] = await rowsOf<{ record: string }>(database, 'select record from placement.rounds where id = $1', [roundId])
    const record = PlacementRecord.parse(JSON.parse(row?.record ?? ''))
    for (const [at, link] of record.links.entries()) {
      const before = record.links[at - 1]?.hash
      if (before !== undefined) expect(linkTo(sha256, before, link).hash).toBe(link.hash)
    }
    expect(record.outcome.places).toHaveLength(2)
    expect(record.outcome.unplaced).toHaveLength(1)
    expect(refusalOf(await steer(roundId, { kind: 'resume' }))).toEqual({ code: 'wrong-state', state: 'closed' })
    const states = await rowsOf<{ state: string }>(database, 'select state from placement.candidates where id = any($1) order by number', [
      made.candidateIds,
    ])
    expect(states.map(({ state }) => state)).toEqual(['picked', 'picked', 'ranked'])
  })

  test('a seat that an ended round gave away is not offered again; what is left of the post is', async () => {
    const made = await opened({ points: [90], seats: [2, 1] })
    value(await turn(made.roundId, { kind: 'pick', post: 'P01', by: 'self' }))
    value(await steer(made.roundId, { kind: 'close' }))
    const [row] = await rowsOf<{ ids: string[] }>(
      database,
      'select array_agg(post_id order by code) as ids from placement.round_posts where round_id = $1',
      [made.roundId],
    )

    const offer = await seeRound(later, officer)<Offer>('round.offer', { place: YUBEI })

    const seatsOf = (at: number) => offer.posts.find(({ id }) => id === row?.ids[at])?.seats
    expect([seatsOf(0), seatsOf(1)]).toEqual([1, 1])
  })

  test('a post that asks for a licence is open to who has one, and a post of the direct train to its speciality', async () => {
    const made = await draftOf(on, { points: [90, 80], seats: [1, 1, 1] })
    const say = (sql: string, values: unknown[]) => written(database, sql, values)
    await say(`update placement.candidates set codes = '{licence.A1,spec.driving}' where id = $1`, [made.candidateIds[1]])
    const ofRound = '(select post_id from placement.round_posts where round_id = $1 and code = $2)'
    await say(`update placement.posts set requirements = '{"requires":[["licence.A1","licence.A2"]]}' where id = ${ofRound}`, [
      made.roundId,
      'P01',
    ])
    await say(`update placement.posts set is_direct = true, reserved_for = 'spec.driving' where id = ${ofRound}`, [made.roundId, 'P02'])
    await openOf(on, later, made)

    const first = (await page(made.roundId)).next?.open
    value(await turn(made.roundId, { kind: 'pick', post: 'P03', by: 'self' }))

    expect(first).toEqual(['P03'])
    expect((await page(made.roundId)).next?.open).toEqual(['P01', 'P02'])
  })
})
