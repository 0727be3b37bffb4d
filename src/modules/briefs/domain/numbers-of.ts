import { numeralOf } from './numerals.ts'
import type { Genre } from './template.ts'

/** The paper of a press is not counted, and 坚持“一”条主线 counts itself: another 一、 before it would say so twice. */
const UNCOUNTED: readonly (Genre | null)[] = ['press', 'oneTwoThreeFour']

/** What stands before each block: 一、 before a heading, （一） before a subheading, nothing before a paragraph. */
export function numbersOf(blocks: readonly { readonly kind: string }[], genre: Genre | null): string[] {
  if (UNCOUNTED.includes(genre)) return blocks.map(() => '')
  let [heading, subheading] = [0, 0]
  return blocks.map(({ kind }) => {
    if (kind === 'heading') [heading, subheading] = [heading + 1, 0]
    if (kind === 'subheading') subheading += 1
    if (kind === 'heading') return `${numeralOf(heading)}、`
    return kind === 'subheading' ? `（${numeralOf(subheading)}）` : ''
  })
}
