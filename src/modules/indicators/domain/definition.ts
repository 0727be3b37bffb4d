import type { Derived, Peak } from './derived.ts'

/**
 * What is counted, by its measure word: 人 ≠ 人次 ≠ 次 ≠ 件 ≠ 处. Two figures compare or add up only where they are of one
 * kind. `time` is 次 of anything but visits, `organisation` 家, `team` 支, `post` and `trade` 个, `copy` 份, `institution` 所, `sort` 种,
 * `clause` 项. A `date` is a number to be read: 20190130, 201901 or 2019; it is neither added nor compared.
 */
export const UNIT_KINDS = [
  'person',
  'personTime',
  'visit',
  'place',
  'unit',
  'item',
  'fen',
  'percent',
  'perThousand',
  'household',
  'event',
  'day',
  'time',
  'team',
  'post',
  'trade',
  'organisation',
  'institution',
  'copy',
  'award',
  'year',
  'date',
  'tier',
  'sort',
  'clause',
  'squareMetre',
  'print',
  'edition',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Which facts count: of one kind, and of those the ones whose dimensions bear one of the words named. */
export interface Counting {
  /** `sum` adds quantities, `turnouts` quantities times persons (人次), `distinct` persons once (人), `stock` ± up to a day. */
  readonly form: 'sum' | 'turnouts' | 'distinct' | 'stock'
  readonly kind: string
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined
  /** The dimension by which the figure can be split. */
  readonly splitBy?: string | undefined
}

/** One figure over another, times `per`: 100 for a share, 1000 for a rate. */
export interface Ratio {
  readonly form: 'ratio'
  readonly over: string
  readonly under: string
  readonly per: number
}

export type Formula = Counting | Ratio | Derived

/** A dated definition of an indicator: valid from the first day to the day before `validTo`. */
export interface Definition {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The formula in words, for whoever asks what a figure means. */
  readonly meaningZh: string
  readonly meaningEn: string
  readonly unitKind: UnitKind
  readonly formula: Formula
  /** Which way is better, where there is one. */
  readonly better: 'higher' | 'lower' | 'neither'
  /** The indicator a ranking divides by, so that large and small places compare; a ratio has its own. */
  readonly fair?: { readonly under: string; readonly per: number } | undefined
  readonly validFrom: string
  readonly validTo?: string | undefined
}

const COUNTED = ['sum', 'turnouts', 'distinct', 'stock']

export const isCounted = (formula: Formula): formula is Counting => COUNTED.includes(formula.form)

/** Whether it chooses facts by itself, and not by another indicator. */
export const choosesFacts = (formula: Formula): formula is Counting | Peak => 'kind' in formula

/** The indicators that a formula is worked out from; none where it takes facts or a setting. */
export function namedBy(formula: Formula): string[] {
  if (formula.form === 'ratio') return [formula.over, formula.under]
  if (formula.form === 'total') return [...formula.of]
  if (formula.form === 'places' && formula.having) {
    const { of, from, below } = formula.having
    return [formula.of, of, ...(from === undefined ? [] : [from]), ...(below === undefined ? [] : [below])]
  }
  return 'of' in formula ? [formula.of] : []
}

export const isRatio = (formula: Formula): formula is Ratio => formula.form === 'ratio'

const indexes = new WeakMap<readonly Definition[], ReadonlyMap<string, readonly Definition[]>>()

/** The versions of an indicator, the earliest first. Each set of definitions is put in order once. */
export function versionsOf(definitions: readonly Definition[], code: string): readonly Definition[] {
  const known = indexes.get(definitions)
  if (known) return known.get(code) ?? []
  const index = new Map<string, Definition[]>()
  for (const definition of definitions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)))
    index.set(definition.code, [...(index.get(definition.code) ?? []), definition])
  indexes.set(definitions, index)
  return index.get(code) ?? []
}

/** Every indicator behind some, themselves included. */
export function codesBehind(definitions: readonly Definition[], codes: readonly string[]): string[] {
  const found = new Set<string>()
  const follow = (code: string): void => {
    if (found.has(code)) return
    found.add(code)
    for (const { formula } of versionsOf(definitions, code)) for (const named of namedBy(formula)) follow(named)
  }
  for (const code of codes) follow(code)
  return [...found]
}

/** Codes that an indicator is computed from: its own, or of one that is worked out those behind it, in the end only counted ones. */
export const countedCodes = (definitions: readonly Definition[], code: string): string[] =>
  codesBehind(definitions, [code]).filter((one) => versionsOf(definitions, one).some(({ formula }) => isCounted(formula)))
