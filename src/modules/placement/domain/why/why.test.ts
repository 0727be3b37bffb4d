import { expect, test } from 'vitest'
import type { Desk } from '../engine/desk/desk.ts'
import { openDesk } from '../engine/desk/desk.ts'
import { deskOutcome, takeDeskStep } from '../engine/desk/take-desk-step.ts'
import { A, B, C, DIRECTIVE, opening, person, post, TWO_WAY } from '../engine/round-world.ts'
import type { Happening } from '../record/events.ts'
import { pricedPosts, sumOfCosts, whyDirective } from './why-directive.ts'
import { whyTwoWay } from './why-two-way.ts'

const opened: Happening = { kind: 'opened', supervisor: '监督员' }
const list = (candidate: string, ...posts: string[]): Happening => ({ kind: 'list', candidate, posts })
const ranking = (at: string, ...tiers: string[][]): Happening => ({ kind: 'ranking', post: at, tiers })

function played(of: ReturnType<typeof opening>, ...steps: Happening[]): Desk {
  const desk = openDesk(of, [A, B, C])
  for (const what of [opened, ...steps, { kind: 'computed' } as const]) expect(takeDeskStep(desk, { at: 1, what }).ok).toBe(true)
  return desk
}

test('a list is explained post by post: full, not taken, got, no longer needed', () => {
  const posts = ['p1', 'p2', 'p3', 'p4'].map((id) => post(id))
  const given = opening({ rules: { ...TWO_WAY, twoWay: { mostListed: 4, silentEmployer: 'by-order' } }, posts })
  const desk = played(
    given,
    list(A, 'p1'),
    list(B, 'p1', 'p2', 'p3', 'p4'),
    list(C, 'p3'),
    ranking('p1', [A], [C], [B]),
    ranking('p2', [A]),
  )

  expect(whyTwoWay(desk)(B)).toEqual([
    { post: 'p1', verdict: 'full', own: 2, last: 1 },
    { post: 'p2', verdict: 'not-taken' },
    { post: 'p3', verdict: 'got', own: 1 },
    { post: 'p4', verdict: 'not-needed' },
  ])
  expect(whyTwoWay(desk)(C)).toEqual([{ post: 'p3', verdict: 'full', own: 2, last: 1 }])
})

test('a withdrawn post is said to be withdrawn', () => {
  const gone: Happening = { kind: 'post-withdrawn', post: 'p2', reason: '单位撤编', article: '安置 31' }
  const desk = played(opening({ rules: TWO_WAY }), list(A, 'p2', 'p1'), gone)

  expect(whyTwoWay(desk)(A)).toEqual([
    { post: 'p2', verdict: 'withdrawn' },
    { post: 'p1', verdict: 'got', own: 1 },
  ])
})

test('costs are told line by line, and what would make all dearer by how much', () => {
  const posts = [post('p1', { place: '440103', wishes: ['doctor'] }), post('p2', { place: '440104' })]
  const distances = [{ from: '440103', to: '440104', metres: 7_900 }]
  const candidates = [person(A, { codes: ['doctor'] }), person(B, { hardship: 2 })]
  const desk = openDesk(opening({ rules: DIRECTIVE, posts, distances, candidates }), [A, B])
  for (const what of [opened, { kind: 'computed' } as const]) takeDeskStep(desk, { at: 1, what })

  const why = whyDirective(desk, B, 'p2')
  expect(why.own).toMatchObject({ post: 'p2', kilometres: 7, distance: 70, misfit: 0, hardship: 70, total: 140, dearer: 0 })
  expect(why.cheaper).toEqual([])
  const [first] = pricedPosts(desk, B)
  expect(first).toMatchObject({ post: 'p2', total: 140 })
  expect(pricedPosts(desk, B)[1]).toMatchObject({ post: 'p1', misfit: 500, total: 500 })
  const places = new Map(deskOutcome(desk)?.places.map((one) => [one.candidate, one.post]))
  expect(sumOfCosts(desk, places)).toBe(desk.computed?.optimum?.cost)
  expect(sumOfCosts(desk, new Map([...places, [B, 'nowhere']]))).toBe(100_000)
})
