import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { onMe } from '../../../../../test/placement-world.ts'
import { closeOf, doRound, draftOf, laterGround, openOf, room, seeRound, twoWayDraft } from '../../../../../test/round-world.ts'
import { divisions, ground, STREET, value } from '../../../../../test/world.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import { rangeOf } from '../../../../kernel/region-code.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { MyRound, RoundPage } from '../../contract.ts'
import { checkReceipt, verifyRecord } from '../../verifier/verify.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = { ...laterGround(database), mePool: database.mePool }
const { officer, supervisor } = room

interface Own {
  readonly candidate_id: string
  readonly person_id: PersonId
}

const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
const page = (roundId: string) => seeRound(later, officer)<RoundPage>('round.get', { roundId })
const take = (one: Own | undefined, body: object) => doRound(later, onMe(one?.person_id as PersonId))('mine.takeTurn', body)
const pick = (post: string) => ({ kind: 'pick', post })

async function opened(points: readonly number[], seats: readonly number[]): Promise<{ roundId: string; people: Own[] }> {
  const made = await draftOf(on, { points, seats })
  await openOf(on, later, made)
  const people = await rowsOf<Own>(
    database,
    'select candidate_id, person_id from placement.round_people where round_id = $1 order by position',
    [made.roundId],
  )
  return { roundId: made.roundId, people }
}

/** Of each of the people, whether their own face says that it is their turn. */
async function saidToBeOn(people: readonly Own[]): Promise<boolean[]> {
  const said: boolean[] = []
  for (const { person_id } of people) {
    const { rounds } = await seeRound(later, onMe(person_id))<{ rounds: MyRound[] }>('mine.rounds', {})
    said.push(rounds[0]?.isTurn ?? false)
  }
  return said
}

describe('a turn on the own phone', () => {
  test('is said to whose it is, to nobody else, and to nobody while the round rests', async () => {
    const { roundId, people } = await opened([90, 80], [1, 1])

    expect(await saidToBeOn(people)).toEqual([true, false])
    value(await take(people[0], { roundId, turn: 1, taken: { kind: 'pass' } }))
    expect(await saidToBeOn(people)).toEqual([false, true])
    value(await take(people[1], { roundId, turn: 2, taken: pick('P01') }))
    expect(await saidToBeOn(people)).toEqual([true, false])
    value(await doRound(later, officer)('round.steer', { roundId, step: { kind: 'pause', reason: '停电' } }))
    expect(await saidToBeOn(people)).toEqual([false, false])
  })

  test('picks, passes and picks again; record and receipts are whole', async () => {
    const { roundId, people } = await opened([90, 80], [1, 1])

    const passed = value<{ seq: number }>(await take(people[0], { roundId, turn: 1, taken: { kind: 'pass' } }))
    const picked = value<{ seq: number; hash: string; post: string }>(await take(people[1], { roundId, turn: 2, taken: pick('P01') }))
    value(await take(people[0], { roundId, turn: 3, taken: pick('P02') }))

    expect([passed.seq, picked.seq, picked.post]).toEqual([2, 3, 'P01'])
    expect((await page(roundId)).links.map(({ kind, by }) => [kind, by]).slice(1)).toEqual([
      ['pass', '本人'],
      ['pick', '本人'],
      ['pick', '本人'],
    ])
    await closeOf(later, { roundId })
    const own = (await seeRound(later, onMe(people[1]?.person_id as PersonId))<{ rounds: MyRound[] }>('mine.rounds', {})).rounds[0]
    expect(own).toMatchObject({ outcome: 'placed', post: { code: 'P01' }, openThen: ['P01', 'P02'] })
    expect(own && checkReceipt(own.receipt)).toBeUndefined()
    const [row] = await rowsOf<{ record: string; commitment: string }>(
      database,
      'select record, commitment from placement.rounds where id = $1',
      [roundId],
    )
    const links = own?.receipt.links ?? []
    expect(links).toEqual([{ seq: picked.seq, hash: picked.hash }])
    expect(verifyRecord(row?.record ?? '', { commitment: row?.commitment ?? '', links })).toMatchObject({ ok: true, isCompared: true })
    const states = await rowsOf<{ state: string }>(database, 'select state from placement.candidates where id = any($1)', [
      people.map(({ candidate_id }) => candidate_id),
    ])
    expect(states).toEqual([{ state: 'picked' }, { state: 'picked' }])
  })

  test('is taken back by the supervisor as any other', async () => {
    const { roundId, people } = await opened([90], [1, 1])
    const { seq } = value<{ seq: number }>(await take(people[0], { roundId, turn: 1, taken: pick('P01') }))

    value(await doRound(later, supervisor)('round.undo', { roundId, seq, reason: '按错了' }))

    expect((await page(roundId)).people[0]).toMatchObject({ standing: 'waiting', post: null })
    expect(await saidToBeOn(people)).toEqual([true])
    value(await take(people[0], { roundId, turn: 2, taken: pick('P02') }))
    expect((await page(roundId)).people[0]).toMatchObject({ standing: 'placed', post: 'P02' })
  })

  test('of a clerk and the person in the same second one stands', async () => {
    const { roundId, people } = await opened([90, 80], [1, 1])
    const body = { roundId, turn: 1, candidateId: people[0]?.candidate_id, taken: { kind: 'pick', post: 'P01', by: 'self' } }

    const answers = await Promise.all([
      doRound(later, officer)('round.turn', body),
      take(people[0], { roundId, turn: 1, taken: pick('P02') }),
      take(people[0], { roundId, turn: 1, taken: pick('P01') }),
    ])

    expect(answers.filter(({ kind }) => kind === 'value')).toHaveLength(1)
    expect(answers.filter(({ kind }) => kind === 'refusal').map(refusalOf)).toEqual([
      { code: 'turn-has-passed', turn: 2 },
      { code: 'turn-has-passed', turn: 2 },
    ])
    const { rows } = await database.ownerPool.query('select 1 from placement.round_seats where round_id = $1', [roundId])
    expect(rows).toHaveLength(1)
  })
})

describe('no turn on the phone', () => {
  test('for somebody else’s turn, a post that is gone, and a turn that is over', async () => {
    const { roundId, people } = await opened([90, 80], [1, 1])

    expect(refusalOf(await take(people[1], { roundId, turn: 1, taken: pick('P01') }))).toEqual({ code: 'turn-has-passed', turn: 1 })
    value(await take(people[0], { roundId, turn: 1, taken: pick('P01') }))
    expect(refusalOf(await take(people[1], { roundId, turn: 2, taken: pick('P01') }))).toEqual({ code: 'post-is-gone' })
    expect(refusalOf(await take(people[0], { roundId, turn: 1, taken: pick('P02') }))).toEqual({ code: 'turn-has-passed', turn: 2 })
  })

  test('before the round is opened, while it rests, and once it has ended', async () => {
    const { roundId, people } = await opened([90], [1])
    const say = () => take(people[0], { roundId, turn: 1, taken: pick('P01') })
    value(await doRound(later, officer)('round.steer', { roundId, step: { kind: 'pause', reason: '停电' } }))
    expect(refusalOf(await say())).toEqual({ code: 'wrong-state', state: 'paused' })
    value(await doRound(later, officer)('round.steer', { roundId, step: { kind: 'resume' } }))
    await closeOf(later, { roundId })
    expect(refusalOf(await say())).toEqual({ code: 'wrong-state', state: 'closed' })

    const made = await draftOf(on, { points: [70], seats: [1] })
    value(await doRound(on, officer)('round.commit', { roundId: made.roundId }))
    const [one] = await rowsOf<Own>(database, 'select candidate_id, person_id from placement.round_people where round_id = $1', [
      made.roundId,
    ])
    expect(refusalOf(await take(one, { roundId: made.roundId, turn: 1, taken: pick('P01') }))).toEqual({
      code: 'wrong-state',
      state: 'committed',
    })
  })

  test('for who does not take part, an agent, and in a round that is computed at once', async () => {
    const [{ roundId, people }, other] = [await opened([90], [1]), await opened([80], [1])]
    const body = { roundId, turn: 1, taken: pick('P01') }

    expect(await take(other.people[0], body)).toMatchObject({ problem: { code: 'not-found' } })
    const agent = { ...onMe(people[0]?.person_id as PersonId), person: { id: people[0]?.person_id as PersonId, agent: { kinds: null } } }
    expect(await doRound(later, agent)('mine.takeTurn', body)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await doRound(later, officer)('mine.takeTurn', body)).toMatchObject({ problem: { code: 'not-permitted' } })

    const made = await twoWayDraft(on, { points: [80], seats: [1] })
    await openOf(on, later, made)
    const [one] = await rowsOf<Own>(database, 'select candidate_id, person_id from placement.round_people where round_id = $1', [
      made.roundId,
    ])
    expect(refusalOf(await take(one, { ...body, roundId: made.roundId }))).toEqual({ code: 'wrong-way' })
  })

  test('of others the person’s session reads neither scores nor ties', async () => {
    const { roundId, people } = await opened([91, 81], [1])
    const openingFor = (personId: PersonId) =>
      withScope(database.mePool, { ...rangeOf(STREET), personId }, 'read', async (tx) => {
        const { rows } = await tx.query<{ opening: string }>('select opening::text as opening from placement.own_turns($1)', [roundId])
        return rows.map(({ opening }) => opening)
      })

    const [seen = ''] = await openingFor(people[1]?.person_id as PersonId)
    expect(seen).toContain('"candidates"')
    expect(seen).not.toMatch(/9100|910000|8100|810000|4000/)
    expect(await openingFor(crypto.randomUUID() as PersonId)).toEqual([])
  })

  test('the database itself takes no turn of another, nor at another’s turn', async () => {
    const { roundId, people } = await opened([90, 80], [1])
    const [first, second] = await rowsOf<{ pseudonym: string }>(
      database,
      'select pseudonym from placement.round_people where round_id = $1 order by position',
      [roundId],
    )
    const say = (pseudonym: string | undefined) =>
      withScope(database.mePool, { ...rangeOf(STREET), personId: people[1]?.person_id as PersonId }, 'write', async (tx) => {
        const what = { kind: 'pass', turn: 1, candidate: pseudonym, by: 'self', open: ['P01'] }
        const { rows } = await tx.query<{ said: boolean }>(
          "select placement.say_own_turn($1, 2, 9999999999999, $2, 'h', 'deferred', $1, '本人', $1, '2026-06-11') as said",
          [roundId, JSON.stringify(what)],
        )
        return rows[0]?.said
      })

    expect(await say(first?.pseudonym)).toBe(false)
    expect(await say(second?.pseudonym)).toBe(false)
  })
})
