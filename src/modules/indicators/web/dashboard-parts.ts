import type { z } from 'zod'
import type { dashboard, Figure, Indicator, Value } from '../contract.ts'
import type { Focus, Target } from './focus.ts'
import type { PeriodKind } from './period.ts'

export type Dashboard = z.infer<typeof dashboard.output>
export type Tile = Dashboard['tiles'][number]
export type Indicators = ReadonlyMap<string, Indicator>

/** What every part of the page knows: where, when, what is looked at, and what should be reached. */
export interface Looking {
  readonly kind: PeriodKind
  readonly focus: Focus
  readonly target: Target
  readonly indicators: Indicators
}

/** The figure of an indicator among several; undefined where the server gave none. */
export const figureOf = (figures: readonly Figure[], code: string): Figure | undefined => figures.find((figure) => figure.code === code)

/** The children as tiles: what the place's own unit did belongs to none of them. */
export const childrenOf = ({ tiles }: Dashboard): Tile[] => tiles.filter(({ key }) => key !== 'own')

/** A share with both its parts, or undefined where nothing can be divided. */
export function shareOf(value: Value | undefined): { value: number; numerator: number; denominator: number } | undefined {
  if (typeof value?.value !== 'number' || value.numerator === undefined || value.denominator === undefined) return undefined
  return { value: value.value, numerator: value.numerator, denominator: value.denominator }
}
