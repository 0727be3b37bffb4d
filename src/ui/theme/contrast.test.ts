import { expect, test } from 'vitest'
import { contrast, inkOn } from './contrast.ts'
import { dark, light } from './palette.ts'
import { targetStep, targetSteps } from './target-steps.ts'

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every ink of the %s palette can be read on ground, page and sunken', (_, palette) => {
  const inks = [palette.ink, palette.inkSoft, palette.inkFaint, palette.redInk, palette.greenInk, palette.amberInk, palette.slateInk]

  for (const ink of inks)
    for (const ground of [palette.ground, palette.page, palette.sunken]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
})

test('the words on a tile can be read in both lights', () => {
  const grounds = [...Object.values(targetSteps.light), ...Object.values(targetSteps.dark)]

  for (const ground of grounds) expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5)
})

test.each([
  [64.9, 'farShort'],
  [65, 'short'],
  [75, 'nearlyThere'],
  [80, 'reached'],
  [88, 'wellPast'],
])('%d against a target of 80 is %s', (value, step) => {
  expect(targetStep(value, 80)).toBe(step)
})
