import { expect, test } from 'vitest'
import { titleWithPlace } from './words-of-board.ts'

test('a round is called by its place and its title, and never by its place twice', () => {
  expect(titleWithPlace({ unitName: '渝北区', title: '2026 年上半年选岗' })).toBe('渝北区 2026 年上半年选岗')
  expect(titleWithPlace({ unitName: '渝北区', title: '渝北区 2026 年上半年选岗' })).toBe('渝北区 2026 年上半年选岗')
})
