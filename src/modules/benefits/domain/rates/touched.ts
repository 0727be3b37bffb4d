import type { RegionCode } from '../../../../kernel/region-code.ts'
import { firstDay, monthIndex, monthShare } from '../entitlement/month.ts'
import { rateOn, rowFor } from './rate-on.ts'
import { annualFen, type KnownTable, type RateKey, type RateTable } from './rate-table.ts'

/** What a notice changes for somebody. */
export interface Touched {
  readonly beforeFen: bigint | null
  readonly afterFen: bigint
  readonly owedMonths: number
  readonly owedFen: bigint
}

export interface TouchedAsked {
  readonly key: RateKey
  /** Years of service for the class that counts them, else 1. */
  readonly times: number
  readonly place: RegionCode
  /** The first month of pay of the person. */
  readonly from: number
  /** The first month that is not yet owed: that of the next run. */
  readonly until: number
}

/**
 * What a table changes for somebody a year, and what is owed for the months since it holds that were paid by the others.
 * Undefined where it names no rate of theirs, or raises none.
 */
export function touchedBy(
  table: RateTable,
  others: readonly KnownTable[],
  { key, times, place, from, until }: TouchedAsked,
): Touched | undefined {
  const row = rowFor(table, key)
  if (!row) return undefined
  const yearOn = (month: number): bigint | null => {
    const found = rateOn(others, { key, place, on: firstDay(month) })
    return found ? annualFen(found.row) * BigInt(times) : null
  }
  const first = monthIndex(table.effectiveFrom)
  const afterFen = annualFen(row) * BigInt(times)
  const beforeFen = yearOn(first)
  if (beforeFen !== null && afterFen <= beforeFen) return undefined
  let [owedMonths, owedFen] = [0, 0n]
  for (let month = Math.max(first, from); month < until; month += 1) {
    const paid = yearOn(month) ?? 0n
    if (paid >= afterFen) continue
    owedMonths += 1
    owedFen += monthShare(afterFen, month) - monthShare(paid, month)
  }
  return { beforeFen, afterFen, owedMonths, owedFen }
}
