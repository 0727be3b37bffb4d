import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import {
  COST,
  directiveDraft,
  doRound,
  draftOf,
  LADDER,
  offeredPosts,
  room,
  seeRound,
  TWO_WAY,
  twoWayDraft,
} from '../../../../../test/round-world.ts'
import { actor, BANAN, divisions, ground, value } from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { DraftAsIs, RoundPage } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { officer, supervisor } = room
const TURN = { clockSeconds: 90, onPass: 'out', onAbsent: 'out' } as const
const DRAW = { source: '福彩双色球 2026067 期', on: '2026-06-12' } as const

const refusalOf = (answer: Answer): unknown => (answer.kind === 'refusal' ? answer.refusal : answer)
const asIs = (roundId: string) => seeRound(on, officer)<DraftAsIs>('round.draftAsIs', { roundId })
const redraft = (body: object, who = officer) => doRound(on, who)('round.redraft', body)

/** What the draft says, to be changed in part. */
async function bodyOf(roundId: string): Promise<Omit<DraftAsIs, 'before' | 'cohortId' | 'way'>> {
  const { before: _before, cohortId: _cohort, way: _way, ...body } = await asIs(roundId)
  return body
}

describe('a draft', () => {
  test('is changed until it is committed to, each version kept with who changed it', async () => {
    const { roundId } = await draftOf(on, { points: [90], seats: [1, 1] })
    const first = await bodyOf(roundId)

    const said = value<{ version: number }>(
      await redraft({ ...first, title: '改过的场次', postIds: first.postIds.slice(1), draw: DRAW, rules: { kind: 'turns', turn: TURN } }),
    )

    expect(said.version).toBe(2)
    expect(await asIs(roundId)).toMatchObject({ version: 2, title: '改过的场次', draw: DRAW, rules: { kind: 'turns', turn: TURN } })
    expect((await asIs(roundId)).before).toMatchObject([{ version: 1, title: first.title, posts: 2, drawOn: first.draw.on, by: '蒋文博' }])
    const page = await seeRound(on, officer)<RoundPage>('round.get', { roundId })
    expect(page.posts.map(({ code, seats }) => [code, seats])).toEqual([['P01', 1]])
    value(await doRound(on, officer)('round.commit', { roundId }))
    const [row] = await rowsOf<{ opening: string }>(database, 'select opening from placement.rounds where id = $1', [roundId])
    expect(JSON.parse(row?.opening ?? '')).toMatchObject({ draw: DRAW, rules: { turn: TURN }, round: { title: '改过的场次' } })
    expect(refusalOf(await redraft({ ...first, version: 2 }))).toEqual({ code: 'wrong-state', state: 'committed' })
  })

  test('of two-way and of directive is changed by the rules of its way', async () => {
    const [lists, costs] = [await twoWayDraft(on, { points: [90], seats: [1] }), await directiveDraft(on, { points: [90], seats: [1] })]
    const [twoWay, cost] = [
      { ...TWO_WAY, listsUntil: '2026-06-13' },
      { ...COST, misfit: 7 },
    ]

    value(await redraft({ ...(await bodyOf(lists.roundId)), rules: { kind: 'two-way', twoWay } }))
    value(await redraft({ ...(await bodyOf(costs.roundId)), rules: { kind: 'directive', cost, ladder: LADDER } }))

    expect((await asIs(lists.roundId)).rules).toEqual({ kind: 'two-way', twoWay })
    expect((await asIs(costs.roundId)).rules).toEqual({ kind: 'directive', cost, ladder: LADDER })
  })

  test('keeps the posts of a list handed in, under their new codes, and says how many lists lost one', async () => {
    const { roundId, candidateIds } = await draftOf(on, { points: [90, 80], seats: [1, 1, 1] })
    const handIn = (at: number, posts: string[]) =>
      doRound(on, officer)('round.handInList', { roundId, candidateId: candidateIds[at], posts, broughtBy: '家属' })
    value(await handIn(0, ['P03', 'P02']))
    value(await handIn(1, ['P01']))
    const body = await bodyOf(roundId)

    const { cut } = value<{ cut: number }>(await redraft({ ...body, postIds: body.postIds.slice(1) }))

    expect(cut).toBe(1)
    const { people } = await seeRound(on, officer)<RoundPage>('round.get', { roundId })
    const listOf = (at: number) => people.find(({ candidateId }) => candidateId === candidateIds[at])?.list
    expect([listOf(0), listOf(1)]).toEqual([['P02', 'P01'], null])
  })
})

describe('no change', () => {
  test('for a version that somebody changed meanwhile: of two at once one stands', async () => {
    const { roundId } = await draftOf(on, { points: [90], seats: [1] })
    const body = await bodyOf(roundId)

    const answers = await Promise.all([redraft({ ...body, title: '甲改的' }), redraft({ ...body, title: '乙改的' })])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    expect(answers.filter(({ kind }) => kind === 'refusal').map(refusalOf)).toEqual([{ code: 'draft-changed', version: 2 }])
  })

  test('to the rules of another way, to days and posts that no new draft may have', async () => {
    const { roundId } = await draftOf(on, { points: [90], seats: [1] })
    const body = await bodyOf(roundId)
    const [gone = ''] = await offeredPosts(on, [1], 'withdrawn')

    expect(refusalOf(await redraft({ ...body, rules: { kind: 'two-way', twoWay: TWO_WAY } }))).toEqual({ code: 'wrong-way' })
    expect(refusalOf(await redraft({ ...body, draw: { ...DRAW, on: '2026-06-01' } }))).toEqual({ code: 'draw-not-later' })
    expect(refusalOf(await redraft({ ...body, postIds: [gone] }))).toEqual({ code: 'posts-not-offered', count: 1 })
    const lists = await bodyOf((await twoWayDraft(on, { points: [90], seats: [1] })).roundId)
    const turned = { ...TWO_WAY, rankingsUntil: TWO_WAY.listsUntil }
    expect(refusalOf(await redraft({ ...lists, rules: { kind: 'two-way', twoWay: turned } }))).toEqual({ code: 'windows-turned' })
    expect(await asIs(roundId)).toMatchObject({ version: 1, before: [] })
  })

  test('by the supervisor or another county; and the database keeps the posts of what is committed to', async () => {
    const { roundId } = await draftOf(on, { points: [90], seats: [1] })
    const body = await bodyOf(roundId)

    expect(await redraft(body, supervisor)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await redraft(body, actor({ unitCode: BANAN, role: 'countyOfficer' }))).toMatchObject({ problem: { code: 'not-found' } })
    value(await doRound(on, officer)('round.commit', { roundId }))
    const left = await withScope(database.appPool, { lo: '0', hi: ':' }, 'write', async (tx) => {
      await tx.query("select placement.clear_draft_posts('500112', $1)", [roundId])
      return await tx.query('select 1 from placement.round_posts where round_id = $1', [roundId])
    })
    expect(left.rowCount).toBe(1)
  })
})
