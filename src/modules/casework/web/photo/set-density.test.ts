import { expect, test } from 'vitest'
import { setDensity } from './set-density.ts'

const DRAWN = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xdb])

test('a drawn picture says 300 dots an inch, and nothing else of it changes', () => {
  const said = setDensity(DRAWN, 300)

  expect([...said.slice(11, 20)]).toEqual([1, 1, 1, 0x01, 0x2c, 0x01, 0x2c, 0, 0])
  expect([...said.slice(20)]).toEqual([...DRAWN.slice(20)])
  expect(DRAWN[13]).toBe(0)
})

test('what does not begin so is left alone', () => {
  const other = new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0, 3, 1])

  expect(setDensity(other, 300)).toBe(other)
})
