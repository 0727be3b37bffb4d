import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { BureauCode, UnitCode } from '../../../kernel/region-code.ts'

/** Whose hands a movement went through: the maker did not check it, and neither of them paid it (accounts of officers). */
export interface Hands {
  readonly madeBy: string
  readonly checkedBy: string | null
  readonly paidBy: string | null
}

/** When: the legal day that counts for periods, and the instant, ISO 8601 UTC. */
export interface Moment {
  readonly on: PlainDate
  readonly at: string
}

/** Whether no two of the three are one person. */
export const areApart = ({ madeBy, checkedBy, paidBy }: Hands): boolean => {
  const known = [madeBy, checkedBy, paidBy].filter((one) => one !== null)
  return new Set(known).size === known.length
}

/** The bureau as a unit: whose name its books stand in. */
export const unitOf = (bureau: BureauCode): UnitCode => `${bureau}000000` as UnitCode
