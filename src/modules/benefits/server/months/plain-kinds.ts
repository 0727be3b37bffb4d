import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { Cause } from '../../domain/rates/rate-table.ts'
import { courseOfKept, type KeptEntitlement } from '../../domain/run/kept.ts'
import { type LineReason, rateOf, reasonOf } from '../../domain/run/run-line.ts'
import type { RunGround } from './run-ground.ts'
import { numberOf } from './write-lines.ts'

/** What everybody of one kind is due in the month of a run. */
export interface PlainDueRow {
  readonly classCode: string
  readonly grade: number | null
  readonly cause: Cause | null
  readonly serviceYears: number
  readonly place: RegionCode
  readonly kind: string
  readonly amountFen: bigint
  readonly rateNo: number
  /** Why the line is what it is, by the number of the rate in the run before. */
  readonly reasons: readonly LineReason[]
}

const SINCE_EVER = '1900-01-01' as PlainDate

/** Somebody of a kind of whom nothing else is to be said: of age, paid since long ago. */
function someoneOf(kindText: string): KeptEntitlement {
  const [classCode = '', grade, cause, years, place] = kindText.split('|')
  return {
    classCode,
    grade: grade ? Number(grade) : null,
    cause: cause ? (cause as Cause) : null,
    period: null,
    serviceYears: Number(years),
    place: place as RegionCode,
    bornOn: SINCE_EVER,
    paysFrom: SINCE_EVER,
    endedOn: null,
    isMinor: false,
  }
}

/**
 * The rules, asked once for each kind of a run: of a million people most differ in nothing else. Undefined for a kind of
 * which something fails or nothing is due: its people are computed one by one, and each is listed with the reason.
 */
export function plainKinds(ground: RunGround): (kindText: string) => readonly PlainDueRow[] | undefined {
  const known = new Map<string, readonly PlainDueRow[] | undefined>()
  return (kindText) => {
    if (!known.has(kindText)) known.set(kindText, duesOf(ground, someoneOf(kindText)))
    return known.get(kindText)
  }
}

function duesOf({ bureau, plain, book, lastRates }: RunGround, one: KeptEntitlement): PlainDueRow[] | undefined {
  const { due, failures } = plain(courseOfKept([one], [], { bureau }))
  if (due.length === 0 || failures.length > 0) return undefined
  const { classCode, grade, cause, serviceYears, place } = one
  return due.map((line) => {
    const rate = rateOf(line)
    const { kind, amountFen } = line
    const reasons = lastRates.map((last) => reasonOf(last, rate))
    return { classCode, grade, cause, serviceYears, place, kind, amountFen, rateNo: numberOf(book, rate), reasons }
  })
}
