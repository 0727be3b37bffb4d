import type { SeenAssessment } from '../../contract.ts'

export type AssessedRow = SeenAssessment['rows'][number]
export type AssessmentPoint = AssessedRow['points'][number]
type Item = NonNullable<SeenAssessment['scheme']>['items'][number]

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
