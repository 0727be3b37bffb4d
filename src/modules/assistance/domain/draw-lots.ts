/** A gift that a grant may draw on. */
export interface Lot<Cause extends string = string> {
  readonly id: string
  /** The order in which gifts came: a lower number came earlier. */
  readonly number: number
  readonly leftFen: bigint
  /** The cause it is bound to; null for any. */
  readonly earmark: Cause | null
}

export interface Draw {
  readonly id: string
  readonly amountFen: bigint
}

/** Either what is taken from which gift, or how many fen are wanting. */
export type Drawn = { readonly draws: readonly Draw[] } | { readonly shortFen: bigint }

/**
 * Takes an amount out of gifts: those bound to the cause first, then those bound to none, each in the order in which they
 * came (first in, first out). A gift bound to another cause is never touched, even where the fund is short without it
 * (慈善法 Art 54: 按照捐赠协议约定的用途使用; number of the article unverified).
 */
export function drawLots<Cause extends string>(
  lots: readonly Lot<Cause>[],
  { cause, amountFen }: { readonly cause: Cause; readonly amountFen: bigint },
): Drawn {
  const fitting = lots
    .filter(({ earmark }) => earmark === cause || earmark === null)
    .toSorted((a, b) => Number(a.earmark === null) - Number(b.earmark === null) || a.number - b.number)
  const draws: Draw[] = []
  let wanting = amountFen
  for (const { id, leftFen } of fitting) {
    if (wanting === 0n) break
    if (leftFen === 0n) continue
    const isEnough = leftFen >= wanting
    draws.push({ id, amountFen: isEnough ? wanting : leftFen })
    wanting = isEnough ? 0n : wanting - leftFen
  }
  return wanting === 0n ? { draws } : { shortFen: wanting }
}
