import type { MyKind } from '../../../contract.ts'
import { askedOf, type Draft } from '../../matters/answers/answer-draft.ts'

/** What somebody has answered of a kind of matter and not yet sent. */
export interface MatterDraft {
  readonly answers: Draft
  /** Fields that the file knows and that the person would answer otherwise. */
  readonly changed: readonly string[]
  /** When it was last touched, ms. */
  readonly at: number
}

export const emptyDraft: MatterDraft = { answers: {}, changed: [], at: 0 }

/** An unsent application is forgotten after a week. */
const KEPT_DAYS = 7

export const isFresh = ({ at }: MatterDraft, now: number): boolean => now - at < KEPT_DAYS * 86_400_000

/** The questions that are put: one a page, without those that the file answers already. */
export function questionsOf({ kind, known }: Pick<MyKind, 'kind' | 'known'>, { answers, changed }: MatterDraft): MyKind['kind']['fields'] {
  const isKnown = (code: string) => known.some(({ field }) => field === code) && !changed.includes(code)
  return askedOf(kind.fields, answers).filter(({ code }) => !isKnown(code))
}

/** The draft with one more answer. */
export const withAnswer = (draft: MatterDraft, change: Draft, now: number): MatterDraft => ({
  ...draft,
  answers: { ...draft.answers, ...change },
  at: now,
})

/** The draft in which a known answer is asked for after all. */
export const withChanged = (draft: MatterDraft, field: string, now: number): MatterDraft => ({
  ...draft,
  changed: [...new Set([...draft.changed, field])],
  at: now,
})

/** What lay sealed, read again; what does not look like drafts is none. */
export function readDrafts(value: unknown, now: number): Record<string, MatterDraft> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, MatterDraft] => isDraft(entry[1]) && isFresh(entry[1], now)),
  )
}

function isDraft(value: unknown): value is MatterDraft {
  if (typeof value !== 'object' || value === null) return false
  const { answers, changed, at } = value as Record<string, unknown>
  return typeof answers === 'object' && answers !== null && Array.isArray(changed) && typeof at === 'number'
}
