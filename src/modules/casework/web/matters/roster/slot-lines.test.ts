import { expect, test } from 'vitest'
import { linesOfSlots, slotsOfLines } from './slot-lines.ts'

test.each([
  ['9:00-11:30 钱立', [{ from: '09:00', until: '11:30', lawyer: '钱立' }]],
  ['09：00－11：30  钱立律师', [{ from: '09:00', until: '11:30', lawyer: '钱立律师' }]],
  [
    '9:00至11:30 钱立\n\n14:30~17:00 孙 文',
    [
      { from: '09:00', until: '11:30', lawyer: '钱立' },
      { from: '14:30', until: '17:00', lawyer: '孙 文' },
    ],
  ],
  ['9:00-11:30 钱立 5人', [{ from: '09:00', until: '11:30', lawyer: '钱立', places: 5 }]],
  ['9:00-11:30 钱立 12 名', [{ from: '09:00', until: '11:30', lawyer: '钱立', places: 12 }]],
  ['9:00-11:30 钱立0人', [{ from: '09:00', until: '11:30', lawyer: '钱立0人' }]],
  ['', []],
])('%j is read', (typed, slots) => {
  expect(slotsOfLines(typed)).toEqual({ slots })
})

test('the first line that cannot be read is named', () => {
  expect(slotsOfLines('9:00-11:30 钱立\n下午 孙文')).toEqual({ wrongLine: 2 })
  expect(slotsOfLines('9:00-11:30')).toEqual({ wrongLine: 1 })
})

test('lines of slots are read as the same slots', () => {
  const slots = [
    { from: '09:00', until: '11:30', lawyer: '钱立' },
    { from: '14:30', until: '17:00', lawyer: '孙文', places: 4 },
  ]

  expect(slotsOfLines(linesOfSlots(slots))).toEqual({ slots })
})
