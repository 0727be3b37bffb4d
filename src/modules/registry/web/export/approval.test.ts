import { expect, test } from 'vitest'
import { lookAgain, sidesOf, whyApproval } from './approval.ts'

test.each([
  [100, [], undefined],
  [101, [], 'people'],
  [1, ['phone'], 'full'],
  [5_000, ['name'], 'full'],
] as const)('%i people with %j in full need a second person because of %s', (people, full, why) => {
  expect(whyApproval(people, full)).toBe(why)
})

test('an approver sees first what waits, a clerk their own, and a supervisor what leaves', () => {
  expect(sidesOf(['export.approve'])).toEqual(['toDecide', 'all'])
  expect(sidesOf(['person.export'])).toEqual(['mine', 'all'])
  expect(sidesOf(['person.export', 'export.approve'])).toEqual(['toDecide', 'mine', 'all'])
  expect(sidesOf([])).toEqual(['all'])
})

test('only a workbook that is being written is looked at again', () => {
  expect(lookAgain({ rows: [{ status: 'done' }, { status: 'queued' }] })).toBe(1_500)
  expect(lookAgain({ rows: [{ status: 'done' }, { status: 'waiting' }] })).toBe(false)
})
