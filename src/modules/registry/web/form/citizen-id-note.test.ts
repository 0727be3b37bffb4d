import { expect, test } from 'vitest'
import { makeCitizenId } from '../../../../kernel/citizen-id.ts'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { noteOfCitizenId } from './citizen-id-note.ts'

const today = PlainDate.parse('2026-06-10')
const right = makeCitizenId({ region6: '990112', bornOn: PlainDate.parse('1962-06-15'), sequence: 1 })

test('a right number says sex, birth and age', () => {
  const note = noteOfCitizenId(right, today, false)

  expect(note).toEqual({ says: { sex: 'male', bornOn: '1962-06-15', age: 63 } })
})

test('a wrong last character is told at once, with the right one', () => {
  const wrong = right.slice(0, 17) + (right.endsWith('8') ? '9' : '8')

  const note = noteOfCitizenId(wrong, today, false)

  expect(note).toEqual({ issue: { field: 'citizenId', code: 'wrong-checksum', params: { position: 18, expected: right[17] } } })
})

test('half a number is no fault while it is typed, and one when the field is left', () => {
  expect(noteOfCitizenId('990112', today, false)).toBeUndefined()
  expect(noteOfCitizenId('990112', today, true)).toMatchObject({ issue: { code: 'wrong-length', params: { length: 6 } } })
})

test('a letter in the middle is told at once', () => {
  expect(noteOfCitizenId(`99O112${right.slice(6)}`, today, false)).toMatchObject({ issue: { code: 'not-digits', params: { position: 3 } } })
})

test('fifteen digits are an old card only when nothing more follows', () => {
  const old = '990112620615001'

  expect(noteOfCitizenId(old, today, false)).toBeUndefined()
  expect(noteOfCitizenId(old, today, true)).toMatchObject({ says: { bornOn: '1962-06-15' } })
})

test('an empty field says nothing', () => {
  expect(noteOfCitizenId('  ', today, true)).toBeUndefined()
})
