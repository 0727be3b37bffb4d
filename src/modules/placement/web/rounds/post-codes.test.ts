import { expect, test } from 'vitest'
import { codesIn, wrongCode } from './post-codes.ts'

const known = new Set(['P01', 'P02'])
const wrong = (typed: string) => wrongCode(codesIn(typed), known)

test.each(['', 'P02 P01', 'p01、p02', 'P01；P02', ' P01,\nP02 '])('%j can stand', (typed) => {
  expect(wrong(typed)).toBeUndefined()
})

test('the code that cannot stand is named', () => {
  expect(wrong('P01 P99 P02')).toEqual({ what: 'unknown', post: 'P99' })
  expect(wrong('P02 P01 p02')).toEqual({ what: 'twice', post: 'P02' })
})
