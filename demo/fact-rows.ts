import type { PlainDate } from '../src/kernel/plain-date.ts'
import type { TableCopier } from './copy-tables.ts'
import type { Dice } from './dice.ts'

export interface DemoFact {
  readonly kind: string
  readonly on: PlainDate
  readonly unitCode: string
  readonly quantity?: number
  readonly personIds?: readonly string[]
  readonly dimensions?: Readonly<Record<string, string>>
}

const midnights = new Map<string, number>()

/** The first instant of a day: asked for a million times, of a few thousand days. */
function midnightOf(day: PlainDate): number {
  const known = midnights.get(day) ?? Date.parse(day)
  midnights.set(day, known)
  return known
}

const TARGET = 'spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)'

/** Writes a fact as an action would have emitted it. */
export function writeFact(copier: TableCopier, dice: Dice, fact: DemoFact): void {
  const { kind, on, unitCode, quantity = 1, personIds = [], dimensions } = fact
  const bureau = unitCode.slice(0, 6)
  const said = dimensions === undefined ? '{}' : JSON.stringify(dimensions)
  copier.row(TARGET, [bureau, dice.uuid(midnightOf(on)), kind, unitCode, on, quantity, personIds, said])
}
