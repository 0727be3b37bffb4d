import { numeralOf } from './numerals.ts'

/** What stands before each block: 一、 before a heading, （一） before a subheading, nothing before a paragraph. */
export function numbersOf(blocks: readonly { readonly kind: string }[]): string[] {
  let [heading, subheading] = [0, 0]
  return blocks.map(({ kind }) => {
    if (kind === 'heading') [heading, subheading] = [heading + 1, 0]
    if (kind === 'subheading') subheading += 1
    if (kind === 'heading') return `${numeralOf(heading)}、`
    return kind === 'subheading' ? `（${numeralOf(subheading)}）` : ''
  })
}
