import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, seeCasework } from '../../../../../test/casework-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../test/matter-world.ts'
import {
  act,
  actor,
  BANAN,
  CHONGQING,
  divisions,
  ELSEWHERE,
  FENGMING,
  ground,
  NEIGHBOUR,
  person,
  STREET,
  value,
  YUBEI,
} from '../../../../../test/world.ts'
import '../../../../catalogue.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { withScope } from '../../../../platform/database/scope.ts'
import type { Matter } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { village, county } = seats
const officer = actor({ role: 'countyOfficer', unitCode: YUBEI })
const elsewhere = {
  village: actor({ unitCode: ELSEWHERE }),
  township: actor({ unitCode: '500113001000' as UnitCode, role: 'townshipHead' }),
  county: actor({ unitCode: BANAN, role: 'countyOfficer' }),
}
const reason = '户口已迁出'

const see = async (who: Actor, matterId: string) => value<Matter>(await seeMatter(on, who, { name: 'matter.get', input: { matterId } }))
const inboxOf = async (who: Actor) =>
  value<{ rows: { id: string }[] }>(await seeMatter(on, who, { name: 'matter.inbox', input: { limit: 500 } })).rows.map(({ id }) => id)
const balanceOf = async (who: Actor) =>
  value<{ isWhole: boolean; kinds: { typeCode: string; begun: number; missing: number; ended: { outcome: string; matters: number }[] }[] }>(
    await seeCasework(on, who, { name: 'matter.balance', input: { place: who.unitCode } }),
  )
const openStock = async (unitCode: string, personId: string) => {
  const [row] = await rowsOf<{ sum: number }>(
    database,
    "select coalesce(sum(quantity), 0)::int as sum from spine.facts where kind = 'matter.open' and unit_code = $1 and $2 = any(person_ids)",
    [unitCode, personId],
  )
  return row?.sum
}

/** An application for a card with both papers, which waits for the township. */
async function applied(personId: PersonId, unitCode: UnitCode = FENGMING): Promise<string> {
  const { id } = value<OpenedMatter>(await openFor(on, actor({ unitCode }), { personId, unitCode }))
  for (const code of ['photo', 'discharge'])
    value(await doMatter(on, officer, { name: 'matter.giveDocument', input: { matterId: id, code } }))
  return id
}

async function handOver(personId: string, { from = village, to }: { from?: Actor; to: UnitCode }): Promise<void> {
  value(await act(on, from, { name: 'transfer.send', input: { personId, toUnitCode: to, reason } }))
  const [request] = await rowsOf<{ id: string }>(
    database,
    "select id from registry.transfer_requests where person_id = $1 and direction = 'toDecide' and status = 'open'",
    [personId],
  )
  value(await act(on, actor({ unitCode: to }), { name: 'transfer.decide', input: { transferId: request?.id, accept: true } }))
}

describe('a file that goes to another station of the bureau', () => {
  test('takes its matters along with steps, papers and notices', async () => {
    const { id: personId } = await person(on)
    const id = await applied(personId)
    value(await step(on, seats.township, { matterId: id, step: 'accept' }))

    await handOver(personId, { to: NEIGHBOUR })

    const neighbour = actor({ unitCode: NEIGHBOUR })
    expect(await see(neighbour, id)).toMatchObject({ unitCode: NEIGHBOUR, steps: 2, outcome: null, holder: 'county' })
    expect((await see(neighbour, id)).documents.filter(({ given }) => given !== null)).toHaveLength(2)
    expect(await seeMatter(on, village, { name: 'matter.get', input: { matterId: id } })).toMatchObject({ problem: { code: 'not-found' } })
    const notices = await rowsOf<{ unit_code: string }>(database, 'select unit_code from casework.notices where matter_id = $1', [id])
    expect(notices).toEqual([{ unit_code: NEIGHBOUR }])
    expect([await openStock(FENGMING, personId), await openStock(NEIGHBOUR, personId)]).toEqual([0, 1])
    expect((await balanceOf(officer)).isWhole).toBe(true)
  })
})

describe('a file that goes to another bureau', () => {
  test('hands its open matter over, which goes on there by the seats of that place', async () => {
    const { id: personId } = await person(on)
    const id = await applied(personId)

    await handOver(personId, { to: ELSEWHERE })

    expect(await see(officer, id)).toMatchObject({
      outcome: 'handedOver',
      handedTo: ELSEWHERE,
      holder: null,
      can: { steps: [], give: false },
    })
    expect(await step(on, seats.township, { matterId: id, step: 'accept' })).toMatchObject({
      refusal: { code: 'handed-over', unitCode: ELSEWHERE },
    })
    expect(await inboxOf(seats.township)).not.toContain(id)
    expect(await inboxOf(elsewhere.township)).toContain(id)
    expect(await see(elsewhere.township, id)).toMatchObject({ answers: { phone: '100****5678' }, taken: [{ byName: '陈晓琴' }] })
    value(await step(on, elsewhere.township, { matterId: id, step: 'accept' }))
    expect(await see(elsewhere.county, id)).toMatchObject({ steps: 2, holder: 'county' })
    expect(await see(officer, id)).toMatchObject({ steps: 1 })
  })

  test('leaves both balances whole: what was begun here is handed over, what came there is pending', async () => {
    const { id: personId } = await person(on)
    await applied(personId)

    await handOver(personId, { to: ELSEWHERE })

    const [here, there] = [await balanceOf(officer), await balanceOf(elsewhere.county)]
    expect([here.isWhole, there.isWhole]).toEqual([true, true])
    expect(here.kinds[0]?.ended).toContainEqual({ outcome: 'handedOver', matters: expect.any(Number) as number })
    expect([await openStock(FENGMING, personId), await openStock(ELSEWHERE, personId)]).toEqual([0, 1])
    const province = await balanceOf(actor({ role: 'provinceOfficer', unitCode: CHONGQING }))
    expect(province.isWhole).toBe(true)
  })

  test('takes an issued card along, which may still be lost; what has ended stays in its book', async () => {
    const { id: personId } = await person(on)
    const withdrawn = await applied(personId)
    value(await step(on, village, { matterId: withdrawn, step: 'giveUp' }))
    const issued = await applied(personId)
    for (const [who, name] of [
      [seats.township, 'accept'],
      [county, 'countyReview'],
      [seats.city, 'cityReview'],
      [seats.province, 'file'],
      [seats.province, 'order'],
      [county, 'signIn'],
    ] as const)
      value(await step(on, who, { matterId: issued, step: name }))
    value(await step(on, village, { matterId: issued, step: 'issue', answers: { cardNumber: 'YD50011200017' } }))

    await handOver(personId, { to: ELSEWHERE })

    value(await step(on, elsewhere.village, { matterId: issued, step: 'reportLoss' }))
    expect(await step(on, village, { matterId: issued, step: 'reportLoss' })).toMatchObject({ refusal: { code: 'handed-over' } })
    expect(await see(officer, withdrawn)).toMatchObject({ outcome: 'withdrawn' })
    expect(await seeMatter(on, elsewhere.village, { name: 'matter.get', input: { matterId: withdrawn } })).toMatchObject({
      kind: 'problem',
    })
  })

  test('may come back, and the matter goes on here with what was done there', async () => {
    const { id: personId } = await person(on)
    const id = await applied(personId)
    await handOver(personId, { to: ELSEWHERE })
    value(await step(on, elsewhere.township, { matterId: id, step: 'accept' }))

    await handOver(personId, { from: elsewhere.village, to: FENGMING })

    expect(await see(county, id)).toMatchObject({ steps: 2, outcome: null, holder: 'county', handedTo: null })
    expect((await see(county, id)).taken.map(({ byUnit }) => byUnit)).toEqual([FENGMING, '500113001000'])
    expect(await see(elsewhere.county, id)).toMatchObject({ outcome: 'handedOver', handedTo: FENGMING })
    expect((await see(county, id)).stays).toEqual([{ closedOn: expect.stringMatching(/^2026-/), handedTo: ELSEWHERE }])
    expect((await see(elsewhere.county, id)).stays).toEqual([])
    expect([await openStock(FENGMING, personId), await openStock(ELSEWHERE, personId)]).toEqual([1, 0])
    expect([(await balanceOf(officer)).isWhole, (await balanceOf(elsewhere.county)).isWhole]).toEqual([true, true])
  })

  test('is seen once by the province, as it is now', async () => {
    const { id: personId } = await person(on)
    const id = await applied(personId)
    await handOver(personId, { to: ELSEWHERE })

    const seen = await see(seats.province, id)

    expect(seen).toMatchObject({ unitCode: ELSEWHERE, outcome: null })
    expect(seen.taken).toHaveLength(1)
    expect(seen.documents.filter(({ given }) => given !== null)).toHaveLength(2)
  })
})

describe('a merge of two files', () => {
  async function twins() {
    const [kept, gone] = [await person(on, { name: '周建国' }), await person(on, { name: '周健国', unitCode: NEIGHBOUR })]
    const merge = async () =>
      value<{ mergeId: string }>(
        await act(on, officer, {
          name: 'person.merge',
          input: { keptId: kept.id, keptVersion: 1, mergedId: gone.id, mergedVersion: 1, take: [], reason: '同一人' },
        }),
      ).mergeId
    const undo = async (mergeId: string) =>
      value(await act(on, officer, { name: 'person.undoMerge', input: { mergeId, reason: '其实是两个人' } }))
    return { kept, gone, merge, undo }
  }

  test('brings the matters of the closed file to the one that is kept, and its undoing takes them back', async () => {
    const { kept, gone, merge, undo } = await twins()
    const id = await applied(gone.id, NEIGHBOUR)

    const mergeId = await merge()

    expect(await see(village, id)).toMatchObject({ person: { id: kept.id }, unitCode: FENGMING, personGone: false, doubleOf: null })
    value(await step(on, seats.township, { matterId: id, step: 'ask', reason: '缺照片' }))
    expect([await openStock(NEIGHBOUR, gone.id), await openStock(FENGMING, kept.id)]).toEqual([0, 1])
    await undo(mergeId)
    expect(await see(actor({ unitCode: NEIGHBOUR }), id)).toMatchObject({ person: { id: gone.id }, unitCode: NEIGHBOUR, personGone: false })
    expect([await openStock(NEIGHBOUR, gone.id), await openStock(FENGMING, kept.id)]).toEqual([1, 0])
  })

  test('of which both had asked for a card leaves two, each showing the other, until a human withdraws one', async () => {
    const { kept, gone, merge } = await twins()
    const [first, second] = [await applied(kept.id), await applied(gone.id, NEIGHBOUR)]

    await merge()

    expect(await see(village, second)).toMatchObject({ person: { id: kept.id }, doubleOf: first })
    expect(await see(village, first)).toMatchObject({ outcome: null, doubleOf: null })
    value(await step(on, seats.township, { matterId: second, step: 'accept' }))
    value(await step(on, village, { matterId: first, step: 'giveUp' }))
    expect((await balanceOf(officer)).isWhole).toBe(true)
  })

  test('and its undoing leave each its own card again', async () => {
    const { kept, gone, merge, undo } = await twins()
    const [first, second] = [await applied(kept.id), await applied(gone.id, NEIGHBOUR)]

    await undo(await merge())

    expect(await see(village, first)).toMatchObject({ person: { id: kept.id }, doubleOf: null })
    expect(await see(actor({ unitCode: NEIGHBOUR }), second)).toMatchObject({ person: { id: gone.id }, doubleOf: null })
    const again = await openFor(on, actor({ unitCode: NEIGHBOUR }), { personId: gone.id, unitCode: NEIGHBOUR })
    expect(again).toMatchObject({ refusal: { code: 'already-open', matterId: second } })
  })
})

test('a person who has died takes no more steps, and the office ends what is open', async () => {
  const { id: personId } = await person(on)
  const id = await applied(personId)
  const file = value<{ version: number }>(
    await act(on, village, {
      name: 'person.recordDeath',
      input: { personId, version: 1, deceasedOn: '2026-06-01', document: '死亡医学证明 2026-118', reason: '家属告知' },
    }),
  )
  expect(file.version).toBe(2)

  expect(await step(on, village, { matterId: id, step: 'giveUp' })).toMatchObject({ refusal: { code: 'person-gone' } })
  value(await step(on, seats.township, { matterId: id, step: 'refuse', reason: '本人已去世', answers: { ground: 'notEligible' } }))
  expect(await see(village, id)).toMatchObject({ personGone: true, outcome: 'refused' })
})

test('a call about a file that was neither handed over nor merged moves nothing', async () => {
  const [{ id: personId }, { id: other }] = [await person(on), await person(on)]
  const id = await applied(personId)

  await withScope(database.appPool, actor({ unitCode: STREET }).scope, 'write', async (tx) => {
    await tx.query("select casework.follow_matters($1, $2, $3, '{}', '2026-06-10')", [personId, FENGMING, ELSEWHERE])
    await tx.query("select casework.follow_merge($1, $2, '{}', '2026-06-10')", [personId, other])
  })

  expect(await see(village, id)).toMatchObject({ unitCode: FENGMING, outcome: null, person: { id: personId } })
})
