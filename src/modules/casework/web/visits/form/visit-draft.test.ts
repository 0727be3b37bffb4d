import { expect, test } from 'vitest'
import { draftFor, dropDraft, newDraft, putDraft, readDrafts, replaceDraft } from './visit-draft.ts'

const person = (id: string) => ({
  id,
  unitCode: '500112017005',
  nameMasked: '周*国',
  age: 63,
  classes: ['DIS'],
  addressMasked: '凤鸣路 18 号',
  lastContactOn: null,
})
const to = (id: string) => newDraft('2026-06-10', person(id))

test('what was kept is read again, with the id under which it will be sent', () => {
  const draft = { ...to('a'), note: '左腿旧伤，𠮷' }

  expect(readDrafts(JSON.stringify([draft]))).toEqual([draft])
})

test.each([undefined, '', '{', 'null', '[{"note":1}]'])('what cannot be read (%s) is nothing', (kept) => {
  expect(readDrafts(kept)).toEqual([])
})

test('the unsaved visit to a person is found by that person, and the latest of all by nobody', () => {
  const [one, other] = [to('a'), to('b')]
  const drafts = putDraft(putDraft([], one), other)

  expect(draftFor(drafts, 'a')).toBe(one)
  expect(draftFor(drafts)).toBe(other)
  expect(draftFor(drafts, 'c')).toBeUndefined()
})

test('a draft changed takes its own place, one saved goes, and the browser keeps twenty', () => {
  const draft = to('a')

  expect(putDraft([draft], { ...draft, note: '二' })).toMatchObject([{ note: '二' }])
  expect(dropDraft([draft], draft.key)).toEqual([])
  expect(Array.from({ length: 25 }, (_, at) => to(String(at))).reduce(putDraft, [])).toHaveLength(20)
})

test('a visit that was refused goes on under another key, and once saved nothing of it is resumed', () => {
  const [refused, other] = [to('a'), to('b')]
  const again = { ...refused, key: to('a').key, doneOn: '2026-06-09' }

  const drafts = replaceDraft([refused, other], refused.key, again)

  expect(drafts).toEqual([other, again])
  expect(dropDraft(drafts, again.key)).toEqual([other])
})
