import { describe, expect, test } from 'vitest'
import type { MyKind } from '../../../contract.ts'
import { emptyDraft, questionsOf, readDrafts, withAnswer, withChanged } from './draft.ts'

const name = { zh: '问', en: 'question' }
const fields = [
  { code: 'kind', name, kind: 'choice', required: true },
  { code: 'phone', name, kind: 'phone', fromFile: 'phone' },
  { code: 'why', name, kind: 'text', when: { field: 'kind', is: ['other'] } },
] as const
const kind = { kind: { fields } as unknown as MyKind['kind'], known: [{ field: 'phone', shown: '100****1234' }] }
const codes = (draft: typeof emptyDraft) => questionsOf(kind, draft).map(({ code }) => code)

describe('the questions', () => {
  test('leave out what the file knows and what does not apply', () => {
    expect(codes(emptyDraft)).toEqual(['kind'])
  })

  test('follow the answers', () => {
    expect(codes(withAnswer(emptyDraft, { kind: 'other' }, 1))).toEqual(['kind', 'why'])
  })

  test('ask for a known answer that is to be another', () => {
    expect(codes(withChanged(emptyDraft, 'phone', 1))).toEqual(['kind', 'phone'])
  })
})

describe('drafts that were kept', () => {
  const now = 30 * 86_400_000
  const draft = withAnswer(emptyDraft, { kind: 'other' }, now - 86_400_000)

  test('come back', () => {
    expect(readDrafts({ preferenceCard: draft }, now)).toEqual({ preferenceCard: draft })
  })

  test('are forgotten after a week', () => {
    expect(readDrafts({ preferenceCard: draft }, now + 7 * 86_400_000)).toEqual({})
  })

  test.each([undefined, null, 'text', { a: null }, { a: { answers: null } }, { a: { answers: {}, changed: 'x', at: 1 } }])(
    '%j is none',
    (value) => {
      expect(readDrafts(value, now)).toEqual({})
    },
  )
})
