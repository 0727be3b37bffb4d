import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Problem } from '../api/problem.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { texts } from './language.ts'
import { issueSentence, problemSentence, readingSentence } from './problem-sentence.ts'
import type { Text } from './use-text.ts'

const text: Text = (key, values) => texts.t(key, { ...values, lng: 'zh-CN' })

/** What zod says about a value, as the server would send it. */
function sentenceOf(schema: z.ZodType, value: unknown): string {
  const issue = schema.safeParse(value).error?.issues[0]
  return issueSentence({ path: [], code: issue?.code ?? '', message: issue?.message ?? '' }, text)
}

test.each([
  ['a missing text', z.string(), undefined, '必须填写'],
  ['an empty text', z.string().min(1), '', '必须填写'],
  ['a text that is too short', z.string().min(4), '短', '至少 4 个字'],
  ['a text that is too long', z.string().max(2), '太长了', '最多 2 个字'],
  ['too few choices', z.array(z.string()).min(1), [], '至少选 1 项'],
  ['a number that is too large', z.number().max(31), 40, '不能大于 31'],
  ['a day that is none', z.iso.date(), '2026-02-30', '不是有效的日期，例：2026-06-10'],
  ['a choice that is not offered', z.enum(['a', 'b']), 'c', '请从给出的选项里选'],
  ['a rule of our own by its code', z.string().min(2, { message: 'too-short' }), '', '太短或没有填，请多写几个字'],
  ['a day by our own rule', z.string().regex(/^\d/, { message: 'not-a-day' }), 'x', '不是有效的日期，例：2026-06-10'],
  ['a rule of our own with its own sentence', z.string().refine(() => false, '身份证号第 18 位对不上'), 'x', '身份证号第 18 位对不上'],
])('%s is said plainly', (_, schema, value, sentence) => {
  expect(sentenceOf(schema, value)).toBe(sentence)
})

test.each<Problem>([
  { code: 'not-signed-in' },
  { code: 'not-permitted' },
  { code: 'not-found' },
  { code: 'still-running' },
  { code: 'key-reused' },
  { code: 'fault', incident: '7F3A' },
  { code: 'disk-full' },
  { code: 'unreachable' },
  { code: 'unreadable' },
  { code: 'invalid-input', issues: [] },
])('$code has a sentence of its own', (problem) => {
  const sentence = problemSentence(problem, text)

  expect(sentence).not.toContain('problem.')
  expect(sentence).toMatch(/[。]$/)
})

test('whoever only asked for something is not told that what was filled in is still there', () => {
  expect(problemSentence({ code: 'unreachable' }, text)).toContain('填的内容还在')
  expect(readingSentence({ code: 'unreachable' }, text)).not.toContain('填的内容')
  expect(readingSentence({ code: 'disk-full' }, text)).toBe(problemSentence({ code: 'disk-full' }, text))
})

test('both languages have every sentence, with the same places to fill', () => {
  const places = (sentence: string) => [...sentence.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()

  for (const [key, sentence] of Object.entries(zhCN)) expect([key, places(en[key as keyof typeof zhCN])]).toEqual([key, places(sentence)])
})
