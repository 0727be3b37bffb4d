import type { Dimensions } from '../domain/measures.ts'

/** A fact as the fold and the reading take it from the spine. */
export interface FactRow {
  readonly unit_code: string
  readonly on_day: string
  readonly quantity: bigint | number
  readonly person_ids: readonly string[]
  readonly kind: string
  readonly dimensions: Dimensions
}

/** What a fact adds to a figure: its quantity, or as 人次 its quantity times its persons. */
export const addsTo = (form: string, quantity: number, persons: number): number => (form === 'turnouts' ? quantity * persons : quantity)
