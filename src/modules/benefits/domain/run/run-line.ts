import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { SuspensionReason } from '../entitlement/course.ts'
import type { Line } from '../entitlement/lines.ts'
import { keyText, type RateKey } from '../rates/rate-table.ts'

/** By what a line was computed: frozen with the run, and told again wherever the line is explained. */
export interface RunRate {
  readonly key: RateKey
  readonly place: RegionCode
  readonly version: string
  readonly layer: 'national' | 'local'
  readonly annualFen: string
  readonly times: number
  readonly article: string
}

/** Why a line is what it is: as last month, or what has changed. */
export type LineReason =
  | 'same'
  | 'new'
  | 'rate'
  | 'regraded'
  | 'moved'
  | 'backPay'
  | 'recovery'
  | 'died'
  | 'ended'
  | SuspensionReason
  | 'other'

export interface RunLine {
  readonly classCode: string
  readonly kind: Line['kind']
  readonly month: number
  /** Nought where somebody who was paid last month is not paid now; below it where too much was paid. */
  readonly amountFen: bigint
  /** What approved runs paid for the month before. */
  readonly paidFen: bigint
  readonly why: LineReason
  readonly rate: RunRate | null
}

export type FailureReason = 'no-rate' | 'no-grade' | 'unknown-class' | 'file-gone' | 'fault'

export interface Failure {
  readonly classCode: string
  readonly why: FailureReason
}

/** Of a line that many people share, the same object each time: a book of rates then finds it at once. */
const known = new WeakMap<Line, RunRate>()

export function rateOf(line: Line): RunRate {
  const before = known.get(line)
  if (before) return before
  const { key, place, version, layer, annualFen, times, article } = line
  const rate = { key, place, version, layer, annualFen: String(annualFen), times, article }
  known.set(line, rate)
  return rate
}

/** What distinguishes a rate within a run. */
export const rateText = (rate: RunRate): string =>
  `${keyText(rate.key)} ${rate.place} ${rate.version} ${rate.times} ${rate.annualFen} ${rate.article}`

/** What has changed from the rate of last month to that of this one. */
export function reasonOf(last: RunRate | null | undefined, now: RunRate): LineReason {
  if (!last) return 'new'
  if (keyText(last.key) !== keyText(now.key)) return 'regraded'
  if (last.place !== now.place) return 'moved'
  return last.annualFen === now.annualFen && last.times === now.times ? 'same' : 'rate'
}
