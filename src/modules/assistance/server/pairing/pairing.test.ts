import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assist, seeAssist } from '../../../../../test/assist-world.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { begin, helper, need, needy, pairers, seeOf } from '../../../../../test/pairing-world.ts'
import { BANAN, divisions, FENGMING, ground, person, STREET, value, YUBEI } from '../../../../../test/world.ts'
import type { HelperMatch, Need, Pairing } from '../../contract.ts'

const database = await openTestDatabase()
const on = ground(database)
afterAll(database.close)
beforeAll(() => divisions(database))

type Seen = { needs: Need[]; pairings: Pairing[]; can: { write: boolean } }
const of = async (personId: string) => value<Seen>(await seeOf(on, personId))
const paired = async (asked: Parameters<typeof begin>[1]) => value<{ id: string }>(await begin(on, asked)).id
const act = (name: string, input: object, who = pairers.officer) => assist(on, who, { name, input })
const total = async (kind: string): Promise<number> => {
  const { rows } = await database.ownerPool.query<{ sum: string }>(
    'select coalesce(sum(quantity), 0)::text as sum from spine.facts where kind = $1',
    [kind],
  )
  return Number(rows[0]?.sum)
}
const standing = async () => [await total('pairing.agreement'), await total('pairing.person'), await total('pairing.helper')]

describe('a need', () => {
  test('is entered once while it is open, closed once, and may come again', async () => {
    const { id: personId } = await person(on)
    const needId = await need(on, personId, 'housing')

    expect(await act('need.record', { personId, kind: 'housing', urgency: 'soon' })).toMatchObject({ refusal: { code: 'already-open' } })
    value(await act('need.close', { needId, reason: 'met' }))
    expect(await act('need.close', { needId, reason: 'gone' })).toMatchObject({ refusal: { code: 'already-closed' } })
    await need(on, personId, 'housing')

    expect((await of(personId)).needs.map(({ closedFor }) => closedFor)).toEqual([null, 'met'])
  })

  test('is entered by nobody who only looks, and nowhere in the next district', async () => {
    const { id: personId } = await person(on)
    const input = { personId, kind: 'living', urgency: 'soon' }

    expect(await act('need.record', input, pairers.approver)).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await act('need.record', input, pairers.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await seeOf(on, personId, pairers.neighbour)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await seeOf(on, personId, pairers.cashier)).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})

describe('an agreement', () => {
  test('is found by its reasons, begun, visited, renewed and ended, and its need is met by a visit', async () => {
    const personId = await needy(on, ['medical', 'company'])
    const [near, far] = [
      await helper(on, { capacity: 9 }),
      await helper(on, { unitCode: YUBEI, kind: 'organisation', name: '渝北区人民医院' }),
    ]
    const { matches } = value<{ matches: HelperMatch[] }>(
      await seeAssist(on, pairers.officer, { name: 'pairing.match', input: { personId } }),
    )
    const ours = matches.filter(({ helper: { id } }) => [near, far].includes(id))
    expect(ours.map(({ helper: { id }, near: how }) => [id, how])).toEqual([
      [near, 'village'],
      [far, 'county'],
    ])
    expect(ours[1]?.helper.nameMasked).toBe('渝北区人民医院')
    expect(ours[0]).toMatchObject({ meets: expect.arrayContaining(['medical', 'company']), room: 9, helper: { nameMasked: '邓*远' } })

    const pairingId = await paired({ personId, helperId: near, kinds: ['medical', 'company'] })
    const visit = { pairingId, visitedOn: '2026-06-05', way: 'home', met: ['company'], result: 'better' }
    value(await act('pairing.visit', visit, pairers.worker as typeof pairers.officer))
    const renewed = value<{ id: string }>(await act('pairing.renew', { pairingId, untilOn: '2028-05-31' })).id
    value(await act('pairing.end', { pairingId: renewed, endedOn: '2026-06-10', reason: 'met' }))

    const { needs, pairings } = await of(personId)
    expect(needs.find(({ kind }) => kind === 'company')).toMatchObject({ closedFor: 'met', closedOn: '2026-06-10' })
    expect(needs.find(({ kind }) => kind === 'medical')).toMatchObject({ closedOn: null, isPaired: false })
    expect(pairings.find(({ id }) => id === renewed)).toMatchObject({ isRenewal: true, endedFor: 'met' })
    expect(pairings.find(({ id }) => id === pairingId)).toMatchObject({ endedFor: 'renewed', visits: 1, lastResult: 'better' })
  })

  test('counts people and helpers once, and no longer when the last agreement has ended', async () => {
    const personId = await needy(on)
    const [first, second] = [await helper(on), await helper(on)]
    const [agreements = 0, people = 0, helpers = 0] = await standing()

    const [one, two] = [await paired({ personId, helperId: first }), await paired({ personId, helperId: second })]
    expect(await standing()).toEqual([agreements + 2, people + 1, helpers + 2])

    value(await act('pairing.end', { pairingId: one, endedOn: '2026-06-10', reason: 'helperLeft' }))
    expect(await standing()).toEqual([agreements + 1, people + 1, helpers + 1])
    value(await act('pairing.end', { pairingId: two, endedOn: '2026-06-10', reason: 'met' }))
    expect(await standing()).toEqual([agreements, people, helpers])
  })

  test('is refused without room, without the need, twice, to nobody known, of another county, backwards', async () => {
    const [personId, other] = [await needy(on), await needy(on)]
    const helperId = await helper(on, { capacity: 1, gives: ['medical'] })
    const refused = async (asked: Parameters<typeof begin>[1]) => {
      const answer = await begin(on, asked)
      return answer.kind === 'refusal' ? answer.refusal : answer
    }

    expect(await refused({ personId, helperId, kinds: ['company'] })).toMatchObject({ code: 'not-given' })
    const teacher = await helper(on, { gives: ['schooling'] })
    expect(await refused({ personId, helperId: teacher, kinds: ['schooling'] })).toMatchObject({ code: 'need-not-open' })
    expect(await refused({ personId, helperId, beganOn: '2026-06-11' })).toMatchObject({ code: 'bad-days' })
    expect(await refused({ personId, helperId: personId })).toMatchObject({ code: 'helper-not-found' })
    await paired({ personId, helperId })
    expect(await refused({ personId: other, helperId })).toMatchObject({ code: 'helper-full', capacity: 1 })
    const roomy = await helper(on)
    await paired({ personId, helperId: roomy })
    expect(await refused({ personId, helperId: roomy })).toMatchObject({ code: 'already-paired' })
    expect(await act('helper.withdraw', { helperId })).toMatchObject({ refusal: { code: 'still-paired', count: 1 } })
    expect(
      await act('helper.offer', { unitCode: BANAN, kind: 'person', name: '何人', gives: ['work'], capacity: 1, untilOn: null }),
    ).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('of two people at once with a helper who has room for one comes about once', async () => {
    const people = [await needy(on), await needy(on)]
    const helperId = await helper(on, { capacity: 1 })

    const answers = await Promise.all(people.map((personId) => begin(on, { personId, helperId })))

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })

  test('takes no visit of another time or for what was not agreed, and ends once, not before its last visit', async () => {
    const personId = await needy(on)
    const pairingId = await paired({ personId, helperId: await helper(on) })
    const visit = { pairingId, visitedOn: '2026-06-05', way: 'phone', met: [], result: 'same' }

    expect(await act('pairing.visit', { ...visit, visitedOn: '2026-05-31' })).toMatchObject({ refusal: { code: 'outside-agreement' } })
    expect(await act('pairing.visit', { ...visit, visitedOn: '2026-06-11' })).toMatchObject({ refusal: { code: 'outside-agreement' } })
    expect(await act('pairing.visit', { ...visit, met: ['company'] })).toMatchObject({ refusal: { code: 'not-agreed' } })
    value(await act('pairing.visit', visit))
    expect(await act('pairing.end', { pairingId, endedOn: '2026-06-04', reason: 'met' })).toMatchObject({ refusal: { code: 'bad-days' } })
    value(await act('pairing.end', { pairingId, endedOn: '2026-06-06', reason: 'notWorking' }))
    expect(await act('pairing.end', { pairingId, endedOn: '2026-06-06', reason: 'met' })).toMatchObject({
      refusal: { code: 'already-ended' },
    })
    expect(await act('pairing.renew', { pairingId, untilOn: '2029-01-01' })).toMatchObject({ refusal: { code: 'already-ended' } })
  })
})

describe('pairing at a place', () => {
  test('shows a station its own and a street what lies in it, and a lapsed agreement as over', async () => {
    const personId = await needy(on)
    const helperId = await helper(on, { unitCode: STREET })
    await paired({ personId, helperId, untilOn: '2026-06-10' })
    const later = ground(database, '2026-06-12T02:00:00.000Z')
    const desk = async (who: typeof pairers.officer, place: string) =>
      value<{ helpers: { id: string }[]; pairings: Pairing[]; counts: { over: number } }>(
        await seeAssist(later, who, { name: 'pairing.desk', input: { place } }),
      )

    const station = await desk(pairers.worker as typeof pairers.officer, FENGMING)
    const street = await desk(pairers.township as typeof pairers.officer, STREET)

    expect(station.helpers.some(({ id }) => id === helperId)).toBe(false)
    expect(street.helpers.some(({ id }) => id === helperId)).toBe(true)
    expect(street.pairings.find((one) => one.personId === personId)).toMatchObject({ isOver: true })
    expect(street.counts.over).toBe(1)
  })
})
