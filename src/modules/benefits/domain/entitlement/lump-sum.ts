/** How somebody died: 烈士, 因公牺牲, 病故. */
export type DeathKind = 'martyr' | 'duty' | 'illness'

/** The highest honour: only it counts (Art 16). */
export const HONOUR_PERCENT = {
  topMedal: 40,
  militaryHonour: 35,
  firstClassMerit: 30,
  secondClassMerit: 25,
  thirdClassMerit: 15,
  fourthClassMerit: 5,
} as const
export type DeathHonour = keyof typeof HONOUR_PERCENT

export interface DeathAsked {
  readonly kind: DeathKind
  /** Disposable income per head of the nation's towns in the year before, in fen. */
  readonly incomeFen: bigint
  /** Monthly basic pay at death; whoever earned less than a second lieutenant counts as one (Art 15). */
  readonly payFen: bigint
  readonly lieutenantPayFen: bigint
  readonly honours: readonly DeathHonour[]
}

export interface SumLine {
  readonly what: 'award' | 'income' | 'pay' | 'honour'
  readonly amountFen: bigint
  /** How often, or how many percent, of what: 20 times 5,182,100. */
  readonly times: number
  readonly ofFen: bigint
  readonly article: string
}

const ARTICLE = '《军人抚恤优待条例》第十五条'

/**
 * What the survivors are given once, line by line (Art 15, 16): martyr's award 30 times the income; then 20 times (illness:
 * twice) the income and 40 months of pay; and so many percent more for the highest honour. Which honours stand behind the
 * six percentages is not in the texts at hand [unverified]; the percentages are.
 */
export function deathSum({ kind, incomeFen, payFen, lieutenantPayFen, honours }: DeathAsked): SumLine[] {
  const pay = payFen > lieutenantPayFen ? payFen : lieutenantPayFen
  const times = kind === 'illness' ? 2 : 20
  const income = { what: 'income' as const, amountFen: incomeFen * BigInt(times), times, ofFen: incomeFen, article: ARTICLE }
  const months = { what: 'pay' as const, amountFen: pay * 40n, times: 40, ofFen: pay, article: ARTICLE }
  const percent = Math.max(0, ...honours.map((honour) => HONOUR_PERCENT[honour]))
  const base = income.amountFen + months.amountFen
  return [
    ...(kind === 'martyr' ? [{ what: 'award' as const, amountFen: incomeFen * 30n, times: 30, ofFen: incomeFen, article: ARTICLE }] : []),
    income,
    months,
    ...(percent > 0
      ? [
          {
            what: 'honour' as const,
            amountFen: (base * BigInt(percent)) / 100n,
            times: percent,
            ofFen: base,
            article: '《军人抚恤优待条例》第十六条',
          },
        ]
      : []),
  ]
}
