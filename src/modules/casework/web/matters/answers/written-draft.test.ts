import { expect, test } from 'vitest'
import type { Field } from '../../../contract.ts'
import { answersOf } from './answer-draft.ts'
import { writtenDraft } from './written-draft.ts'

const field = (code: string, kind: Field['kind']): Field => ({ code, kind, name: { zh: code, en: code } })
const fields = [
  field('why', 'text'),
  field('sum', 'money'),
  field('who', 'people'),
  field('isAlone', 'yesNo'),
  field('days', 'number'),
  field('ways', 'choices'),
]

test('what was written comes back as it was typed, and goes out as it was', () => {
  const answers = { why: '住院', sum: '100050', who: ['周建国', '冉启明'], isAlone: false, days: 3, ways: ['a', 'b'] }

  const draft = writtenDraft(fields, answers)

  expect(draft).toMatchObject({ sum: '1000.50', who: '周建国\n冉启明', days: '3' })
  expect(answersOf(fields, draft)).toEqual(answers)
})

test('what no question asks for any more, and what is no set of answers, is left aside', () => {
  expect(writtenDraft(fields, { gone: 'x' })).toEqual({})
  expect(writtenDraft(fields, undefined)).toEqual({})
})
