import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import * as world from '../../../../../test/world.ts'
import type { Answer } from '../../../../platform/actions/answer.ts'
import { withScope } from '../../../../platform/database/scope.ts'

const database = await openTestDatabase()
const ground = world.ground(database)

beforeAll(() => world.divisions(database))
afterAll(database.close)

const worker = world.actor()
const reason = '登记错了人'
let minutes = 0

/** Each action a minute after the last, so that the history has an order. */
function doing(name: string, input: object, who = worker): Promise<Answer> {
  minutes += 1
  const now = new Date(Date.parse(world.NOW) + minutes * 60_000).toISOString()
  return world.act(world.ground(database, now), who, { name, input })
}
const seeing = async <T>(name: string, input: object) => world.value<T>(await world.see(ground, worker, { name, input }))
const fileOf = (personId: string) => seeing<Record<string, unknown>>('person.get', { personId })
const historyOf = async (personId: string) => {
  const { rows } = await seeing<{ rows: { kind: string }[] }>('person.timeline', { personId })
  return rows.map(({ kind }) => kind)
}

/** What the facts of these persons sum up to, by kind, dimension and day. */
async function sumsOf(...personIds: string[]): Promise<Record<string, number>> {
  const { rows } = await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'read', (tx) =>
    tx.query<{ what: string; sum: number }>(
      `select concat_ws(' ', kind, coalesce(dimensions ->> 'sex', dimensions ->> 'class'), case when kind = 'person.died' then on_day end) as what,
              sum(quantity)::int as sum
         from spine.facts where person_ids && $1::uuid[] group by 1 order by 1`,
      [personIds],
    ),
  )
  return Object.fromEntries(rows.map(({ what, sum }) => [what, sum]))
}

const death = { deceasedOn: '2026-06-01', document: '死亡医学证明 第 1 号', reason: '家属报告' }

describe('a death recorded on the wrong person', () => {
  test('is taken back: the person is served, found and counted again, and the history says both', async () => {
    const { id } = await world.person(ground, { name: '东郭还来', identities: [{ classCode: 'WAR' }] })
    await doing('person.recordDeath', { personId: id, ...death })

    const answer = await doing('person.undoDeath', { personId: id, deceasedOn: death.deceasedOn, reason })

    expect(world.value(answer)).toMatchObject({ personId: id, version: 3 })
    expect(await fileOf(id)).toMatchObject({ status: 'active', deceasedOn: null, can: { recordDeath: true, undoDeath: false } })
    expect(await sumsOf(id)).toMatchObject({ 'person.registered male': 1, 'identity.held WAR': 1, 'person.died 2026-06-01': 0 })
    expect(await historyOf(id)).toEqual(['deathUndone', 'died', 'captured'])
    expect((await seeing<{ rows: unknown[] }>('person.list', { place: world.FENGMING, status: ['active'] })).rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ id })]),
    )
  })

  test('may be recorded anew with the right day', async () => {
    const { id } = await world.person(ground)
    await doing('person.recordDeath', { personId: id, ...death })
    await doing('person.undoDeath', { personId: id, deceasedOn: death.deceasedOn, reason })

    await doing('person.recordDeath', { personId: id, ...death, deceasedOn: '2026-05-20' })

    expect(await fileOf(id)).toMatchObject({ status: 'deceased', deceasedOn: '2026-05-20' })
    expect(await sumsOf(id)).toMatchObject({ 'person.died 2026-06-01': 0, 'person.died 2026-05-20': 1, 'person.registered male': 0 })
  })

  test('is taken back once, and only the one that was seen', async () => {
    const [living, dead] = [await world.person(ground), await world.person(ground)]
    await doing('person.recordDeath', { personId: dead.id, ...death })

    const ofLiving = await doing('person.undoDeath', { personId: living.id, deceasedOn: death.deceasedOn, reason })
    const ofOther = await doing('person.undoDeath', { personId: dead.id, deceasedOn: '2026-05-31', reason })

    expect([ofLiving, ofOther]).toMatchObject([{ refusal: { code: 'no-such-death' } }, { refusal: { code: 'no-such-death' } }])
    expect(await fileOf(dead.id)).toMatchObject({ status: 'deceased', can: { undoDeath: true } })
  })

  test('stays where the file was closed meanwhile, until it is opened again', async () => {
    const { id } = await world.person(ground)
    await doing('person.recordDeath', { personId: id, ...death })
    await doing('person.archive', { personId: id, version: 2, ground: 'deceased', reason: '去世关档' })
    const undo = () => doing('person.undoDeath', { personId: id, deceasedOn: death.deceasedOn, reason })

    const closed = await undo()
    await doing('person.reopen', { personId: id, reason: '关错了人' })
    const open = await undo()

    expect(closed).toMatchObject({ refusal: { code: 'file-closed' } })
    expect(open).toMatchObject({ kind: 'value' })
    expect(await historyOf(id)).toEqual(['deathUndone', 'reopened', 'archived', 'died', 'captured'])
  })

  test('by nobody of another station, and by nobody who only reads', async () => {
    const { id } = await world.person(ground)
    await doing('person.recordDeath', { personId: id, ...death })
    const undo = (who: typeof worker) => doing('person.undoDeath', { personId: id, deceasedOn: death.deceasedOn, reason }, who)

    expect(await undo(world.actor({ unitCode: world.ELSEWHERE }))).toEqual({ kind: 'problem', problem: { code: 'not-found' } })
    expect(await undo(world.actor({ role: 'supervisor', unitCode: world.YUBEI }))).toEqual({
      kind: 'problem',
      problem: { code: 'not-permitted' },
    })
  })
})

test('an id number corrected from a man’s to a woman’s moves the person from one sex to the other in the figures', async () => {
  const { id } = await world.person(ground, { citizenId: world.citizenId({ sequence: 871 }) })

  await doing('person.change', { personId: id, version: 1, changes: { citizenId: world.citizenId({ sequence: 872 }) }, reason })
  const corrected = await sumsOf(id)
  await doing('person.recordDeath', { personId: id, ...death })

  expect(corrected).toMatchObject({ 'person.registered male': 0, 'person.registered female': 1 })
  expect(await sumsOf(id)).toMatchObject({ 'person.registered male': 0, 'person.registered female': 0 })
})
