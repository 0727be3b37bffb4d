import { expect, test } from 'vitest'
import { type MeasuredPhoto, photoFaults } from './photo-spec.ts'

const SPEC = { width: 352, height: 440, dpi: 300, leastBytes: 20_000, mostBytes: 51_200 }
const GOOD: MeasuredPhoto = { isJpeg: true, bytes: 32_000, width: 352, height: 440, dpi: 300 }

test.each<[Partial<MeasuredPhoto>, readonly string[]]>([
  [{}, []],
  [{ dpi: undefined }, []],
  [{ bytes: 20_000 }, []],
  [{ bytes: 51_200 }, []],
  [{ isJpeg: false }, ['not-a-jpeg']],
  [{ width: 440, height: 352 }, ['wrong-size']],
  [{ width: undefined, height: undefined }, ['wrong-size']],
  [{ dpi: 72 }, ['wrong-density']],
  [{ bytes: 19_999 }, ['too-few-bytes']],
  [{ bytes: 51_201, width: 3024, height: 4032, dpi: 72 }, ['wrong-size', 'wrong-density', 'too-many-bytes']],
])('%j: %j', (change, faults) => {
  expect(photoFaults(SPEC, { ...GOOD, ...change })).toEqual(faults)
})
