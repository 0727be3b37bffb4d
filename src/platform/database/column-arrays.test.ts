import { expect, test } from 'vitest'
import { booleanColumn, byteaColumn, dateColumn, freshUuidColumn, smallintColumn, textColumn, uuidColumn } from './column-arrays.ts'
import { joinColumns } from './join-columns.ts'

const cut = <T>(values: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size))

test('columns laid one behind the other are the column of all their values', () => {
  const uuid = '0198a002-0000-7000-8000-000000000001'
  for (const size of [1, 2, 3, 7]) {
    const texts = ['周建国', null, '', 'a'.repeat(300), null, '𠮷']
    expect(joinColumns(cut(texts, size).map(textColumn))).toEqual(textColumn(texts))
    const days = ['2026-11-29', null, '1949-10-01']
    expect(joinColumns(cut(days, size).map(dateColumn))).toEqual(dateColumn(days))
    const bytes = [Buffer.from([1, 2]), Buffer.alloc(0), null]
    expect(joinColumns(cut(bytes, size).map(byteaColumn))).toEqual(byteaColumn(bytes))
    expect(joinColumns(cut([uuid, uuid, null], size).map(uuidColumn))).toEqual(uuidColumn([uuid, uuid, null]))
    expect(joinColumns(cut([7, -1, null], size).map(smallintColumn))).toEqual(smallintColumn([7, -1, null]))
    expect(joinColumns(cut([true, false], size).map(booleanColumn))).toEqual(booleanColumn([true, false]))
  }
})

test('nothing among them adds nothing, and nothing at all is an empty column', () => {
  expect(joinColumns([textColumn([]), textColumn(['a']), textColumn([])])).toEqual(textColumn(['a']))
  expect(joinColumns([textColumn([]), textColumn([])])).toEqual(textColumn([]))
})

test('ids drawn together are of version 7, each after the one before, and none comes twice', () => {
  const [one, other] = [freshUuidColumn(10_000), freshUuidColumn(10_000)]
  const idsOf = (column: Buffer) => Array.from({ length: 10_000 }, (_, at) => column.toString('hex', 24 + at * 20, 40 + at * 20))
  const ids = idsOf(one)
  expect(ids.every((id) => /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(id))).toBe(true)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set([...ids, ...idsOf(other)]).size).toBe(20_000)
  const written = ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
  expect(one).toEqual(uuidColumn(written))
  expect(freshUuidColumn(0)).toEqual(uuidColumn([]))
})
