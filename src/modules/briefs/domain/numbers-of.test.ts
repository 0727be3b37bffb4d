import { expect, test } from 'vitest'
import { numbersOf } from './numbers-of.ts'

const BLOCKS = ['heading', 'text', 'subheading', 'subheading', 'heading', 'subheading'].map((kind) => ({ kind }))

test.each(['brief', 'work', null] as const)('an official paper (%s) counts its headings, and those below each from one', (genre) => {
  expect(numbersOf(BLOCKS, genre)).toEqual(['一、', '', '（一）', '（二）', '二、', '（一）'])
})

test.each(['press', 'oneTwoThreeFour'] as const)('%s counts none: its headings say so themselves', (genre) => {
  expect(numbersOf(BLOCKS, genre)).toEqual(['', '', '', '', '', ''])
})
