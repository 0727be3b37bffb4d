/**
 * What is counted, by its measure word: 人 ≠ 人次 ≠ 次 ≠ 件 ≠ 处. Two figures compare or add up only where they are of one
 * kind. `time` is 次 of anything but visits, `organisation` 家, `team` 支, `post` and `trade` 个, `copy` 份, `institution` 所.
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

export type Formula = Counting | Ratio

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

export const isRatio = (formula: Formula): formula is Ratio => formula.form === 'ratio'

/** Codes that an indicator is computed from: its own, or for a ratio those below it, in the end only counted ones. */
export function countedCodes(definitions: readonly Definition[], code: string): string[] {
  const versions = definitions.filter((definition) => definition.code === code)
  return [
    ...new Set(
      versions.flatMap(({ formula }) =>
        isRatio(formula) ? [...countedCodes(definitions, formula.over), ...countedCodes(definitions, formula.under)] : [code],
      ),
    ),
  ]
}
