import { describe, expect, test } from 'vitest'
import { type CallingRound, callsOf, readPlacements, readRounds } from './my-calls.ts'

const round = (given: Partial<CallingRound>): CallingRound => ({
  roundId: 'r1',
  title: '渝北区 2026 年春季选岗',
  way: 'points-ranked',
  position: 4,
  outcome: null,
  list: null,
  lists: null,
  ...given,
})
const open = { isOpen: true, until: '2026-12-04' as NonNullable<CallingRound['lists']>['until'] }

describe('a round asks', () => {
  test('for a pick once the order is drawn, until one has an outcome', () => {
    expect(callsOf([], [round({})])).toEqual([{ kind: 'pick', roundId: 'r1', title: '渝北区 2026 年春季选岗', position: 4, isTurn: false }])
    expect(callsOf([], [round({ position: null })])).toEqual([])
    for (const outcome of ['placed', 'deferred', 'out', 'removed'] as const) expect(callsOf([], [round({ outcome })])).toEqual([])
  })

  test('for a pick now, when the turn has come: the first and the second', () => {
    expect(callsOf([], [round({ isTurn: true })])).toMatchObject([{ kind: 'pick', isTurn: true }])
    expect(callsOf([], [round({ isTurn: true, outcome: 'deferred' })])).toMatchObject([{ kind: 'pick', isTurn: true }])
    expect(callsOf([], [round({ isTurn: false })])).toMatchObject([{ kind: 'pick', isTurn: false }])
  })

  test('for a list while its window is open and none has been handed in', () => {
    const twoWay = { way: 'two-way', lists: open }

    expect(callsOf([], [round(twoWay)])).toMatchObject([{ kind: 'list', until: '2026-12-04' }])
    expect(callsOf([], [round({ ...twoWay, list: [] })])).toEqual([])
    expect(callsOf([], [round({ ...twoWay, lists: { ...open, isOpen: false } })])).toEqual([])
  })

  test('for nothing where posts are directed', () => {
    expect(callsOf([], [round({ way: 'directive' })])).toEqual([])
  })
})

test('a score that can be confirmed is asked for, after what cannot be made good later', () => {
  const placements = [
    { year: 2025, can: { confirm: false } },
    { year: 2026, can: { confirm: true } },
  ]

  expect(callsOf(placements, [round({})]).map(({ kind }) => kind)).toEqual(['pick', 'score'])
})

test('an answer that is not what the contract promises is read as none', () => {
  expect(readPlacements({ placements: [{ year: 2026, can: { confirm: true, object: true } }] })).toHaveLength(1)
  for (const wrong of [null, {}, { placements: [{}] }, { placements: [{ year: 2026, can: null }] }, { placements: {} }])
    expect(readPlacements(wrong)).toBeUndefined()
  expect(readRounds({ rounds: [round({})] })).toHaveLength(1)
  for (const wrong of [undefined, { rounds: [null] }, { rounds: [{ roundId: 'r1', title: '选岗' }] }])
    expect(readRounds(wrong)).toBeUndefined()
})
