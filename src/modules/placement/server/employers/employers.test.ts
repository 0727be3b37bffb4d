import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import {
  doRound,
  laterGround,
  MATCH_DAY,
  type MadeRound,
  openOf,
  RANK_DAY,
  room,
  seeRound,
  twoWayDraft,
} from '../../../../../test/round-world.ts'
import { actor, BANAN, divisions, ground, value } from '../../../../../test/world.ts'
import { buildServer } from '../../../../server.ts'
import type { ComputedPage, EmployerScene } from '../../contract.ts'
import { verifyRecord } from '../../verifier/verify.ts'

const database = await openTestDatabase()
const on = ground(database)
const [listDay, rankDay, matchDay] = [laterGround(database), laterGround(database, RANK_DAY), laterGround(database, MATCH_DAY)]
const { officer, supervisor } = room

type Server = Awaited<ReturnType<typeof buildServer>>
const serverOn = (day: typeof on): Promise<Server> => buildServer({ ...day, secure: false, log: () => undefined })
const [early, app, late] = [await serverOn(listDay), await serverOn(rankDay), await serverOn(matchDay)]

beforeAll(() => divisions(database))
afterAll(async () => {
  for (const server of [early, app, late]) await server.close()
  await database.close()
})

interface Key {
  readonly link: string
  readonly code: string
}

const page = (roundId: string) => seeRound(rankDay, officer)<ComputedPage>('round.computed', { roundId })

/** The employer of a post is given a door. */
async function doorTo(roundId: string, post: string): Promise<Key> {
  const uscc = (await page(roundId)).posts.find(({ code }) => code === post)?.uscc
  const { link, code } = value<Key>(await doRound(listDay, officer)('round.giveDoor', { roundId, uscc, givenTo: '人事科 王工' }))
  return { link, code }
}

interface Answered {
  readonly status: number
  readonly body: { scene?: EmployerScene; refusal?: { code: string } }
  readonly text: string
}

async function ask(server: Server, url: string, body: object): Promise<Answered> {
  const { statusCode, body: text } = await server.inject({ method: 'POST', url, payload: body })
  return { status: statusCode, body: JSON.parse(text) as Answered['body'], text }
}
const see = (key: object, server = app) => ask(server, '/api/open/employer', key)
let serial = 0
const rank = (key: object, said: { post: string; tiers: string[][] }, server = app) => {
  serial += 1
  return ask(server, '/api/open/employer/rank', {
    ...key,
    id: `01975c00-0000-7000-8000-0000000a${String(serial).padStart(4, '0')}`,
    ...said,
  })
}

/** A round with its lists handed in on paper. */
async function listed(lists: readonly (readonly string[])[], seats: readonly number[]): Promise<MadeRound & { names: string[] }> {
  const made = await twoWayDraft(on, { points: lists.map((_, at) => 90 - at), seats })
  await openOf(on, listDay, made)
  const people = await rowsOf<{ candidate_id: string; pseudonym: string }>(
    database,
    'select candidate_id, pseudonym from placement.round_people where round_id = $1 order by position',
    [made.roundId],
  )
  for (const [place, posts] of lists.entries())
    value(await doRound(listDay, officer)('round.enterList', { roundId: made.roundId, candidateId: people[place]?.candidate_id, posts }))
  return { ...made, names: people.map(({ pseudonym }) => pseudonym.slice(0, 8)) }
}

describe('the door of a receiving unit', () => {
  test('shows only who has listed its posts, under pseudonyms, and nothing that finds anybody', async () => {
    const { roundId, candidateIds, names } = await listed([['P01'], ['P02', 'P01'], ['P02']], [1, 1])
    const key = await doorTo(roundId, 'P01')

    const { status, body, text } = await see(key)

    expect(status).toBe(200)
    expect(body.scene?.posts.map(({ code }) => code)).toEqual(['P01'])
    expect(body.scene?.posts[0]?.people.map(({ name }) => name)).toEqual([names[0], names[1]].toSorted())
    expect(Object.keys(body.scene?.posts[0]?.people[0] ?? {}).toSorted()).toEqual([
      'codes',
      'hasCommendation',
      'hasMerit',
      'name',
      'points',
      'years',
    ])
    const told = await rowsOf<{ said: string }>(
      database,
      `select unnest(array[person_id::text, masked_name, candidate_id::text, pseudonym]) as said from placement.round_people where round_id = $1`,
      [roundId],
    )
    for (const { said } of told) expect(text).not.toContain(said)
    for (const id of candidateIds) expect(text).not.toContain(id)
    expect(text).not.toContain('900000')
  })

  test('is shut before the lists are in and after the rankings are', async () => {
    const { roundId } = await listed([['P01']], [1])
    const key = await doorTo(roundId, 'P01')

    expect(await see(key, early)).toMatchObject({ status: 409, body: { refusal: { code: 'lists-open', until: '2026-06-12' } } })
    expect(await see(key, late)).toMatchObject({ status: 404, body: { refusal: { code: 'no-such-door' } } })
    expect(await rank(key, { post: 'P01', tiers: [] }, late)).toMatchObject({ status: 404 })
  })

  test('opens by link and code together only, tells which is wrong to nobody, and lets nobody guess on', async () => {
    const { roundId } = await listed([['P01'], ['P02']], [1, 1])
    const [first, second] = [await doorTo(roundId, 'P01'), await doorTo(roundId, 'P02')]
    const wrong = { link: first.link, code: second.code === first.code ? '00000000' : second.code }
    const nobody = { link: 'x'.repeat(43), code: first.code }

    expect(await see(wrong)).toMatchObject({ status: 404, body: { refusal: { code: 'no-such-door' } } })
    expect(await see(nobody)).toMatchObject({ status: 404, body: { refusal: { code: 'no-such-door' } } })
    for (let tried = 0; tried < 5; tried += 1) await see(wrong)
    expect(await see(first)).toMatchObject({ status: 429, body: { refusal: { code: 'too-many-tries' } } })
    expect((await see(second)).status).toBe(200)
  })

  test('a new door shuts the one before; only who runs the round gives one, to an employer of it', async () => {
    const { roundId } = await listed([['P01']], [1])
    const first = await doorTo(roundId, 'P01')
    const second = await doorTo(roundId, 'P01')

    expect((await see(first)).status).toBe(404)
    expect((await see(second)).status).toBe(200)
    expect((await page(roundId)).doors).toMatchObject([{ givenTo: '人事科 王工', hasEntered: true }])
    const give = { roundId, uscc: '911', givenTo: '某人' }
    expect(await doRound(listDay, officer)('round.giveDoor', give)).toEqual({ kind: 'refusal', refusal: { code: 'no-post-of-employer' } })
    expect(await doRound(listDay, supervisor)('round.giveDoor', give)).toMatchObject({ problem: { code: 'not-permitted' } })
    const stranger = actor({ unitCode: BANAN, role: 'countyOfficer' })
    expect(await doRound(listDay, stranger)('round.giveDoor', give)).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('is taken back: nothing opens it any more, and of two who take it back one did', async () => {
    const { roundId, names } = await listed([['P01']], [1])
    const key = await doorTo(roundId, 'P01')
    const uscc = (await page(roundId)).posts[0]?.uscc
    expect((await rank(key, { post: 'P01', tiers: [[names[0] ?? '']] })).status).toBe(200)
    const take = (who = officer) => doRound(rankDay, who)('round.shutDoor', { roundId, uscc })

    expect(await take(supervisor)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await take(actor({ unitCode: BANAN, role: 'countyOfficer' }))).toMatchObject({ problem: { code: 'not-found' } })
    const answers = await Promise.all([take(), take()])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers.find(({ kind }) => kind === 'refusal')).toEqual({ kind: 'refusal', refusal: { code: 'no-door' } })
    expect((await see(key)).status).toBe(404)
    expect((await rank(key, { post: 'P01', tiers: [] })).status).toBe(404)
    // What was ranked stands.
    expect(await page(roundId)).toMatchObject({ doors: [{ givenTo: null, hasEntered: false }], posts: [{ isRanked: true }] })
  })
})

describe('a ranking', () => {
  test('decides the match; the later one stands, and who is left out is not taken', async () => {
    const { roundId, names } = await listed([['P01'], ['P01'], ['P01']], [1, 1])
    const [a = '', b = '', c = ''] = names
    const key = await doorTo(roundId, 'P01')

    expect((await rank(key, { post: 'P01', tiers: [[a], [b, c]] })).status).toBe(200)
    const { body } = await rank(key, { post: 'P01', tiers: [[c], [b]] })
    expect(body.scene?.posts[0]?.tiers).toEqual([[c], [b]])
    value(await doRound(matchDay, officer)('round.steer', { roundId, step: { kind: 'compute' } }))
    value(await doRound(matchDay, officer)('round.steer', { roundId, step: { kind: 'close' } }))

    const seen = await seeRound(matchDay, officer)<ComputedPage>('round.computed', { roundId })
    expect(seen.people.map(({ post }) => post)).toEqual([null, null, 'P01'])
    const [row] = await rowsOf<{ record: string; commitment: string }>(
      database,
      'select record, commitment from placement.rounds where id = $1',
      [roundId],
    )
    expect(verifyRecord(row?.record ?? '', { commitment: row?.commitment ?? '' }).findings).toEqual([])
  })

  test('an employer that ranks nobody takes by the order of the round', async () => {
    const { roundId } = await listed([['P01'], ['P01']], [1])

    value(await doRound(matchDay, officer)('round.steer', { roundId, step: { kind: 'compute' } }))

    const seen = await seeRound(matchDay, officer)<ComputedPage>('round.computed', { roundId })
    expect(seen.people.map(({ post }) => post)).toEqual(['P01', null])
  })

  test('names nobody who has not listed the post, nobody twice, and no post of another employer', async () => {
    const { roundId, names } = await listed([['P01'], ['P02']], [1, 1])
    const [a = '', b = ''] = names
    const key = await doorTo(roundId, 'P01')

    expect(await rank(key, { post: 'P01', tiers: [[b]] })).toMatchObject({ status: 422, body: { refusal: { code: 'unknown-person' } } })
    expect(await rank(key, { post: 'P01', tiers: [[a], [a]] })).toMatchObject({
      status: 422,
      body: { refusal: { code: 'unknown-person' } },
    })
    expect(await rank(key, { post: 'P02', tiers: [[b]] })).toMatchObject({ status: 409, body: { refusal: { code: 'changed-meanwhile' } } })
    expect((await page(roundId)).posts.every(({ isRanked }) => !isRanked)).toBe(true)
  })

  test('rankings that come at once are links one after the other', async () => {
    const { roundId, names } = await listed([['P01', 'P02'], ['P02']], [1, 1])
    const [one, two] = [await doorTo(roundId, 'P01'), await doorTo(roundId, 'P02')]

    const answers = await Promise.all([
      rank(one, { post: 'P01', tiers: [[names[0] ?? '']] }),
      rank(two, { post: 'P02', tiers: [[names[1] ?? ''], [names[0] ?? '']] }),
      rank(one, { post: 'P01', tiers: [] }),
    ])

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await page(roundId)).links.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  })
})
