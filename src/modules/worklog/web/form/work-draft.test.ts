import { expect, test } from 'vitest'
import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { KindOnDesk } from '../../contract.ts'
import { emptyDraft, messageOfDraft, stillWrong, type WorkDraft } from './work-draft.ts'

const kind: KindOnDesk = {
  code: 'recommended',
  version: 1,
  zh: '推荐进入“两委”',
  en: 'Recommended',
  area: 'honour',
  duty: 'ideology',
  mechanisms: ['A153'],
  tiers: ['village'],
  people: 'optional',
  organisation: 'none',
  state: false,
  fields: [
    { code: 'village', zh: '哪个村', en: 'Village', type: 'text', required: true },
    { code: 'recommended', zh: '推荐人数', en: 'Recommended', type: 'number', unit: '人', required: true },
  ],
  initials: 'tjjrlw',
  ownOf: null,
  retired: false,
  can: { retire: false },
}
const draft: WorkDraft = {
  ...emptyDraft('500112017005' as UnitCode, '2026-06-10'),
  values: { village: '凤鸣路社区', recommended: '1' },
}
const named = [{ id: '0198a000-0000-7000-8000-000000000001' as PersonId, nameMasked: '罗*' }]

test('a name that was typed and not picked is not dropped in silence', () => {
  expect(messageOfDraft(kind, { ...draft, sought: '罗凯' })).toEqual({ ok: false, refusal: { '#people': 'not-picked' } })
  expect(messageOfDraft(kind, { ...draft, people: named, sought: '周建国' })).toEqual({ ok: false, refusal: { '#people': 'not-picked' } })
  expect(messageOfDraft(kind, { ...draft, people: named, sought: ' ' })).toMatchObject({ ok: true, value: { personIds: [named[0]?.id] } })
})

test('a field that was filled in is red no more, and one that is wrong otherwise says so', () => {
  const was = { ...draft, values: {} }
  const shown = { village: 'missing', recommended: 'missing' } as const

  expect(stillWrong(shown, { kind, was, draft: was })).toEqual(shown)
  expect(stillWrong(shown, { kind, was, draft: { ...was, values: { village: '凤鸣路' } } })).toEqual({ recommended: 'missing' })
  expect(stillWrong(shown, { kind, was, draft: { ...was, values: { recommended: '几个' } } })).toEqual({
    village: 'missing',
    recommended: 'not-a-number',
  })
})

test('what the server found wrong stands until that answer is another', () => {
  const shown = { village: 'too-long', '#on': 'not-a-day' } as const

  expect(stillWrong(shown, { kind, was: draft, draft })).toEqual(shown)
  expect(stillWrong(shown, { kind, was: draft, draft: { ...draft, on: '2026-06-09' } })).toEqual({ village: 'too-long' })
})
