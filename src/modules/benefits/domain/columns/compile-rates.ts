import type { RegionCode } from '../../../../kernel/region-code.ts'
import { firstDay, monthShare } from '../entitlement/month.ts'
import { rateOn } from '../rates/rate-on.ts'
import { annualFen, type KnownTable, type RateKey } from '../rates/rate-table.ts'

/** The share of every month of a window, in fen, by rate and place: the rules about rates, worked out once for a whole run. */
export interface CompiledRates {
  readonly first: number
  readonly months: number
  readonly places: number
  /** `(rate * places + place) * months + (month - first)`: whole fen, below 2^31. */
  readonly share: Int32Array
}

interface Window {
  readonly from: number
  readonly until: number
}

/**
 * Two layers, days and rounding, compiled: for each key and place the amounts of each month. `times[key]` multiplies the
 * year before it is divided into months, as years of service do. @throws RangeError where a month is 2^31 fen or more, some 21 million yuan
 */
export function compileRates(
  tables: readonly KnownTable[],
  keys: readonly { readonly key: RateKey; readonly times: number }[],
  places: readonly RegionCode[],
  { from, until }: Window,
): CompiledRates {
  const months = until - from
  const share = new Int32Array(keys.length * places.length * months)
  let at = 0
  for (const { key, times } of keys) {
    for (const place of places) {
      for (let month = from; month < until; month += 1) {
        const rate = rateOn(tables, { key, place, on: firstDay(month) })
        const amount = rate ? monthShare(annualFen(rate.row) * BigInt(times), month) : 0n
        if (amount >= 2n ** 31n) throw new RangeError('no month is worth so much')
        share[at++] = Number(amount)
      }
    }
  }
  return { first: from, months, places: places.length, share }
}
