import { expect, test } from 'vitest'
import { newDraft } from './visit-draft.ts'
import { fenOf, messageOf } from './visit-message.ts'

const person = {
  id: 'a',
  unitCode: '500112017005',
  nameMasked: '周*国',
  age: 63,
  classes: ['DIS'],
  addressMasked: '凤鸣路 18 号',
  lastContactOn: null,
}
const toPerson = newDraft('2026-06-10', person)

test.each([
  ['', '0'],
  ['300', '30000'],
  ['三百', undefined],
])('goods of %s yuan are worth %s fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

test('without a person, or with goods worth no amount, there is nothing to send', () => {
  expect(messageOf(newDraft('2026-06-10'))).toBeUndefined()
  expect(messageOf({ ...toPerson, goodsYuan: '三百' })).toBeUndefined()
  expect(messageOf({ ...toPerson, note: ' ' })).toMatchObject({ personIds: ['a'], unitCode: '500112017005', goodsValueFen: '0' })
})
