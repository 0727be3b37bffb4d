import { describe, expect, test } from 'vitest'
import { texts } from '../../../../ui/text/language.ts'
import type { RoundRefusal } from '../../contract.ts'
import { sentenceOf } from '../../verifier/sentence.ts'
import { verifyRecord } from '../../verifier/verify.ts'
import { refusalSentence } from './RoundRefused.tsx'

/** What an officer, a person or an employer reads. */
const read = (refusal: RoundRefusal): string => {
  const text = (key: string, values: object = {}) => texts.t(key, { lng: 'zh-CN', ...values })
  return refusalSentence(refusal, text, text)
}

/** Each bad input has its refusal, shown in the tests of the server; here is what is told, and what to do. */
const TOLD: readonly (readonly [string, RoundRefusal, string])[] = [
  ['a seat picked twice in the same second', { code: 'turn-has-passed', turn: 4 }, '已经有人办了，没有重复。现在是第 4 次'],
  ['a post that went in the same second', { code: 'post-is-gone' }, '刚刚没有了'],
  ['somebody removed in the middle', { code: 'already-removed' }, '已经退出'],
  ['a turn of somebody removed is taken back', { code: 'removed-since' }, '已经退出，这一步不能撤回'],
  ['a score changed after publication', { code: 'changed-since', what: 'scores' }, '有人的分数变了。请作废这一版，重新封存'],
  ['somebody gone before the draw', { code: 'changed-since', what: 'people' }, '有人退出了'],
  ['a post withdrawn before the draw', { code: 'changed-since', what: 'posts' }, '岗位变了'],
  ['a post withdrawn twice', { code: 'already-withdrawn' }, '已经撤出了'],
  ['a post on a list withdrawn meanwhile', { code: 'post-not-open', post: 'P07' }, 'P07'],
  ['an employer that ranks too late', { code: 'window-over', what: 'rankings', on: '2026-06-14' as never }, '已经截止'],
  ['more people than seats', { code: 'more-people-than-seats' }, '把多出来的人调开'],
  ['costs that overflow', { code: 'opening-wrong', fault: 'costs-overflow P01' }, '把成本改小'],
  ['a clock that was ahead', { code: 'clock-running', seconds: 12 }, '还有 12 秒'],
  ['a round opened too late', { code: 'opened-too-late', on: '2026-06-12' as never }, '重拟一版'],
  ['two who change one draft', { code: 'draft-changed', version: 3 }, '现在是第 3 版'],
]

describe('bad input is told in a sentence', () => {
  test.each(TOLD)('%s', (_what, refusal, words) => {
    const sentence = read(refusal)

    expect(sentence).toContain(words)
    expect(sentence).toMatch(/。$/)
    expect(sentence).not.toMatch(/\{\{|placement\.|[a-z]{3,}-[a-z]/)
  })

  test('a record cut short', () => {
    const verdict = verifyRecord('{"format":"guidui-placement-record/1","opening":{"', { commitment: '', links: [] })

    expect(verdict.ok).toBe(false)
    if (!verdict.ok) expect(verdict.findings.map((finding) => sentenceOf(finding).zh).join()).toContain('突然断了，后面的内容缺失')
  })
})
