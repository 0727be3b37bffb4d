import type { BlockKind } from './brief.ts'

const DEPTH: Readonly<Record<BlockKind, number>> = { heading: 0, subheading: 1, text: 2 }

/** Leaves out headings under which nothing is said: their sentences had nothing to say. */
export function dropBareHeadings<B extends { readonly kind: BlockKind }>(blocks: readonly B[]): B[] {
  const kept: B[] = []
  for (const block of blocks.toReversed()) {
    const below = kept.at(-1)
    const hasSomething = block.kind === 'text' || (below !== undefined && DEPTH[below.kind] > DEPTH[block.kind])
    if (hasSomething) kept.push(block)
  }
  return kept.toReversed()
}
