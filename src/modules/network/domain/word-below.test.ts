import { expect, test } from 'vitest'
import { wordBelow } from './word-below.ts'

test('places below are called as the region calls them', () => {
  expect(wordBelow('500000', [{ code: '500112', tier: 'county' }])).toBe('区县')
  expect(wordBelow('441900', [{ code: '441900003', tier: 'township' }])).toBe('镇街')
})

test('those of the nation are called by no one province, whichever comes first', () => {
  const below = wordBelow('000000000000', [
    { code: '110000', tier: 'province' },
    { code: '130000', tier: 'province' },
  ])

  expect(below).toBe('省（自治区、直辖市）')
})

test('where nothing lies below there is no word', () => {
  expect(wordBelow('500112017005', [])).toBeNull()
})
