import type { Matter } from '../../../contract.ts'

type Step = Pick<Matter['can']['steps'][number], 'isBack' | 'isTurn' | 'isRefusal'>

/**
 * Which step a page fills in red, and the others in their order: handing back first, then whoever's turn it is, refusals
 * last. A step that hands back or refuses is never proposed, even where nothing else can be done today.
 */
export function orderSteps<S extends Step>(steps: readonly S[]): { main: S | undefined; others: S[] } {
  const main = steps.find(({ isBack, isTurn, isRefusal }) => isTurn && !isBack && !isRefusal)
  const others = steps
    .filter((step) => step !== main)
    .toSorted(
      (a, b) => Number(b.isBack) - Number(a.isBack) || Number(b.isTurn) - Number(a.isTurn) || Number(a.isRefusal) - Number(b.isRefusal),
    )
  return { main, others }
}
