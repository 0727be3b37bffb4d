import { expect, test } from 'vitest'
import { comparedWith } from './compared-with.ts'

const figure = { previous: { value: 1 }, lastYear: { value: 2 } }

test('a day and a month are held against the one before, a quarter and a year so far against last year’s', () => {
  const values = (['today', 'month', 'quarter', 'year'] as const).map((kind) => comparedWith(figure, kind)?.value)

  expect(values).toEqual([1, 1, 2, 2])
})
