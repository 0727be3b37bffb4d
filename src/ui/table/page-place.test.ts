import { expect, test } from 'vitest'
import { type Column, shownColumns } from './column.ts'
import { firstPage, pageNumber, readPlace, reordered, turned, turnedBack } from './page-place.ts'

test('turning forth and back comes to the same page', () => {
  const third = turned(turned(firstPage(), 'b'), 'c')

  expect(pageNumber(third)).toBe(3)
  expect(turnedBack(third).cursors).toEqual(['b'])
  expect(pageNumber(turnedBack(turnedBack(turnedBack(third))))).toBe(1)
})

test('another order begins at the first page, since a cursor belongs to its order', () => {
  const place = reordered(turned(firstPage(100), 'b'), { sort: { by: 'name', down: true } })

  expect(place).toMatchObject({ cursors: [], limit: 100, sort: { by: 'name', down: true } })
  expect(reordered(place, { sort: undefined }).sort).toBeUndefined()
})

test.each([undefined, '', 'nonsense', '{"cursors":[1],"limit":50}', '{"limit":50}'])(
  'a remembered place that cannot be read is the first page: %s',
  (text) => {
    expect(readPlace(text, 50)).toEqual(firstPage(50))
  },
)

test('a remembered place is found again', () => {
  const place = turned(firstPage(200), 'b')

  expect(readPlace(JSON.stringify(place), 50)).toEqual(place)
})

test('hidden columns wait until they are asked for, and at least one always shows', () => {
  const columns: Column<string>[] = ['name', 'age'].map((key) => ({ key, title: key, draw: () => key, hidden: key === 'age' }))

  expect(shownColumns(columns, undefined).map(({ key }) => key)).toEqual(['name'])
  expect(shownColumns(columns, ['age']).map(({ key }) => key)).toEqual(['age'])
  expect(shownColumns(columns, ['gone']).map(({ key }) => key)).toEqual(['name'])
})
