interface Household {
  readonly members: number
  readonly incomes: readonly { readonly kind: string; readonly amountFen: bigint }[]
  /** The line of the place, a head and month. */
  readonly lineFen: bigint
}

/**
 * What a household has a head and month, and whether that is below the line of the place. Pensions and subsidies for service
 * are no income here (《军人抚恤优待条例》第四条: 抚恤优待对象享受的抚恤金、补助金 … 不计入享受最低生活保障等社会救助的家庭收入).
 * Rounded up to a fen: who lies above the line by a part of a fen lies above it.
 */
export function testMeans({ members, incomes, lineFen }: Household): { perHeadFen: bigint; isBelow: boolean } {
  const counted = incomes.filter(({ kind }) => kind !== 'pension').reduce((sum, { amountFen }) => sum + amountFen, 0n)
  const heads = BigInt(members)
  const perHeadFen = (counted + heads - 1n) / heads
  return { perHeadFen, isBelow: perHeadFen <= lineFen }
}
