import { expect, test } from 'vitest'
import { A, B, C, DIRECTIVE, opening, person, post, RANKED, TWO_WAY } from './round-world.ts'
import { tryRules } from './what-if.ts'

const given = {
  candidates: [
    person(A, { marks: { service: 300, exam: 0, appraisal: 0 } }),
    person(B, { marks: { service: 200, exam: 900, appraisal: 0 }, home: '440104' }),
    person(C, { marks: { service: 100, exam: 0, appraisal: 0 } }),
  ],
  posts: [post('p1'), post('p2', { seats: 2 })],
  distances: [{ from: '440104', to: '440103', metres: 5000 }],
}
const wishes = {
  lists: new Map([
    [A, ['p1', 'p2']],
    [B, ['p1', 'p2']],
    [C, ['p1']],
  ]),
  rankings: new Map([['p1', [[C], [B], [A]]]]),
}

test('by points the first has the first wish, and nobody envies anybody behind', () => {
  expect(tryRules(opening({ ...given, rules: RANKED }), [A, B, C], wishes)).toEqual({
    byWish: [1, 1],
    notListed: 0,
    placed: 2,
    unplaced: 1,
    atHome: 1,
    envious: 0,
    unfilledSeats: 1,
  })
})

test('other weights give another order, worked out anew', () => {
  const rules = { ...RANKED, way: 'exam' as const, weights: { service: 0, exam: 100, appraisal: 0 } }

  expect(tryRules(opening({ ...given, rules }), [C, A, B], wishes)).toMatchObject({ byWish: [1, 1], atHome: 1, unplaced: 1 })
})

test('where employers rank, those ahead may envy those behind', () => {
  expect(tryRules(opening({ ...given, rules: TWO_WAY }), [A, B, C], wishes)).toMatchObject({ byWish: [1, 2], envious: 2, unplaced: 0 })
})

test('an assignment asks nobody what they wish, and says how many got what they had not listed', () => {
  const effects = tryRules(opening({ ...given, rules: DIRECTIVE }), [A, B, C], wishes)

  expect(effects).toMatchObject({ placed: 3, unplaced: 0, unfilledSeats: 0 })
  expect((effects?.byWish.reduce((sum, one) => sum + one, 0) ?? 0) + (effects?.notListed ?? 0)).toBe(3)
})

test('costs that cannot be added up are told, not rounded', () => {
  const rules = { ...DIRECTIVE, cost: { perKilometre: 0, misfit: 0, hardshipPerKilometre: 0, unplaced: 2 ** 52 } }

  expect(tryRules(opening({ ...given, rules }), [A, B, C], wishes)).toBeUndefined()
})
