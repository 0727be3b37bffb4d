import { lazy } from 'react'
import { expect, test } from 'vitest'
import { beginsGroup, faceOf, type PageEntry, railOf } from './page-entry.ts'
import { clockKind } from './parts/clock-kind.ts'
import { safeReturn } from './session/safe-return.ts'
import { day, percent, yuan } from './text/format.ts'

const element = lazy(async () => ({ default: () => null }))
const page = (path: string, order: number, grant?: string): PageEntry => ({
  path,
  element,
  rail: { label: { 'zh-CN': path, en: path }, icon: 'today', order, ...(grant === undefined ? {} : { grant }) },
})

test('the rail shows the rooms one may enter, in their order, and no others', () => {
  const pages = [
    page('/desk/network', 40),
    page('/desk/today', 10, 'visit.read'),
    page('/desk/fund', 50, 'fund.read'),
    page('/me/benefits', 1),
  ]

  expect(railOf(pages, 'desk', ['visit.read']).map(({ path }) => path)).toEqual(['/desk/today', '/desk/network'])
})

test.each([
  [10, 15, false],
  [16, 20, true],
  [20, 35, false],
  [35, 50, true],
  [58, 60, true],
  [62, 70, true],
])('between the doors %i and %i a new group begins: %s', (before, order, begins) => {
  const at = (where: number) => page('/desk/door', where).rail ?? expect.fail('a page without a door')

  expect(beginsGroup(at(before), at(order))).toBe(begins)
  expect(beginsGroup(undefined, at(order))).toBe(false)
})

test('the head of a path says the face', () => {
  expect(faceOf(page('/open/verify', 1))).toBe('open')
  expect(faceOf(page('/elsewhere', 1))).toBeUndefined()
})

test.each([
  ['/desk/today?day=1', '/desk/today?day=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/sign-in?to=/sign-in', '/'],
  [null, '/'],
])('after the sign-in %s leads to %s', (asked, to) => {
  expect(safeReturn(asked)).toBe(to)
})

test.each([
  [-1, 'over'],
  [0, 'soon'],
  [3, 'soon'],
  [4, 'left'],
])('with %d days left the clock is %s', (left, kind) => {
  expect(clockKind(left)).toBe(kind)
})

test('money has two decimals and days are said as people say them', () => {
  expect(yuan(401_500n)).toBe('4,015.00')
  expect(yuan(-5n)).toBe('−0.05')
  expect(day('2026-06-10', 2026)).toBe('6 月 10 日')
  expect(day('2024-12-16', 2026)).toBe('2024-12-16')
  expect(percent(0, 0)).toBe('–')
})
