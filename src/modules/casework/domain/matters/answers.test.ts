import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type Answers, askedAnswers, checkAnswers } from './answers.ts'
import type { Field } from './matter-type.ts'

const name = { zh: '问', en: 'Asked' }
const today = '2026-06-10' as PlainDate

/** A form whose last question hangs on the second, and that on the first. */
const FIELDS: readonly Field[] = [
  { code: 'hasChanged', name, kind: 'yesNo', required: true },
  { code: 'what', name, kind: 'choice', choices: [{ code: 'moved', name }], required: true, when: { field: 'hasChanged', is: [true] } },
  { code: 'where', name, kind: 'text', required: true, when: { field: 'what', is: ['moved'] } },
]

describe('answers to questions that were not asked', () => {
  test('are dropped, and so are those that hang on them', () => {
    const typed = { hasChanged: false, what: 'moved', where: '渝北' }

    expect(checkAnswers(FIELDS, typed, { today })).toEqual([])
    expect(askedAnswers(FIELDS, typed)).toEqual({ hasChanged: false })
  })

  test('stay where they were asked', () => {
    const typed = { hasChanged: true, what: 'moved', where: '渝北' }

    expect(askedAnswers(FIELDS, typed)).toEqual(typed)
  })

  test('a question of a step may hang on what the matter knows already', () => {
    const fields: readonly Field[] = [{ code: 'weighed', name, kind: 'text', required: true, when: { field: 'hasStain', is: [true] } }]

    expect(checkAnswers(fields, {}, { today, known: { hasStain: true } })).toEqual([{ field: 'weighed', code: 'missing' }])
    expect(askedAnswers(fields, { weighed: '轻微' }, { hasStain: false })).toEqual({})
  })

  test('what no form asks for at all is refused, and not dropped in silence', () => {
    expect(checkAnswers(FIELDS, { hasChanged: false, price: 1 }, { today })).toEqual([{ field: 'price', code: 'unknown' }])
  })

  test('dropping twice drops nothing more', () => {
    const answers = fc.record({ hasChanged: fc.boolean(), what: fc.constantFrom('moved', ''), where: fc.string() }, { requiredKeys: [] })

    fc.assert(
      fc.property(answers, (typed) => {
        const once = askedAnswers(FIELDS, typed as Answers)
        expect(askedAnswers(FIELDS, once)).toEqual(once)
      }),
    )
  })
})

describe('numbers that say nothing', () => {
  const issues = (field: Partial<Field>, answer: number | string) =>
    checkAnswers([{ code: 'asked', name, kind: 'number', required: true, ...field }], { asked: answer }, { today }).map(({ code }) => code)

  test('are half a day, less than nothing, and a sum of nothing where something is given', () => {
    const sum = { kind: 'money', min: 1 } as const

    expect([issues({}, 1.5), issues({ min: 1 }, -1), issues({}, Number.NaN), issues({ max: 600 }, 1e9)]).toEqual([
      ['wrong-kind'],
      ['too-small'],
      ['wrong-kind'],
      ['too-large'],
    ])
    expect([issues(sum, '0'), issues(sum, '99'), issues(sum, '100'), issues({ kind: 'money' }, '0')]).toEqual([
      ['too-small'],
      ['too-small'],
      [],
      [],
    ])
  })
})

describe('a bank card', () => {
  const issues = (answer: string) =>
    checkAnswers([{ code: 'card', name, kind: 'text', max: 30, fromFile: 'bankCard' }], { card: answer }, { today }).map(({ code }) => code)

  test.each(['张三的建行卡', '6222', '62220202001122334455', '6222O2O2OO112233445'])('is none: %s', (answer) => {
    expect(issues(answer)).toEqual(['not-a-card'])
  })

  test.each(['6222020200112233445', '6222 0202 0011 2233 445', '6222-0202-0011-2233', '６２２２０２０２００１１２２３３', ''])(
    'may be written %s',
    (answer) => {
      expect(issues(answer)).toEqual([])
    },
  )
})
