import { expect, test } from 'vitest'
import { composite, points, quantityOf } from './points.ts'

test.each([
  [7300, '73.0'],
  [7305, '73.05'],
  [5, '0.05'],
  [0, '0.0'],
  [-150, '−1.5'],
])('%i hundredths are read as %s', (hundredths, text) => {
  expect(points(hundredths)).toBe(text)
})

test.each([
  [730_000, '73.0'],
  [763_620, '76.362'],
  [763_625, '76.3625'],
])('%i ten-thousandths are read as %s', (tenThousandths, text) => {
  expect(composite(tenThousandths)).toBe(text)
})

test.each([
  ['12', 12],
  [' 3 ', 3],
  ['', undefined],
  ['1.5', undefined],
  ['-1', undefined],
])('%s is the quantity %s', (typed, quantity) => {
  expect(quantityOf(typed)).toBe(quantity)
})
