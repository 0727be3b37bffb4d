import { expect, test } from 'vitest'
import { shortName } from './short-name.ts'
import { tileMap } from './tile-map.ts'
import { tileTowards } from './tile-towards.ts'

const county = [
  { code: '1', name: '茨竹镇' },
  { code: '2', name: '大湾镇' },
  { code: '3', name: '双凤桥街道' },
]

test.each([
  ['酉阳土家族苗族自治县', '酉阳'],
  ['双凤桥街道', '双凤桥'],
  ['忠县', '忠县'],
  ['内蒙古自治区', '内蒙古'],
  ['凤鸣路居民委员会', '凤鸣路'],
])('%s is called %s for short', (name, short) => {
  expect(shortName(name)).toBe(short)
})

test('a drawing that names every child once keeps the compass', () => {
  const map = tileMap(county, '. 茨竹 大湾\n双凤桥 . .')

  expect(map.kind).toBe('drawn')
  expect(map.columns).toBe(3)
  expect(map.tiles.find((tile) => tile.short === '双凤桥')).toMatchObject({ column: 0, row: 1 })
})

test.each([
  ['misses a child', '茨竹 大湾'],
  ['repeats a child', '茨竹 大湾 双凤桥 茨竹'],
  ['invents a child', '茨竹 大湾 双凤桥 兴隆'],
])('a drawing that %s is not used, and no child is lost', (_, drawing) => {
  const map = tileMap(county, drawing)

  expect(map.kind).toBe('packed')
  expect(map.tiles.map((tile) => tile.code)).toEqual(['1', '2', '3'])
})

test('two children that would shorten alike keep their full names', () => {
  const map = tileMap([
    { code: '1', name: '城关镇' },
    { code: '2', name: '城关乡' },
  ])

  expect(map.tiles.map((tile) => tile.short)).toEqual(['城关镇', '城关乡'])
})

test('an arrow crosses a hole and stops at the edge', () => {
  const map = tileMap(county, '茨竹 . 大湾\n双凤桥 . .')
  const [first] = map.tiles

  expect(first && tileTowards(map, first, 'right')?.short).toBe('大湾')
  expect(first && tileTowards(map, first, 'down')?.short).toBe('双凤桥')
  expect(first && tileTowards(map, first, 'up')).toBeUndefined()
})
