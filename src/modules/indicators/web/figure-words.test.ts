import { expect, test } from 'vitest'
import { changeText, figureText } from './figure-words.ts'

test.each([
  [1.4, 'visit', 'ratio', '1.4'],
  [2, 'day', 'ratio', '2.0'],
  [41_755, 'visit', 'turnouts', '41,755'],
  [80.64, 'percent', 'ratio', '80.6'],
  [120_450, 'fen', 'sum', '1,204.50'],
  [null, 'day', 'ratio', '–'],
  [20_190_130, 'date', 'first', '2019-01-30'],
  [201_811, 'date', 'first', '2018-11'],
  [2019, 'date', 'first', '2019'],
] as const)('%s %s of a %s is printed as %s', (value, kind, form, printed) => {
  expect(figureText(value, kind, form)).toBe(printed)
})

test('a change of an average keeps its decimal too', () => {
  const at = (value: number) => ({ value, denominator: 10 })

  expect(changeText(at(1.4), at(1.1), { unitKind: 'visit', form: 'ratio' })).toBe('+0.3')
  expect(changeText(at(14), at(11), { unitKind: 'visit', form: 'turnouts' })).toBe('+3')
})
