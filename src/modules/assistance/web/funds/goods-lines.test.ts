import { expect, test } from 'vitest'
import { readGoods, unreadLine } from './goods-lines.ts'

test('goods are read a line each, whatever comma stands between', () => {
  expect(readGoods('轮椅，3，2400\n\n棉被,20,1600.50')).toEqual([
    { name: '轮椅', count: 3, valueFen: '240000' },
    { name: '棉被', count: 20, valueFen: '160050' },
  ])
})

test('a line that cannot be read spoils the list: nothing is left out in silence', () => {
  expect(readGoods('轮椅，3，2400\n棉被，二十，1600')).toBeUndefined()
  expect(readGoods('棉被,20,1,600')).toBeUndefined()
  expect(readGoods('轮椅，0，2400')).toBeUndefined()
  expect(readGoods('')).toBeUndefined()
})

test('the line that cannot be read is named', () => {
  expect(unreadLine('轮椅，3，2400\n\n棉被')).toBe(3)
  expect(unreadLine('轮椅，3，2400\n')).toBeUndefined()
  expect(unreadLine('')).toBeUndefined()
})
