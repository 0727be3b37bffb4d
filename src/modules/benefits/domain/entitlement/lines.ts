import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { type FoundRate, rateOn } from '../rates/rate-on.ts'
import { annualFen, type KnownTable, type RateKey } from '../rates/rate-table.ts'
import { type BenefitClass, benefitClass, rateKeyOf } from './classes.ts'
import type { Course, Holding, SuspensionReason } from './course.ts'
import { firstDay, monthIndex, monthShare } from './month.ts'
import { nursingPercent } from './nursing.ts'
import { type BenefitSettings, DEFAULT_SETTINGS } from './settings.ts'
import { endMonth, firstMonth, heldBackIn, heldIn, isAway, placeIn, resumedIn } from './standing.ts'

/** An amount for one month, and everything by which it can be worked out again. */
export interface Line {
  readonly kind: 'pension' | 'nursing' | 'deathGrant'
  readonly classCode: string
  readonly key: RateKey
  readonly place: RegionCode
  /** The month it is for, and that in which it is paid: later where it was held back. */
  readonly month: number
  readonly paidIn: number
  readonly amountFen: bigint
  /** The rate a year that it comes from, and the table that says so. */
  readonly annualFen: bigint
  readonly version: string
  readonly layer: 'national' | 'local'
  /** Years of service, percent of the wage, months after death; else 1. */
  readonly times: number
  readonly article: string
}

/** A month in which somebody who is entitled is not paid. */
export interface HeldBack {
  readonly month: number
  readonly reason: SuspensionReason
  /** The month in which it was made good; null where it was not. */
  readonly paidIn: number | null
}

export interface Computed {
  readonly lines: readonly Line[]
  readonly heldBack: readonly HeldBack[]
}

export interface Asked {
  readonly from: number
  readonly until: number
  /** What was not known on this day does not count. */
  readonly knownOn?: PlainDate
  readonly settings?: BenefitSettings
}

/** What is due in one stretch, in which neither person nor rates change: the lines of its first month, to be repeated. */
type Due = Omit<Line, 'month' | 'paidIn' | 'amountFen'> & { readonly share: (month: number) => bigint }

/**
 * What somebody is due for the months of a window (`until` is the first that is no longer asked for), line by line. Rules
 * are looked at once for each stretch in which nothing changes; the rounding of months is `monthShare`'s.
 */
export function computeLines(course: Course, tables: readonly KnownTable[], asked: Asked): Computed {
  const borders = bordersOf(course, tables, asked)
  const lines: Line[] = []
  const heldBack: HeldBack[] = []
  for (const [at, from] of borders.slice(0, -1).entries()) {
    const until = borders[at + 1] ?? from
    const { paidIn, reason } = payment(course, from, asked.settings ?? DEFAULT_SETTINGS)
    const dues = dueIn(course, tables, { month: from, ...asked })
    for (let month = from; month < until; month += 1) {
      if (reason && dues.length > 0) heldBack.push({ month, reason, paidIn })
      if (paidIn === null && reason) continue
      for (const { share, ...due } of dues) lines.push({ ...due, month, paidIn: paidIn ?? month, amountFen: share(month) })
    }
  }
  return { lines: [...lines, ...deathGrants(course, tables, asked)], heldBack }
}

function payment(
  course: Course,
  month: number,
  settings: BenefitSettings,
): { reason: SuspensionReason | undefined; paidIn: number | null } {
  const reason = heldBackIn(course, month)
  const isMadeGood = reason !== undefined && settings.arrears.includes(reason)
  return { reason, paidIn: isMadeGood ? (resumedIn(course, month) ?? null) : null }
}

/** Months at which anything changes, the ends of the window included, in order. */
function bordersOf(course: Course, tables: readonly KnownTable[], { from, until }: Asked): number[] {
  const changes = new Set<number>([from, until])
  const put = (month: number): void => {
    if (month > from && month < until) changes.add(month)
  }
  for (const holding of course.holdings) {
    put(firstMonth(course, holding))
    put(endMonth(course, holding))
    for (const { on } of holding.regrades) put(monthIndex(on))
    if (holding.mentalFrom) put(monthIndex(holding.mentalFrom))
  }
  for (const { on } of course.moves) put((Number(on.slice(0, 4)) + 1) * 12)
  for (const { from: gone, until: back } of course.away ?? []) {
    put(gone)
    put(back)
  }
  for (const one of course.suspensions) {
    put(monthIndex(one.from) + 1)
    if (one.to) put(monthIndex(one.to))
  }
  for (const { effectiveFrom, effectiveTo } of tables) {
    put(monthIndex(effectiveFrom))
    if (effectiveTo) put(monthIndex(effectiveTo) + 1)
  }
  return [...changes].toSorted((a, b) => a - b)
}

interface Moment extends Asked {
  readonly month: number
}

function dueIn(course: Course, tables: readonly KnownTable[], moment: Moment): Due[] {
  if (isAway(course, moment.month)) return []
  const all = course.holdings.flatMap((holding) => {
    const found = benefitClass(holding.classCode)
    const isOpen = moment.month >= firstMonth(course, holding) && moment.month < endMonth(course, holding)
    return found && isOpen ? [...duesOf(course, holding, { tables, moment, found })] : []
  })
  const exclusive = all.filter(({ classCode, kind }) => kind === 'pension' && benefitClass(classCode)?.exclusive !== null)
  const highest = exclusive.toSorted((a, b) => (yearOf(a) === yearOf(b) ? 0 : yearOf(a) > yearOf(b) ? -1 : 1))[0]
  return all.filter((due) => !exclusive.includes(due) || due === highest)
}

const yearOf = ({ annualFen: annual, times }: Pick<Line, 'annualFen' | 'times'>): bigint => annual * BigInt(times)

interface Ground {
  readonly tables: readonly KnownTable[]
  readonly moment: Moment
  readonly found: BenefitClass
}

function duesOf(course: Course, holding: Holding, { tables, moment, found }: Ground): Due[] {
  const held = heldIn(holding, moment.month)
  const key = rateKeyOf(held)
  if (!key) return []
  const place = placeIn(course, moment.month)
  const look = (wanted: RateKey) => lookUp(tables, { key: wanted, place, moment })
  const rate = look(key)
  const times = found.perServiceYear ? holding.serviceYears : 1
  const dues: Due[] = rate
    ? [
        {
          ...sourceOf(rate),
          kind: 'pension',
          classCode: holding.classCode,
          key,
          place,
          times,
          article: found.article,
          share: (month) => monthShare(annualFen(rate.row) * BigInt(times), month),
        },
      ]
    : []
  const percent =
    found.rate === 'DIS' ? nursingPercent(held, holding.isMental && monthIndex(holding.mentalFrom ?? '0000-01') <= moment.month) : 0
  const wage = percent > 0 ? look(WAGE) : undefined
  if (wage)
    dues.push({
      ...sourceOf(wage),
      kind: 'nursing',
      classCode: holding.classCode,
      key: WAGE,
      place,
      times: percent,
      article: '《军人抚恤优待条例》第三十四条',
      share: (month) => monthShare(annualFen(wage.row) * BigInt(percent), month, 100n),
    })
  return dues
}

const WAGE: RateKey = { classCode: 'WAGE', grade: null, cause: null, period: null }

const lookUp = (tables: readonly KnownTable[], { key, place, moment }: { key: RateKey; place: RegionCode; moment: Moment }) =>
  rateOn(tables, { key, place, on: firstDay(moment.month), ...(moment.knownOn === undefined ? {} : { knownOn: moment.knownOn }) })

const sourceOf = ({ row, table }: FoundRate) => ({ annualFen: annualFen(row), version: table.version, layer: table.layer })

/** Six or twelve months more, once, in the month after the death (Art 22, 32, 62), of what was due in the month of the death. */
function deathGrants(course: Course, tables: readonly KnownTable[], asked: Asked): Line[] {
  if (course.diedOn === null) return []
  const died = monthIndex(course.diedOn)
  if (died + 1 < asked.from || died + 1 >= asked.until || heldBackIn(course, died)) return []
  return dueIn(course, tables, { ...asked, month: died }).flatMap(({ share: _, ...due }): Line[] => {
    const grant = due.kind === 'pension' ? benefitClass(due.classCode)?.afterDeath : null
    if (!grant) return []
    const amountFen = (yearOf(due) * BigInt(grant.months)) / 12n
    return [{ ...due, kind: 'deathGrant', month: died + 1, paidIn: died + 1, amountFen, times: grant.months, article: grant.article }]
  })
}
