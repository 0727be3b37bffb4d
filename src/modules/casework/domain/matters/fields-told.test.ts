import { expect, test } from 'vitest'
import { annualConfirmation } from '../types/annual-confirmation.ts'
import { fieldsTold } from './fields-told.ts'

const namesOf = (takenBy: Record<string, string>, mayRead = true) =>
  fieldsTold(annualConfirmation, { takenBy }, () => mayRead).map(({ name }) => name.zh)

test('a confirmation that was asked for and not made yet does not say how it was made', () => {
  expect(namesOf({ begin: 'a' })).toEqual(['怎么确认', '家庭、收入、户籍有变化', '什么变化'])
})

test('once it was made it does, to whoever may read the step', () => {
  expect(namesOf({ begin: 'a', confirm: 'b' })).toContain('实际怎么确认的')
  expect(namesOf({ begin: 'a', confirm: 'b' }, false)).not.toContain('实际怎么确认的')
})
