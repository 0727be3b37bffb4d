import { expect, test } from 'vitest'
import { orderSteps } from './order-steps.ts'

const step = (code: string, more: object = {}) => ({ code, isBack: false, isTurn: true, isRefusal: false, ...more })
const grant = step('grant')
const refuse = step('refuse', { isRefusal: true })
const back = step('back', { isBack: true })

test('the step onward is proposed, wherever it stands', () => {
  const { main, others } = orderSteps([refuse, back, grant])

  expect(main).toBe(grant)
  expect(others).toEqual([back, refuse])
})

test('while a list is still published, refusing is not proposed though nothing else goes onward', () => {
  const { main, others } = orderSteps([refuse, back])

  expect(main).toBeUndefined()
  expect(others).toEqual([back, refuse])
})

test('what is only at the word of the applicant comes after what the office has to do', () => {
  const { main, others } = orderSteps([step('giveUp', { isTurn: false }), refuse])

  expect(main).toBeUndefined()
  expect(others.map(({ code }) => code)).toEqual(['refuse', 'giveUp'])
})
