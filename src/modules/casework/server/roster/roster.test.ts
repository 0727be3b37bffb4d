import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../test/matter-world.ts'
import { actor, BANAN, divisions, ELSEWHERE, FENGMING, ground, person, STREET, value, YUBEI } from '../../../../../test/world.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { RosterSlot } from '../../contract.ts'

const database = await openTestDatabase()
afterAll(database.close)
beforeAll(() => divisions(database))

const on = ground(database)
const { village, township, county } = seats

const MORNING = { from: '09:00', until: '11:30', lawyer: '钱立' }
const AFTERNOON = { from: '14:30', until: '17:00', lawyer: '孙文' }

const set = (who: Actor, onDay: string, slots: readonly object[], unitCode: string = YUBEI) =>
  doMatter(on, who, { name: 'roster.set', input: { unitCode, onDay, slots } })
const list = async (who: Actor, place: string) =>
  value<{ slots: (RosterSlot & { left: number | null })[]; can: { set: boolean } }>(
    await seeMatter(on, who, { name: 'roster.list', input: { place } }),
  )

describe('the roster of duty lawyers', () => {
  test('is set by the centre day by day, and read soonest first at the stations of the county', async () => {
    value(await set(county, '2026-06-18', [AFTERNOON]))
    value(await set(county, '2026-06-12', [AFTERNOON, MORNING]))

    const { slots, can } = await list(village, FENGMING)

    expect(slots.map(({ onDay, from, lawyer }) => [onDay, from, lawyer])).toEqual([
      ['2026-06-12', '09:00', '钱立'],
      ['2026-06-12', '14:30', '孙文'],
      ['2026-06-18', '14:30', '孙文'],
    ])
    expect([can.set, (await list(county, YUBEI)).can.set]).toEqual([false, true])
  })

  test('a day is set as a whole, and nobody sits where there are no slots', async () => {
    value(await set(county, '2026-06-15', [MORNING, AFTERNOON]))
    value(await set(county, '2026-06-15', [AFTERNOON]))
    const daysOf = async () => (await list(county, YUBEI)).slots.filter(({ onDay }) => onDay === '2026-06-15').map(({ lawyer }) => lawyer)

    expect(await daysOf()).toEqual(['孙文'])
    value(await set(county, '2026-06-15', []))
    expect(await daysOf()).toEqual([])
  })

  test('of two who set a day at once one is the last, and the day is whole', async () => {
    const both = await Promise.all([set(county, '2026-06-16', [MORNING]), set(county, '2026-06-16', [MORNING, AFTERNOON])])

    expect(both.map(({ kind }) => kind)).toEqual(['value', 'value'])
    const lawyers = (await list(county, YUBEI)).slots.filter(({ onDay }) => onDay === '2026-06-16').map(({ lawyer }) => lawyer)
    expect([['钱立'], ['钱立', '孙文']]).toContainEqual(lawyers)
  })

  test('today is not gone, a day before is', async () => {
    expect((await set(county, '2026-06-10', [MORNING])).kind).toBe('value')
    expect(await set(county, '2026-06-09', [MORNING])).toMatchObject({ refusal: { code: 'day-gone', today: '2026-06-10' } })
  })

  test('nobody sits twice at once, or leaves before coming', async () => {
    const overlapping = { ...MORNING, from: '11:00', until: '12:00' }

    expect(await set(county, '2026-06-19', [MORNING, overlapping])).toMatchObject({ refusal: { code: 'sits-twice', lawyer: '钱立' } })
    expect(await set(county, '2026-06-19', [{ ...MORNING, until: '09:00' }])).toMatchObject({
      refusal: { code: 'ends-before-it-begins', from: '09:00' },
    })
    expect(await set(county, '2026-06-19', [{ ...MORNING, from: '25:00' }])).toMatchObject({ problem: { code: 'invalid-input' } })
  })

  test('is not set by a station, for a station, by another county or by who only looks', async () => {
    expect(await set(village, '2026-06-19', [MORNING])).toMatchObject({ problem: { code: 'not-permitted' } })
    expect(await set(township, '2026-06-19', [MORNING])).toMatchObject({ problem: { code: 'not-found' } })
    expect(await set(township, '2026-06-19', [MORNING], STREET)).toMatchObject({ refusal: { code: 'not-a-centre' } })
    expect(await set(actor({ unitCode: BANAN, role: 'countyOfficer' }), '2026-06-19', [MORNING])).toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(await set(actor({ unitCode: YUBEI, role: 'supervisor' }), '2026-06-19', [MORNING])).toMatchObject({
      problem: { code: 'not-permitted' },
    })
  })

  test('of a county is nothing to the stations of another', async () => {
    value(await set(county, '2026-06-22', [MORNING]))

    const stranger = actor({ unitCode: ELSEWHERE })
    expect((await list(stranger, ELSEWHERE)).slots).toEqual([])
    expect(await seeMatter(on, stranger, { name: 'roster.list', input: { place: YUBEI } })).toMatchObject({
      problem: { code: 'not-found' },
    })
  })
})

describe('a day of the roster', () => {
  const LEGAL = { question: '房东不退押金', phone: '10012345678' }
  const askFor = async (comeOn: string) =>
    openFor(on, village, { personId: (await person(on)).id, typeCode: 'legalAdvice', answers: { ...LEGAL, comeOn } })

  test('is asked for where a lawyer sits, and refused where nobody does', async () => {
    value(await set(county, '2026-07-01', [MORNING]))

    expect((await askFor('2026-07-01')).kind).toBe('value')
    expect(await askFor('2026-07-02')).toMatchObject({
      refusal: { code: 'answers-wrong', issues: [{ field: 'comeOn', code: 'not-on-roster' }] },
    })
  })

  test('counts its places, and gives back that of who no longer asks', async () => {
    value(
      await set(county, '2026-07-03', [
        { ...MORNING, places: 1 },
        { ...AFTERNOON, places: 1 },
      ]),
    )
    const left = async () => (await list(village, FENGMING)).slots.find(({ onDay }) => onDay === '2026-07-03')?.left

    expect(await left()).toBe(2)
    const { id } = value<OpenedMatter>(await askFor('2026-07-03'))
    value(await askFor('2026-07-03'))
    expect(await left()).toBe(0)
    expect(await askFor('2026-07-03')).toMatchObject({ refusal: { issues: [{ field: 'comeOn', code: 'day-full' }] } })

    value(await step(on, village, { matterId: id, step: 'giveUp' }))
    expect(await left()).toBe(1)
  })

  test('gives its last place to one of two who ask at once', async () => {
    value(await set(county, '2026-07-06', [{ ...MORNING, places: 1 }]))

    const both = await Promise.all([askFor('2026-07-06'), askFor('2026-07-06')])

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
  })
})
