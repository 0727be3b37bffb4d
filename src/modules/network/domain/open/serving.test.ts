import { expect, test } from 'vitest'
import { findServing, mainUnitOf, type Server } from './serving.ts'

const VILLAGE = '500112017005'
const ABOVE = ['500112017000', '500112000000', '500000000000']

const unit = (unitCode: string, more: Partial<Server> = {}): Server => ({
  unitCode,
  kind: unitCode.slice(0, 12).endsWith('000000') ? 'centre' : 'station',
  status: 'open',
  isBranch: false,
  mergedIntoCode: null,
  ...more,
})
const [street, county] = [unit('500112017000'), unit('500112000000')]

const told = (units: readonly Server[]) => {
  const { serving, above } = findServing(units, { place: VILLAGE, above: ABOVE })
  return [serving?.unitCode, above?.unitCode]
}

test.each([
  ['its own station, and the township above', [unit(VILLAGE)], [VILLAGE, '500112017000']],
  ['the township where it has none', [], ['500112017000', '500112000000']],
  ['the township while its own is suspended', [unit(VILLAGE, { status: 'suspended' })], ['500112017000', '500112000000']],
  ['the township where only a post house stands', [unit(`${VILLAGE}-2`, { kind: 'postHouse' })], ['500112017000', '500112000000']],
  ['the township where only a branch is open', [unit(`${VILLAGE}-1`, { isBranch: true })], ['500112017000', '500112000000']],
  [
    'the neighbour that its own was merged into',
    [unit(VILLAGE, { status: 'merged', mergedIntoCode: '500112017006' }), unit('500112017006')],
    ['500112017006', '500112017000'],
  ],
  [
    'the township where that neighbour has closed since',
    [unit(VILLAGE, { status: 'merged', mergedIntoCode: '500112017006' }), unit('500112017006', { status: 'closed' })],
    ['500112017000', '500112000000'],
  ],
  [
    'the township that its own was merged into, once, and the county above it',
    [unit(VILLAGE, { status: 'merged', mergedIntoCode: '500112017000' })],
    ['500112017000', '500112000000'],
  ],
])('a village is served by %s', (_, own, expected) => {
  expect(told([...own, street, county])).toEqual(expected)
})

test('nobody serves where nobody is', () => {
  expect(told([])).toEqual([undefined, undefined])
  expect(told([county])).toEqual(['500112000000', undefined])
  expect(mainUnitOf([street], VILLAGE)).toBeUndefined()
})
