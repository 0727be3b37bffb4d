export interface OffsetRule {
  readonly baseFen: bigint
  readonly mostUpliftPercent: number
}

export interface OffsetAsked {
  readonly months: number
  readonly persons: number
  readonly upliftPercent: number
  /** Owed before the reduction, in fen, in the order in which they are reduced. */
  readonly owed: readonly { readonly tax: string; readonly fen: bigint }[]
}

export interface OffsetDone {
  readonly upliftPercent: number
  readonly capFen: bigint
  readonly lines: readonly { readonly tax: string; readonly owedFen: bigint; readonly reducedFen: bigint }[]
  readonly reducedFen: bigint
  readonly unusedFen: bigint
}

/**
 * Reduces taxes one after the other until the yearly amount is used up: VAT, urban construction, education surcharge, local
 * education surcharge, income tax (rules C10; wording of the announcements unverified). Of a year that was not whole the amount is
 * a twelfth a month, cut to whole fen; what is not used is not carried over. More uplift than the rule allows counts as its most.
 */
export function offsetTax(rule: OffsetRule, { months, persons, upliftPercent, owed }: OffsetAsked): OffsetDone {
  const uplift = Math.min(upliftPercent, rule.mostUpliftPercent)
  const capFen = (rule.baseFen * BigInt(100 + uplift) * BigInt(persons) * BigInt(months)) / 1200n
  let left = capFen
  const lines = owed.map(({ tax, fen }) => {
    const reducedFen = fen < left ? fen : left
    left -= reducedFen
    return { tax, owedFen: fen, reducedFen }
  })
  return { upliftPercent: uplift, capFen, lines, reducedFen: capFen - left, unusedFen: left }
}
