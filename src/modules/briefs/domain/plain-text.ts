import type { Inline } from './brief.ts'

/** A line in words, its numbers as they are said. */
export function plainText(inlines: readonly Inline[], figures: readonly { readonly key: string; readonly words: string }[]): string {
  const words = new Map(figures.map((figure) => [figure.key, figure.words]))
  return inlines.map((inline) => (inline.kind === 'figure' ? (words.get(inline.key) ?? '') : inline.text)).join('')
}

/** Keys of the figures that stand in some lines. */
export const keysIn = (lines: readonly (readonly Inline[])[]): Set<string> =>
  new Set(lines.flat().flatMap((inline) => (inline.kind === 'figure' ? [inline.key] : [])))
