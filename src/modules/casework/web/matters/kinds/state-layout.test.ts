import { expect, test } from 'vitest'
import { layOut } from './state-layout.ts'

const name = { zh: '名', en: 'name' }
const state = (code: string, outcome: 'granted' | 'refused' | null = null) => ({ code, name, waitsFor: null, outcome, rests: false })
const step = (from: string, to: string, isBack = false) => ({
  code: `${from}${to}`,
  name,
  from: [from],
  to,
  by: ['station' as const],
  clocks: { starts: [], stops: [], lapses: null, within: null },
  isBack,
})

test('the way to the good end stands in the first row, what leads aside below it', () => {
  const placed = layOut({
    states: [state('a'), state('no', 'refused'), state('b'), state('yes', 'granted')],
    steps: [step('a', 'b'), step('b', 'yes'), step('a', 'no'), step('b', 'a', true)],
    begins: { by: ['station'], state: 'a' },
  })

  expect(Object.fromEntries(placed.map(({ code, column, row }) => [code, [column, row]]))).toEqual({
    a: [0, 0],
    b: [1, 0],
    yes: [2, 0],
    no: [1, 1],
  })
})
