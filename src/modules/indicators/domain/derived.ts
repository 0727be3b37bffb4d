import type { Tier } from '../../../kernel/region-code.ts'

/** `own`: only what the unit at the very place recorded; `within`: also everything below it. */
export type Reach = 'own' | 'within'

/** The day on which an indicator first came to something, as a number: 20190130, 201901 or 2019. */
export interface First {
  readonly form: 'first'
  readonly of: string
  readonly to: 'day' | 'month' | 'year'
  readonly reach: Reach
}

/** Whole years from that first day to the end of the period (建设年数). */
export interface Span {
  readonly form: 'span'
  readonly of: string
}

/** Years without a gap, up to the last of the period, in each of which an indicator came to at least so much (连续 N 年). */
export interface Streak {
  readonly form: 'streak'
  readonly of: string
  readonly atLeast: number
}

/** Months of the period in which an indicator came to something. */
export interface Months {
  readonly form: 'months'
  readonly of: string
}

/** How many words of a dimension an indicator has something of: 四级, 六送, 七种职责. */
export interface Parts {
  readonly form: 'parts'
  readonly of: string
  readonly by: string
}

/** How many places of some tiers have something of an indicator. */
export interface Places {
  readonly form: 'places'
  readonly of: string
  readonly tiers: readonly Exclude<Tier, 'nation'>[]
  readonly reach: Reach
  /** Only places where another indicator lies in a band; its ends are codes of settings, the upper one outside the band. */
  readonly having?: { readonly of: string; readonly from?: string | undefined; readonly below?: string | undefined } | undefined
}

/** The greatest quantity of one fact, of those of the period or, where they stand, up to its end: an edition, a rate. */
export interface Peak {
  readonly form: 'peak'
  readonly kind: string
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined
  readonly stands: boolean
}

/** Months or weeks of the period, begun ones as their part of it: what a rate divides by. */
export interface Calendar {
  readonly form: 'calendar'
  readonly unit: 'month' | 'week'
}

/** A number that the network works by, from where it is set (`server/derived/settings.ts`). */
export interface Setting {
  readonly form: 'setting'
  readonly name: string
}

/** Indicators of one kind of unit, added up. */
export interface Total {
  readonly form: 'total'
  readonly of: readonly string[]
}

/** What is read from facts by some key of theirs: a day, a year, a place, a word. */
export type Keyed = First | Span | Streak | Months | Parts | Places | Peak

export type Derived = Keyed | Calendar | Setting | Total

const KEYED = ['first', 'span', 'streak', 'months', 'parts', 'places', 'peak']

export const isKeyed = (formula: { readonly form: string }): formula is Keyed => KEYED.includes(formula.form)
