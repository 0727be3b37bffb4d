import type { Text } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import type { AssessmentKey } from './messages-assessments.ts'

export type AssessedRow = SeenAssessment['rows'][number]
export type AssessmentPoint = AssessedRow['points'][number]
type Item = NonNullable<SeenAssessment['scheme']>['items'][number]

export type SizeBand = NonNullable<AssessedRow['sizeBand']>

/** Rows by their size, in the order in which they come. */
export function bySize(rows: readonly AssessedRow[]): { band: SizeBand | null; rows: AssessedRow[] }[] {
  const codes = [...new Set(rows.map(({ sizeBand }) => sizeBand?.code))]
  return codes.map((code) => {
    const own = rows.filter(({ sizeBand }) => sizeBand?.code === code)
    return { band: own[0]?.sizeBand ?? null, rows: own }
  })
}

/** The sentence that names what records add or take. */
export const sideOf = (each: number): 'assess.bonus' | 'assess.deduction' => (each > 0 ? 'assess.bonus' : 'assess.deduction')

/** How a value earns points, as sentences of the page. */
export function ruleSentences(item: Item, text: Text<AssessmentKey>): string[] {
  if ('floor' in item) return [text('assess.point.boundsWords', { floor: item.floor, target: item.target })]
  const reaching = item.better === 'higher' ? 'assess.point.from' : 'assess.point.upTo'
  const [only, ...more] = item.steps
  if (only && more.length === 0) return [text('assess.point.yesNo', { reached: text(reaching, { bound: only.reaches }) })]
  return item.steps.map(({ reaches, percent }) => text('assess.point.step', { reached: text(reaching, { bound: reaches }), percent }))
}

/** Points of a hundred, of their hundredths: 87.25. */
export const pointsText = (hundredths: number | null): string => (hundredths === null ? '–' : (hundredths / 100).toFixed(2))

/** What records add or take, with its sign: +1.50, −0.40. */
export const movedText = (hundredths: number | null): string =>
  hundredths === null || hundredths === 0 ? pointsText(hundredths) : `${hundredths > 0 ? '+' : '−'}${pointsText(Math.abs(hundredths))}`

export const earnedText = ({ earned, each }: Pick<AssessmentPoint, 'earned' | 'each'>): string =>
  each === undefined ? pointsText(earned) : movedText(earned)

/** A fair value, as it is compared. */
export const valueText = (value: number | null): string => (value === null ? '–' : value.toFixed(1))

/** What is shown of a point when it is opened. */
export interface OpenPoint {
  readonly place: { readonly code: string; readonly name: string }
  readonly point: AssessmentPoint
  readonly item: Item | undefined
}

/** Weights as they are typed: those that differ from the scheme's, and undefined where none does. */
export function changedWeights(items: readonly Item[], typed: Readonly<Record<string, number>>): Record<string, number> | undefined {
  const changed = items.filter(({ indicator, weight }) => (typed[indicator] ?? weight) !== weight)
  if (changed.length === 0) return undefined
  return Object.fromEntries(changed.map(({ indicator }) => [indicator, typed[indicator] ?? 0]))
}
