import { addDays, daysBetween, type PlainDate } from '../../src/kernel/plain-date.ts'
import type { Tier } from '../../src/kernel/region-code.ts'
import { type Dice, diceOf } from '../dice.ts'
import type { ScenarioGround, ScenarioPlace } from './scenario.ts'

export const placesAt = ({ places }: ScenarioGround, ...tiers: readonly Tier[]): readonly ScenarioPlace[] =>
  places.filter(({ tier }) => tiers.includes(tier))

/** A day of a span, both ends included. */
export const dayWithin = (dice: Dice, from: string, to: string): PlainDate =>
  addDays(from as PlainDate, dice.below(daysBetween(from as PlainDate, to as PlainDate) + 1))

/** Who signs what a unit records. */
export const signerOf = (unitCode: string): string => diceOf('signer', unitCode).uuid(Date.parse('2018-11-01'))

/** Whole yuan as the money field of a record takes it: fen, as text. */
export const fenOf = (yuan: number): string => String(yuan * 100)
