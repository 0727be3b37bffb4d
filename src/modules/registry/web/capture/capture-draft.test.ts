import { expect, test } from 'vitest'
import { emptyCapture, readCapture } from './capture-draft.ts'

const village = emptyCapture({ unitCode: '500112017005', tier: 'village' })

test('a village station captures for itself and its own households', () => {
  expect(village.unitCode).toBe('500112017005')
  expect(village.person.householdRegion).toBe('500112017005')
})

test('a county officer must say which station serves', () => {
  const county = emptyCapture({ unitCode: '500112000000', tier: 'county' })

  expect(county.unitCode).toBe('')
  expect(county.person.householdRegion).toBe('')
})

test('a draft comes back as it was left', () => {
  const draft = { ...village, person: { ...village.person, name: '阿依古丽·买买提' }, kin: [{ relation: 'son' as const, name: '周' }] }

  expect(readCapture(JSON.stringify(draft), village)).toEqual(draft)
})

test.each([undefined, '', 'not json', '[]', '{"person":7}'])('%s is no draft', (kept) => {
  expect(readCapture(kept, village)).toBeUndefined()
})
