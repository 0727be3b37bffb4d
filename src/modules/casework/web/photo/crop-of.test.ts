import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cropOf, PLAIN_FRAMING } from './crop-of.ts'

const FRAME = { width: 352, height: 440 }

test('a picture of the right shape is taken whole', () => {
  expect(cropOf({ width: 704, height: 880 }, FRAME, PLAIN_FRAMING)).toEqual({ left: 0, top: 0, width: 704, height: 880 })
})

test('of a wide one the middle is taken, of a near one a smaller part', () => {
  expect(cropOf({ width: 4000, height: 440 }, FRAME, PLAIN_FRAMING)).toEqual({ left: 1824, top: 0, width: 352, height: 440 })
  expect(cropOf({ width: 704, height: 880 }, FRAME, { zoom: 2, left: 0, top: 1 })).toEqual({ left: 0, top: 440, width: 352, height: 440 })
})

test('no framing leaves the picture or changes its shape', () => {
  const side = fc.integer({ min: 1, max: 9_000 })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const size = fc.record({ width: side, height: side })
  const framing = fc.record({ zoom: fc.double({ min: 1, max: 3, noNaN: true }), left: share, top: share })
  fc.assert(
    fc.property(size, framing, ({ width, height }, framed) => {
      const crop = cropOf({ width, height }, FRAME, framed)

      expect(crop.left).toBeGreaterThanOrEqual(-1e-6)
      expect(crop.top).toBeGreaterThanOrEqual(-1e-6)
      expect(crop.left + crop.width).toBeLessThanOrEqual(width + 1e-6)
      expect(crop.top + crop.height).toBeLessThanOrEqual(height + 1e-6)
      expect(crop.width / crop.height).toBeCloseTo(FRAME.width / FRAME.height)
    }),
  )
})
