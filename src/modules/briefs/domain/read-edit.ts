import { type Binding, type BlockKind, type BriefText, type Inline, joined } from './brief.ts'
import { findNumbers } from './find-numbers.ts'

/** A piece of a line as an editor sends it: a new number is asked for by its indicator. */
export type Edited = Inline | ({ readonly kind: 'bind' } & Pick<Binding, 'code' | 'say' | 'as' | 'against'>)

export interface EditedText {
  readonly title: readonly Edited[]
  readonly blocks: readonly { readonly kind: BlockKind; readonly inlines: readonly Edited[] }[]
}

export type EditFault =
  | { readonly code: 'number-without-source'; readonly numbers: string[] }
  | { readonly code: 'unknown-figure'; readonly key: string }
  | { readonly code: 'no-such-indicator'; readonly indicator: string }

/** What is wrong with an edited text: numbers that are typed, keys and indicators that are not there. */
export function findEditFault(
  { title, blocks }: EditedText,
  there: { readonly keys: ReadonlySet<string>; readonly isIndicator: (code: string) => boolean },
): EditFault | undefined {
  const all = [title, ...blocks.map(({ inlines }) => inlines)].flatMap((inlines) => mergedTexts(inlines))
  const numbers = all.flatMap((inline) => (inline.kind === 'text' ? findNumbers(inline.text) : []))
  if (numbers.length > 0) return { code: 'number-without-source', numbers: [...new Set(numbers)] }
  const lost = all.find((inline) => inline.kind === 'figure' && !there.keys.has(inline.key))
  if (lost?.kind === 'figure') return { code: 'unknown-figure', key: lost.key }
  const unbound = all.find((inline) => inline.kind === 'bind' && !there.isIndicator(inline.code))
  return unbound?.kind === 'bind' ? { code: 'no-such-indicator', indicator: unbound.code } : undefined
}

/** A number that is cut into two texts is still one. */
function mergedTexts(inlines: readonly Edited[]): Edited[] {
  const kept: Edited[] = []
  for (const inline of inlines) {
    const last = kept.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') kept[kept.length - 1] = { kind: 'text', text: last.text + inline.text }
    else kept.push(inline)
  }
  return kept
}

/** The text with each new number in its place, under the key that it was given. Blocks of nothing fall away. */
export function settleEdit({ title, blocks }: EditedText, keyOf: (binding: Extract<Edited, { kind: 'bind' }>) => string): BriefText {
  const line = (inlines: readonly Edited[]) =>
    joined(inlines.map((inline): Inline => (inline.kind === 'bind' ? { kind: 'figure', key: keyOf(inline) } : inline)))
  return {
    title: line(title),
    blocks: blocks.map(({ kind, inlines }) => ({ kind, inlines: line(inlines) })).filter(({ inlines }) => inlines.length > 0),
  }
}
