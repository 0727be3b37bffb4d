import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { actor, divisions, ELSEWHERE, ground, NEIGHBOUR, person, value } from '../../../../../../test/world.ts'
import type { Actor } from '../../../../../platform/access/actor.ts'
import { withScope } from '../../../../../platform/database/scope.ts'
import type { Matter } from '../../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const later = (day: string) => ground(database, `${day}T02:00:00.000Z`)
const { village, township, county, city, province, approver } = seats

const see = async (who: Actor, matterId: string) => value<Matter>(await seeMatter(on, who, { name: 'matter.get', input: { matterId } }))

async function applied(): Promise<OpenedMatter & { personId: string }> {
  const someone = await person(on)
  const opened = value<OpenedMatter>(await openFor(on, village, { personId: someone.id }))
  return { ...opened, personId: someone.id }
}

async function withPapers(matterId: string): Promise<void> {
  for (const code of ['photo', 'discharge']) await doMatter(on, village, { name: 'matter.giveDocument', input: { matterId, code } })
}

async function walked(matterId: string, ...path: readonly (readonly [Actor, string, unknown?])[]): Promise<void> {
  for (const [who, name, answers] of path) {
    const answer = await step(on, who, { matterId, step: name, reason: '材料齐全', ...(answers ? { answers } : {}) })
    expect([name, answer.kind]).toEqual([name, 'value'])
  }
}

describe('an application for the preference card', () => {
  test('climbs from the village to the province and comes back as a card', async () => {
    const { id } = await applied()
    await withPapers(id)

    await walked(
      id,
      [township, 'accept'],
      [county, 'countyReview'],
      [city, 'cityReview'],
      [province, 'file'],
      [province, 'order'],
      [county, 'signIn'],
      [village, 'issue', { cardNumber: 'YD50011200017' }],
    )

    const matter = await see(village, id)
    expect(matter).toMatchObject({ outcome: 'granted', holder: null, steps: 8, due: null, answers: { cardNumber: 'YD50011200017' } })
    expect(matter.taken.map(({ seat }) => seat)).toEqual([
      'station',
      'township',
      'county',
      'city',
      'province',
      'province',
      'county',
      'station',
    ])
    const facts = await rowsOf<{ kind: string; quantity: string }>(
      database,
      "select kind, sum(quantity)::text as quantity from spine.facts where unit_code = '500112017005' and kind like any(array['matter.%','card.%']) group by 1 order by 1",
    )
    expect(facts).toMatchObject([
      { kind: 'card.issued' },
      { kind: 'matter.clock' },
      { kind: 'matter.closed' },
      { kind: 'matter.moved' },
      { kind: 'matter.open' },
      { kind: 'matter.opened' },
      { kind: 'matter.trips' },
    ])
  })

  test('is lost, reported, replaced: the same matter goes on', async () => {
    const { id } = await applied()
    await withPapers(id)
    await walked(
      id,
      [township, 'accept'],
      [county, 'countyReview'],
      [city, 'cityReview'],
      [province, 'file'],
      [province, 'order'],
      [county, 'signIn'],
    )
    await walked(
      id,
      [village, 'issue', { cardNumber: 'YD50011200018' }],
      [village, 'reportLoss'],
      [village, 'reportFormally'],
      [township, 'reissue'],
    )

    expect(await see(county, id)).toMatchObject({ state: 'inProduction', holder: 'county', outcome: null })
  })

  test('lies in the inbox of whoever has it, and in no other', async () => {
    const { id } = await applied()
    const inboxOf = async (who: Actor) =>
      value<{ rows: { id: string }[] }>(await seeMatter(on, who, { name: 'matter.inbox', input: { limit: 500 } })).rows.map((row) => row.id)

    expect(await inboxOf(township)).toContain(id)
    for (const other of [village, county, city, province, approver]) expect(await inboxOf(other)).not.toContain(id)
  })

  test('names its deadline with the rule behind it', async () => {
    const { id } = await applied()

    expect((await see(township, id)).due).toMatchObject({ on: '2026-06-17', daysLeft: 7, article: 'setting' })
  })
})

describe('a step is refused', () => {
  test.each([
    ['the village', () => village],
    ['the county', () => county],
    ['the city', () => city],
    ['the approver', () => approver],
  ])('to %s when it is the township’s', async (_, who) => {
    const { id } = await applied()
    await withPapers(id)

    expect(await step(on, who(), { matterId: id, step: 'accept' })).toMatchObject({
      refusal: { code: 'not-your-turn', waitsFor: 'township' },
    })
  })

  test('to a stranger, who is told only that there is nothing', async () => {
    const { id } = await applied()

    for (const stranger of [actor({ unitCode: ELSEWHERE }), actor({ unitCode: NEIGHBOUR })]) {
      expect(await seeMatter(on, stranger, { name: 'matter.get', input: { matterId: id } })).toMatchObject({
        problem: { code: 'not-found' },
      })
      expect(await step(on, stranger, { matterId: id, step: 'giveUp' })).toMatchObject({ problem: { code: 'not-found' } })
    }
  })

  test('where papers are missing, all of them named at once', async () => {
    const { id } = await applied()

    expect(await step(on, township, { matterId: id, step: 'accept' })).toMatchObject({
      refusal: { code: 'documents-missing', documents: ['photo', 'discharge'] },
    })
  })

  test('twice: the second finds that the matter has moved on', async () => {
    const { id } = await applied()
    await withPapers(id)
    const input = { matterId: id, step: 'accept', steps: 1 }

    const both = await Promise.all([1, 2].map(() => doMatter(on, township, { name: 'matter.step', input })))

    expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
    expect(both.find(({ kind }) => kind === 'refusal')).toMatchObject({ refusal: { code: 'moved-on', steps: 2 } })
  })

  test('without a reason, where one is owed to the applicant', async () => {
    const { id } = await applied()

    expect(await step(on, township, { matterId: id, step: 'ask' })).toMatchObject({ refusal: { code: 'reason-needed' } })
  })

  test('to a colleague while another has claimed it', async () => {
    const { id } = await applied()
    const colleague = actor({ unitCode: township.unitCode, role: 'townshipHead' })
    await doMatter(on, township, { name: 'matter.claim', input: { matterId: id } })

    expect(await step(on, colleague, { matterId: id, step: 'ask', reason: '缺照片' })).toMatchObject({
      refusal: { code: 'claimed-by-another' },
    })
    expect((await see(colleague, id)).can.steps.map(({ code }) => code)).not.toContain('ask')
    expect(await step(on, township, { matterId: id, step: 'ask', reason: '缺照片' })).toMatchObject({ kind: 'value' })
  })

  test('to whoever has died, and not to the office that ends the matter', async () => {
    const { id, personId } = await applied()
    await withScope(database.ownerPool, { lo: '0', hi: ':' }, 'write', (tx) =>
      tx.query("update registry.people set status = 'deceased', deceased_on = '2026-06-01' where id = $1", [personId]),
    )

    expect(await step(on, village, { matterId: id, step: 'giveUp' })).toMatchObject({ refusal: { code: 'person-gone' } })
    expect(
      await step(on, township, { matterId: id, step: 'refuse', reason: '本人已去世', answers: { ground: 'notEligible' } }),
    ).toMatchObject({ kind: 'value' })
  })
})

describe('the same matter', () => {
  test('opened at two windows is one, and the second window is told which', async () => {
    const someone = await person(on)

    const both = await Promise.all([village, township].map((who) => openFor(on, who, { personId: someone.id })))

    const opened = both.find(({ kind }) => kind === 'value')
    expect(both.find(({ kind }) => kind === 'refusal')).toMatchObject({
      refusal: { code: 'already-open', matterId: opened && value<OpenedMatter>(opened).id },
    })
  })

  test('sent twice under one id is one', async () => {
    const someone = await person(on)
    const actionId = uuidv7()

    const [first, second] = [
      await openFor(on, village, { personId: someone.id, actionId }),
      await openFor(on, village, { personId: someone.id, actionId }),
    ]

    expect(second).toEqual(first)
  })
})

test('a petition’s words are read by the offices that handle it, and not by the station that took it in', async () => {
  const someone = await person(on)
  const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'petition', answers }))

  expect((await see(county, id)).answers).toEqual(answers)
  expect((await see(village, id)).answers).toBeNull()
  const [row] = await rowsOf<{ answers: Buffer }>(database, 'select answers from casework.matters where id = $1', [id])
  expect(row?.answers.toString('utf8')).not.toContain('工龄')
})

test('what is asked for too late names the article', async () => {
  const someone = await person(on)
  const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'petition', answers }))
  await walked(
    id,
    [county, 'forward'],
    [county, 'accept'],
    [county, 'issueOpinion', { result: 'explained', opinionText: '经核实，工龄已按规定认定。' }],
  )

  expect(await step(later('2026-07-11'), village, { matterId: id, step: 'askReview' })).toMatchObject({
    refusal: { code: 'too-late', dueOn: '2026-07-10', article: '《信访工作条例》第三十五条' },
  })
})
