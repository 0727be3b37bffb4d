import { expect, test } from 'vitest'
import { isHeic } from './is-heic.ts'

const written = (...parts: (string | number[])[]) => new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))))

test('a photo of a telephone in HEIC is known by its content, whatever it is called', async () => {
  expect(await isHeic(written([0, 0, 0, 0x18], 'ftypheic', [0, 0, 0, 0]))).toBe(true)
  expect(await isHeic(written([0, 0, 0, 0x24], 'ftypmif1', [0, 0, 0, 0]))).toBe(true)
})

test.each([
  ['a JPEG', [[0xff, 0xd8, 0xff, 0xe0], 'JFIF']],
  ['a film in the same container', [[0, 0, 0, 0x18], 'ftypisom', [0, 0, 0, 0]]],
  ['text', ['not a picture']],
  ['nothing', []],
])('%s is none', async (_name, parts) => {
  expect(await isHeic(written(...parts))).toBe(false)
})
