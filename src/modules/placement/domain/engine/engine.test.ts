import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from './apportion.ts'
import { assignAtLeastCost, isExact } from './directive.ts'
import { isOpenTo } from './open-to.ts'
import { isProvenOptimal } from './optimality.ts'
import { radixOrder } from './radix-order.ts'
import { findEnvy, serialChoice } from './serial-choice.ts'
import { deferredAcceptance, findBlockingPair } from './two-way.ts'

describe('order', () => {
  test('it is that of a stable comparison, whatever the keys', () => {
    const key = fc.integer({ min: -(2 ** 51), max: 2 ** 51 })
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer({ min: 0, max: 3 })), { maxLength: 40 }), (people) => {
        const [one, two] = [people.map(([first]) => first), people.map(([, second]) => second)]
        const came = Int32Array.from(people.keys())

        const order = radixOrder(came, [
          { values: Float64Array.from(one), first: 'more' },
          { values: Float64Array.from(two), first: 'less' },
        ])

        const said = [...came].sort((a, b) => (one[b] ?? 0) - (one[a] ?? 0) || (two[a] ?? 0) - (two[b] ?? 0) || a - b)
        expect([...order]).toEqual(said)
      }),
    )
  })
})

describe('who a post is open to', () => {
  const post = {
    id: 'p',
    employer: '单位',
    kind: 'institution' as const,
    seats: 1,
    place: '440103',
    scope: '440103',
    requires: [],
    wishes: [],
  }
  const person = {
    pseudonym: '',
    lines: [],
    marks: { service: 0, exam: 0, appraisal: 0 },
    composite: 0,
    facts: {},
    home: '',
    places: ['440103'],
    codes: ['x'],
    hardship: 0,
  }

  test.each([
    ['the own county', {}, {}, true],
    ['another county', {}, { places: ['440104'] }, false],
    ['a post of the pool of the city', { scope: '4401' }, { places: ['440104'] }, true],
    ['who may go anywhere in the province', {}, { places: ['44'] }, true],
    ['who may go anywhere', {}, { places: [''] }, true],
    ['a requirement held', { requires: [['y', 'x']] }, {}, true],
    ['a requirement not held', { requires: [['x'], ['y']] }, {}, false],
    ['a speciality held', { reservedFor: 'x' }, {}, true],
    ['a speciality not held', { reservedFor: 'y' }, {}, false],
  ])('%s', (_, given, who, is) => {
    expect(isOpenTo({ ...post, ...given }, { ...person, ...who })).toBe(is)
  })
})

describe('sharing a pool', () => {
  const claims = [
    { place: '440103', people: 53 },
    { place: '440104', people: 24 },
    { place: '440105', people: 23 },
  ]

  test('Hamilton and Sainte-Laguë differ where they are known to', () => {
    expect(apportion(claims, { seats: 7, method: 'hamilton' })).toEqual([4, 2, 1])
    expect(apportion(claims, { seats: 7, method: 'sainte-lague' })).toEqual([3, 2, 2])
  })

  test('equal claims go to the smaller code, and nobody claims nothing', () => {
    expect(
      apportion(
        [
          { place: '2', people: 5 },
          { place: '1', people: 5 },
        ],
        { seats: 1, method: 'hamilton' },
      ),
    ).toEqual([0, 1])
    expect(
      apportion(
        [
          { place: '2', people: 5 },
          { place: '1', people: 5 },
        ],
        { seats: 1, method: 'sainte-lague' },
      ),
    ).toEqual([0, 1])
    expect(() => apportion([{ place: '1', people: 0 }], { seats: 1, method: 'hamilton' })).toThrow(RangeError)
    expect(() => apportion([{ place: '1', people: 2 ** 52 }], { seats: 9, method: 'hamilton' })).toThrow(RangeError)
  })

  test('every seat is given, and Hamilton keeps to the quota', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), fc.nat(200), (people, seats) => {
        fc.pre(people.some((one) => one > 0))
        const all = people.reduce((sum, one) => sum + one, 0)
        const given = people.map((one, at) => ({ place: String(at), people: one }))

        for (const method of ['hamilton', 'sainte-lague'] as const) {
          expect(apportion(given, { seats, method }).reduce((sum, one) => sum + one, 0)).toBe(seats)
        }
        for (const [at, share] of apportion(given, { seats, method: 'hamilton' }).entries()) {
          const quota = (seats * (people[at] ?? 0)) / all
          expect(share).toBeGreaterThanOrEqual(Math.floor(quota))
          expect(share).toBeLessThanOrEqual(Math.ceil(quota))
        }
      }),
    )
  })
})

describe('two sides', () => {
  // two people, two posts of one seat: each wants the other's first; ranks 0 is dearest
  const sides = {
    start: Int32Array.of(0, 3),
    post: Int32Array.of(0, 1, -1, 1, 0, -1),
    rank: Int32Array.of(1, 0, -1, 1, 0, -1),
    seats: Int32Array.of(1, 1),
  }

  test('of two stable outcomes the people have theirs', () => {
    const matching = deferredAcceptance(sides)

    expect([...matching.edge]).toEqual([0, 3])
    expect(findBlockingPair(sides, matching)).toBeUndefined()
  })

  test('an unstable outcome is found out', () => {
    expect(findBlockingPair(sides, { edge: Int32Array.of(2, 3), last: Int32Array.of(2 ** 31 - 1, 1) })).toEqual([0, 0])
  })

  test('an employer that ranks nobody, or has no seat, has nobody', () => {
    const nobody = { ...sides, rank: Int32Array.of(-1, -1, -1, -1, -1, -1) }
    expect([...deferredAcceptance(nobody).edge]).toEqual([2, 5])
    const none = { ...sides, seats: Int32Array.of(0, 0) }
    expect([...deferredAcceptance(none).edge]).toEqual([2, 5])
    expect(findBlockingPair(none, deferredAcceptance(none))).toBeUndefined()
  })
})

describe('one order', () => {
  const choices = {
    start: Int32Array.of(0, 3),
    post: Int32Array.of(0, 1, -1, 0, 1, -1),
    seats: Int32Array.of(1, 1),
    order: Int32Array.of(1, 0),
  }

  test('who stands first chooses first, and nobody envies anybody behind', () => {
    const chosen = serialChoice(choices)

    expect([...chosen]).toEqual([1, 3])
    expect(findEnvy(choices, chosen)).toBeUndefined()
    expect(findEnvy(choices, Int32Array.of(0, 4))).toEqual([1, 3])
  })
})

describe('least cost', () => {
  const edges = {
    start: Int32Array.of(0, 2, 4, 5),
    post: Int32Array.of(0, 1, 0, 1, 0),
    cost: Float64Array.of(1, 2, 1, 9, 3),
    seats: Int32Array.of(1, 1),
    unplaced: 100,
  }

  test('others move where that costs less, somebody is left over, and prices prove it', () => {
    const found = assignAtLeastCost(edges)

    expect([...found.edge]).toEqual([1, 2, -1])
    expect(found.cost).toBe(103)
    expect(isProvenOptimal(edges, found)).toBe(true)
  })

  test.each([
    ['a dearer choice', { edge: Int32Array.of(0, 3, -1) }],
    ['two on one seat', { edge: Int32Array.of(0, 2, -1) }],
    ['a price below what is asked', { price: Float64Array.of(0, 0) }],
    ['a value beyond being left out', { value: Float64Array.of(2, 1, 101) }],
    ['an edge of somebody else', { edge: Int32Array.of(3, 2, -1) }],
  ])('%s is not proven', (_, wrong) => {
    expect(isProvenOptimal(edges, { ...assignAtLeastCost(edges), ...wrong })).toBe(false)
  })

  test('costs that cannot be added up exactly are seen', () => {
    expect(isExact(edges)).toBe(true)
    expect(isExact({ ...edges, unplaced: 2 ** 51 })).toBe(false)
  })
})
