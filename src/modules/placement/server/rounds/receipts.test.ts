import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { onMe } from '../../../../../test/placement-world.ts'
import { doRound, draftOf, laterGround, openOf, room, seeRound } from '../../../../../test/round-world.ts'
import { divisions, ground, value } from '../../../../../test/world.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { MyRound, RoundPage } from '../../contract.ts'
import { checkReceipt, verifyRecord } from '../../verifier/verify.ts'
import { boardOf, listPublished } from '../open/board.ts'

const database = await openTestDatabase()
afterAll(database.close)

const on = ground(database)
const later = { ...laterGround(database), mePool: database.mePool }
const { officer, supervisor } = room

let roundId = ''
let people: { candidate_id: string; person_id: PersonId }[] = []

const page = () => seeRound(later, officer)<RoundPage>('round.get', { roundId })
const mine = (personId: PersonId) => seeRound(later, onMe(personId))<{ rounds: MyRound[] }>('mine.rounds', {})
const inPublic = <T>(run: Parameters<typeof withScope<T>>[3]) => withScope(database.appPool, { lo: '0', hi: ':' }, 'read', run)

beforeAll(async () => {
  await divisions(database)
  const made = await draftOf(on, { points: [90, 80], seats: [1, 1] })
  roundId = made.roundId
  await openOf(on, later, made)
  const { next } = await page()
  const taken = { kind: 'pick', post: 'P02', by: 'self' }
  value(await doRound(later, officer)('round.turn', { roundId, turn: 1, candidateId: next?.candidateId, taken }))
  people = await rowsOf(database, 'select candidate_id, person_id from placement.round_people where round_id = $1 order by position', [
    roundId,
  ])
})

describe('a receipt', () => {
  test('is its holder’s alone, and holds after the round has ended', async () => {
    const [first, second] = [await mine(people[0]?.person_id as PersonId), await mine(people[1]?.person_id as PersonId)]

    expect(first.rounds).toHaveLength(1)
    expect(first.rounds[0]).toMatchObject({
      position: 1,
      outcome: 'placed',
      post: { code: 'P02' },
      openThen: ['P01', 'P02'],
      composite: 900_000,
    })
    expect(second.rounds[0]).toMatchObject({ position: 2, outcome: null, post: null })
    expect(JSON.stringify(second)).not.toContain(first.rounds[0]?.receipt.pseudonym)
    for (const { rounds } of [first, second]) expect(rounds[0] && checkReceipt(rounds[0].receipt)).toBeUndefined()
  })

  test('names the links that the published record still has', async () => {
    const { next } = await page()
    const taken = { kind: 'pick', post: 'P01', by: 'self' }
    value(await doRound(later, officer)('round.turn', { roundId, turn: 2, candidateId: next?.candidateId, taken }))
    value(await doRound(later, officer)('round.steer', { roundId, step: { kind: 'close' } }))
    const [row] = await rowsOf<{ record: string }>(database, 'select record from placement.rounds where id = $1', [roundId])
    const receipt = (await mine(people[0]?.person_id as PersonId)).rounds[0]?.receipt

    const verdict = verifyRecord(row?.record ?? '', { commitment: receipt?.commitment ?? '', links: receipt?.links ?? [] })

    expect(verdict).toMatchObject({ ok: true, isCompared: true, people: 2, posts: 2 })
    expect(receipt?.links.length).toBe(1)
  })
})

describe('the confirmation of a pick', () => {
  test('is a Word file for the officer; the supervisor prints none, and who has no post has none', async () => {
    const body = { roundId, candidateId: people[0]?.candidate_id }
    const { name, content } = value<{ name: string; content: string }>(await doRound(later, officer)('round.writeSlip', body))

    expect(name).toBe('选岗确认表-1.docx')
    expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK')
    expect(await doRound(later, supervisor)('round.writeSlip', body)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await doRound(later, officer)('round.writeSlip', { roundId, candidateId: roundId })).toMatchObject({
      refusal: { code: 'unknown-candidate' },
    })
  })
})

describe('the board', () => {
  test('names nobody once the round has ended, and no draft is on it', async () => {
    const draft = await draftOf(on, { points: [70], seats: [1] })
    const board = await inPublic((tx) => boardOf(tx, roundId))
    const listed = await inPublic(listPublished)

    expect(board?.people.map(({ name }) => name)).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/), expect.stringMatching(/^[0-9a-f]{8}$/)])
    for (const { candidate_id, person_id } of people) expect(JSON.stringify(board)).not.toMatch(new RegExp(`${candidate_id}|${person_id}`))
    expect(listed.map(({ id }) => id)).toEqual([roundId])
    expect(await inPublic((tx) => boardOf(tx, draft.roundId))).toBeUndefined()
  })
})
