import { expect, test } from 'vitest'
import type { Field } from '../../../contract.ts'
import { answersOf, askedOf, unmended } from './answer-draft.ts'

const name = { zh: '问', en: 'Asked' }
const fields: Field[] = [
  { code: 'many', name, kind: 'yesNo' },
  { code: 'who', name, kind: 'people', when: { field: 'many', is: [true] } },
  { code: 'sum', name, kind: 'money' },
  { code: 'age', name, kind: 'number' },
]

test('what is not asked is not sent', () => {
  expect(answersOf(fields, { many: false, who: '张三', sum: '', age: '60' })).toEqual({ many: false, age: 60 })
  expect(askedOf(fields, { many: true }).map(({ code }) => code)).toContain('who')
})

test('names stand one a line', () => {
  expect(answersOf(fields, { many: true, who: ' 张三 \n\n李四' })).toEqual({ many: true, who: ['张三', '李四'] })
})

test('what was found wrong is said no more once the answer is another', () => {
  const issues = [
    { field: 'sum', code: 'missing' },
    { field: 'age', code: 'too-small' },
  ]
  const was = { age: '1' }

  expect(unmended(issues, { was, now: was })).toEqual(issues)
  expect(unmended(issues, { was, now: { age: '1', sum: '200' } })).toEqual([issues[1]])
  expect(unmended(issues, { was, now: { age: '61', sum: '200' } })).toEqual([])
})
