import type { Saying } from './say-amount.ts'
import type { Against } from './say-change.ts'
import type { Span } from './say-period.ts'

/** What a number in a brief is bound to: an indicator at a place over a period, and how it is said. */
export interface Binding {
  readonly code: string
  /** Only what bears this word of the indicator's dimension. */
  readonly word?: string | undefined
  readonly place: string
  readonly period: Span
  readonly say: Saying
  /** The measure word, where it is not the one of its kind. */
  readonly as?: string | undefined
  /** Said is the change against another period, not the value. */
  readonly against?: Against | undefined
}

/** What the store answered for a binding. Null where a ratio has nothing below its line. */
export interface Answered {
  readonly value: number | null
  readonly previous: number | null
  readonly lastYear: number | null
}

/** A bound number as it stands in a brief. */
export interface BoundFigure extends Binding, Answered {
  readonly key: string
  /** What the indicator is called. */
  readonly label: string
  readonly words: string
}

/** A piece of a line: text, a bound number, or what looks like a number and is none: a date, a document's number, a name. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'figure'; readonly key: string }

export const BLOCK_KINDS = ['heading', 'subheading', 'text'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export interface Block {
  readonly kind: BlockKind
  readonly inlines: readonly Inline[]
}

export interface BriefText {
  readonly title: readonly Inline[]
  readonly blocks: readonly Block[]
}

/** Neighbouring texts joined, empty ones dropped: two ways to the same words make the same brief. */
export function joined(inlines: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  for (const inline of inlines) {
    const last = kept.at(-1)
    if (inline.kind !== 'figure' && inline.text === '') continue
    if (inline.kind !== 'figure' && last?.kind === inline.kind) kept[kept.length - 1] = { kind: inline.kind, text: last.text + inline.text }
    else kept.push(inline)
  }
  return kept
}
