import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { onMe } from '../../../../../test/placement-world.ts'
import {
  doRound,
  laterGround,
  MATCH_DAY,
  type MadeRound,
  offeredPosts,
  openOf,
  RANK_DAY,
  rankedCohort,
  room,
  seeRound,
  TWO_WAY,
  twoWayDraft,
} from '../../../../../test/round-world.ts'
import { actor, BANAN, divisions, ground, STREET, value } from '../../../../../test/world.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import { rangeOf } from '../../../../kernel/region-code.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { ComputedPage, MyRound } from '../../contract.ts'
import { checkReceipt, verifyRecord } from '../../verifier/verify.ts'
import { boardOf } from '../open/board.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const at = (now?: string) => ({ ...laterGround(database, now), mePool: database.mePool })
const on = ground(database)
const [listDay, rankDay, matchDay] = [at(), at(RANK_DAY), at(MATCH_DAY)]
const { officer, supervisor } = room

const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
const page = (roundId: string, on = listDay) => seeRound(on, officer)<ComputedPage>('round.computed', { roundId })
const steer = (roundId: string, step: object, on = matchDay) => doRound(on, officer)('round.steer', { roundId, step })

interface Own {
  readonly candidate_id: string
  readonly person_id: PersonId
  readonly pseudonym: string
}

/** Who takes part, in the order of the round. */
const peopleOf = (roundId: string) =>
  rowsOf<Own>(database, 'select candidate_id, person_id, pseudonym from placement.round_people where round_id = $1 order by position', [
    roundId,
  ])

async function opened(given: { points: readonly number[]; seats: readonly number[] }): Promise<MadeRound & { people: Own[] }> {
  const made = await twoWayDraft(on, given)
  await openOf(on, listDay, made)
  return { ...made, people: await peopleOf(made.roundId) }
}

/** Hands in a list on /me. */
const handIn = (roundId: string, one: Own | undefined, posts: string[], on = listDay) =>
  doRound(on, onMe(one?.person_id as PersonId))('mine.handInList', { roundId, posts })

const mine = async (one: Own | undefined, on = listDay): Promise<MyRound | undefined> =>
  (await seeRound(on, onMe(one?.person_id as PersonId))<{ rounds: MyRound[] }>('mine.rounds', {})).rounds[0]

describe('before the windows', () => {
  test('the windows lie after the draw, and one after the other', async () => {
    const { cohortId } = await rankedCohort(on, { points: [80] })
    const draft = (twoWay: object) => ({
      cohortId,
      title: '双向选择',
      postIds: [] as string[],
      twoWay: { ...TWO_WAY, ...twoWay },
      draw: { source: '双色球', on: '2026-06-11' },
    })
    const postIds = await offeredPosts(on, [1])
    const say = (twoWay: object) => doRound(on, officer)('round.draftTwoWay', { ...draft(twoWay), postIds })

    expect(refusalOf(await say({ listsUntil: '2026-06-10' }))).toEqual({ code: 'windows-turned' })
    expect(refusalOf(await say({ rankingsUntil: '2026-06-12' }))).toEqual({ code: 'windows-turned' })
    expect(await doRound(on, supervisor)('round.draftTwoWay', { ...draft({}), postIds })).toMatchObject({
      problem: { code: 'not-permitted' },
    })
    expect(
      await doRound(on, actor({ unitCode: BANAN, role: 'countyOfficer' }))('round.draftTwoWay', { ...draft({}), postIds }),
    ).toMatchObject({
      problem: { code: 'not-found' },
    })
  })

  test('the commitment binds the windows; nobody hands in a list before the round is opened', async () => {
    const made = await twoWayDraft(on, { points: [80], seats: [1] })
    value(await doRound(on, officer)('round.commit', { roundId: made.roundId }))
    const [one] = await peopleOf(made.roundId)

    const [row] = await rowsOf<{ opening: string }>(database, 'select opening from placement.rounds where id = $1', [made.roundId])
    expect(JSON.parse(row?.opening ?? '').rules.twoWay).toEqual({
      mostListed: 3,
      silentEmployer: 'by-order',
      windows: { lists: Date.parse('2026-06-13T00:00:00+08:00'), rankings: Date.parse('2026-06-15T00:00:00+08:00') },
    })
    expect(refusalOf(await handIn(made.roundId, one, ['P01']))).toEqual({ code: 'wrong-state', state: 'committed' })
  })

  test('turns, undo, slips and lists of absent people are for rounds that go turn by turn', async () => {
    const { roundId, candidateIds } = await opened({ points: [80], seats: [1] })
    const taken = { kind: 'absent' }

    expect(refusalOf(await doRound(listDay, officer)('round.turn', { roundId, turn: 1, candidateId: candidateIds[0], taken }))).toEqual({
      code: 'wrong-way',
    })
    expect(refusalOf(await doRound(listDay, supervisor)('round.undo', { roundId, seq: 1, reason: '误按' }))).toEqual({ code: 'wrong-way' })
    expect(refusalOf(await doRound(listDay, officer)('round.writeSlip', { roundId, candidateId: candidateIds[0] }))).toEqual({
      code: 'wrong-way',
    })
    expect(refusalOf(await steer(roundId, { kind: 'pause', reason: '停电' }, listDay))).toEqual({ code: 'wrong-way' })
  })
})

describe('the window of lists', () => {
  test('a list is a link of the record, and the later one stands', async () => {
    const { roundId, people } = await opened({ points: [90, 80], seats: [1, 1] })

    const first = value<{ seq: number; hash: string }>(await handIn(roundId, people[0], ['P01']))
    const second = value<{ seq: number; hash: string }>(await handIn(roundId, people[0], ['P02', 'P01']))

    const own = await mine(people[0])
    expect(own).toMatchObject({ way: 'two-way', list: ['P02', 'P01'], lists: { most: 3, isOpen: true, until: '2026-06-12' } })
    expect(own?.receipt.links).toEqual([first, second].map(({ seq, hash }) => ({ seq, hash })))
    expect((await page(roundId)).links.at(-1)).toMatchObject({ seq: 3, kind: 'list', hash: second.hash, name: null })
    expect((await page(roundId)).people.map(({ hasListed, list }) => [hasListed, list])).toEqual([
      [true, null],
      [false, null],
    ])
  })

  test('who hands in paper is entered by the officer', async () => {
    const { roundId, people } = await opened({ points: [90], seats: [1] })
    const list = { roundId, candidateId: people[0]?.candidate_id, posts: ['P01'] }

    expect(await doRound(listDay, supervisor)('round.enterList', list)).toMatchObject({ problem: { code: 'not-permitted' } })
    value(await doRound(listDay, officer)('round.enterList', list))

    expect((await mine(people[0]))?.list).toEqual(['P01'])
    value(await handIn(roundId, people[0], []))
    expect(refusalOf(await doRound(listDay, officer)('round.enterList', list))).toEqual({ code: 'listed-by-self' })
    expect((await mine(people[0]))?.list).toEqual([])
  })

  test.each([
    ['more than may be listed', ['P01', 'P02', 'P03', 'P04'], { code: 'list-too-long', most: 3 }],
    ['one post twice', ['P01', 'P01'], { code: 'named-twice' }],
    ['a post that there is not', ['P09'], { code: 'post-not-open', post: 'P09' }],
  ])('%s is refused', async (_, posts, refusal) => {
    const { roundId, people } = await opened({ points: [90], seats: [1, 1, 1, 1] })

    expect(refusalOf(await handIn(roundId, people[0], posts))).toEqual(refusal)
  })

  test('after its last day no list is taken, from nobody', async () => {
    const { roundId, people } = await opened({ points: [90], seats: [1] })
    const late = { code: 'window-over', what: 'lists', on: '2026-06-12' }

    expect(refusalOf(await handIn(roundId, people[0], ['P01'], rankDay))).toEqual(late)
    const list = { roundId, candidateId: people[0]?.candidate_id, posts: ['P01'] }
    expect(refusalOf(await doRound(rankDay, officer)('round.enterList', list))).toEqual(late)
    expect((await mine(people[0], rankDay))?.lists?.isOpen).toBe(false)
  })

  test('lists that come at once are links one after the other, each of its own person', async () => {
    const { roundId, people } = await opened({ points: [90, 80, 70, 60], seats: [1, 1] })

    const answers = await Promise.all([...people, ...people].map((one) => handIn(roundId, one, ['P01'])))

    expect(answers.map(({ kind }) => kind)).toEqual(Array(8).fill('value'))
    const seen = await page(roundId)
    expect(seen.links.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(seen.people.every(({ hasListed }) => hasListed)).toBe(true)
  })

  test('nobody hands in a list of a round that they do not take part in, nor for another', async () => {
    const { roundId } = await opened({ points: [90], seats: [1] })
    const [stranger] = (await opened({ points: [90], seats: [1] })).people

    expect(await handIn(roundId, stranger, ['P01'])).toMatchObject({ problem: { code: 'not-found' } })
    const asAgent = { ...onMe(stranger?.person_id as PersonId), person: { id: stranger?.person_id as PersonId, agent: { kinds: null } } }
    expect(await doRound(listDay, asAgent)('mine.handInList', { roundId, posts: ['P01'] })).toMatchObject({
      problem: { code: 'not-found' },
    })
  })

  test('the database itself appends no list of another, and nothing but a list', async () => {
    const { roundId, people } = await opened({ points: [90, 80], seats: [1, 1] })
    const say = (what: object) =>
      withScope(database.mePool, { ...rangeOf(STREET), personId: people[0]?.person_id as PersonId }, 'write', async (tx) => {
        const { rows } = await tx.query<{ said: boolean }>(
          `select placement.say_own_list($1, 2, 99999999999999, $2, repeat('a', 64), $3, $3) as said`,
          [roundId, JSON.stringify(what), roundId],
        )
        return rows[0]?.said
      })

    expect(await say({ kind: 'list', candidate: people[1]?.pseudonym, posts: [] })).toBe(false)
    expect(await say({ kind: 'computed' })).toBe(false)
    expect(await say({ kind: 'candidate-removed', candidate: people[0]?.pseudonym })).toBe(false)
  })
})

describe('the match', () => {
  test('is run after both windows; it is stable, published, verified; and each is told why not better', async () => {
    const { roundId, people } = await opened({ points: [90, 80, 70], seats: [1, 1] })
    value(await handIn(roundId, people[0], ['P01', 'P02']))
    value(await handIn(roundId, people[1], ['P01', 'P02']))
    value(await handIn(roundId, people[2], ['P01']))

    expect(refusalOf(await steer(roundId, { kind: 'compute' }, rankDay))).toEqual({
      code: 'window-open',
      what: 'rankings',
      until: '2026-06-14',
    })
    expect(refusalOf(await steer(roundId, { kind: 'close' }))).toEqual({ code: 'not-computed' })
    value(await steer(roundId, { kind: 'compute' }))
    expect(refusalOf(await steer(roundId, { kind: 'compute' }))).toEqual({ code: 'already-computed' })
    value(await steer(roundId, { kind: 'close' }))

    const seen = await page(roundId, matchDay)
    expect(seen.people.map(({ post }) => post)).toEqual(['P01', 'P02', null])
    const [row] = await rowsOf<{ record: string; commitment: string }>(
      database,
      'select record, commitment from placement.rounds where id = $1',
      [roundId],
    )
    expect(verifyRecord(row?.record ?? '', { commitment: row?.commitment ?? '' })).toMatchObject({ ok: true, findings: [], people: 3 })
    const own = await mine(people[1], matchDay)
    expect(own).toMatchObject({
      outcome: 'placed',
      post: { code: 'P02' },
      why: {
        kind: 'two-way',
        list: [
          { post: 'P01', verdict: 'full', own: 2, last: 1 },
          { post: 'P02', verdict: 'got', own: 2 },
        ],
      },
    })
    expect(own && checkReceipt(own.receipt)).toBeUndefined()
    expect(await mine(people[2], matchDay)).toMatchObject({ outcome: 'out', post: null, why: { list: [{ verdict: 'full' }] } })
    const states = await rowsOf<{ state: string }>(
      database,
      'select k.state from placement.candidates k join placement.round_people p on p.candidate_id = k.id where p.round_id = $1 order by p.position',
      [roundId],
    )
    expect(states.map(({ state }) => state)).toEqual(['picked', 'picked', 'ranked'])
    expect(await rowsOf(database, 'select 1 from placement.round_seats where round_id = $1 and freed_seq is null', [roundId])).toHaveLength(
      2,
    )
  })

  test('while the windows are open the public board names nobody and shows no score; afterwards pseudonyms', async () => {
    const { roundId, people } = await opened({ points: [90, 80], seats: [1, 1] })
    value(await handIn(roundId, people[0], ['P01']))
    const board = () => withScope(database.appPool, { lo: '0', hi: ':' }, 'read', (tx) => boardOf(tx, roundId))

    const before = await board()
    value(await steer(roundId, { kind: 'compute' }))
    value(await steer(roundId, { kind: 'close' }))
    const after = await board()

    expect(before).toMatchObject({ people: [], atOnce: { phase: 'open', people: 2, listed: 1, ranked: 0 } })
    expect(before?.links.at(-1)).toMatchObject({ kind: 'list', name: null, position: null, post: null })
    expect(after?.people.map(({ name, post }) => [name, post])).toEqual([
      [people[0]?.pseudonym.slice(0, 8), 'P01'],
      [people[1]?.pseudonym.slice(0, 8), null],
    ])
  })

  test('a post withdrawn and a person removed beforehand fall out of all lists, with their reason', async () => {
    const { roundId, people } = await opened({ points: [90, 80], seats: [1, 1] })
    value(await handIn(roundId, people[0], ['P01']))
    value(await handIn(roundId, people[1], ['P01', 'P02']))
    value(
      await steer(
        roundId,
        { kind: 'remove', candidateId: people[0]?.candidate_id, reason: '自愿放弃', article: '安置条例第三十四条' },
        rankDay,
      ),
    )
    value(await steer(roundId, { kind: 'withdraw', post: 'P01', reason: '单位撤编', article: '安置条例第三十一条' }, rankDay))
    value(await steer(roundId, { kind: 'compute' }))
    value(await steer(roundId, { kind: 'close' }))

    expect((await mine(people[0], matchDay))?.outcome).toBe('removed')
    expect(await mine(people[1], matchDay)).toMatchObject({
      post: { code: 'P02' },
      why: { list: [{ verdict: 'withdrawn' }, { verdict: 'got' }] },
    })
  })
})
