import { expect, test } from 'vitest'
import { measurePhoto } from './measure-photo.ts'

/** The segments of a JPEG before its picture: JFIF with a density, a table, a frame. */
function head({ unit = 1, across = 300, frame = 0xc0 }: { unit?: number; across?: number; frame?: number } = {}): Buffer {
  const jfif = Buffer.from([
    0xff,
    0xe0,
    0,
    16,
    ...Buffer.from('JFIF\0'),
    1,
    1,
    unit,
    across >> 8,
    across & 255,
    across >> 8,
    across & 255,
    0,
    0,
  ])
  const table = Buffer.from([0xff, 0xc4, 0, 5, 1, 2, 3])
  const start = Buffer.from([0xff, frame, 0, 11, 8, 440 >> 8, 440 & 255, 352 >> 8, 352 & 255, 1, 1, 0x11, 0])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, table, start, Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9])])
}

test.each([
  [{}, { width: 352, height: 440, dpi: 300 }],
  [{ frame: 0xc2 }, { width: 352, height: 440, dpi: 300 }],
  [
    { unit: 2, across: 118 },
    { width: 352, height: 440, dpi: 300 },
  ],
  [
    { unit: 0, across: 1 },
    { width: 352, height: 440 },
  ],
])('%j is measured', (given, size) => {
  expect(measurePhoto(head(given))).toEqual(size)
})

test('a picture without a frame has no size', () => {
  expect(measurePhoto(Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9]))).toBeUndefined()
})
