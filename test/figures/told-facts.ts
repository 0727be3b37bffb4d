import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { withScope } from '../../src/platform/database/scope.ts'

/** A fact as a test tells it. */
export interface ToldFact {
  readonly kind: string
  readonly unit: string
  readonly on: string
  readonly quantity: number
  readonly persons: readonly string[]
  readonly dimensions: Readonly<Record<string, string>>
}

export const wholeNation = { lo: '0', hi: ':' } as const

/** Writes facts in one transaction, as actions do. */
export async function tellFacts(pool: Pool, facts: readonly ToldFact[]): Promise<void> {
  const rows = facts.map((fact) => ({
    id: uuidv7(),
    kind: fact.kind,
    unit_code: fact.unit,
    on_day: fact.on,
    quantity: fact.quantity,
    person_ids: fact.persons,
    dimensions: fact.dimensions,
  }))
  await withScope(pool, wholeNation, 'write', (tx) =>
    tx.query(
      `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
       select left(f.unit_code, 6), f.id, f.kind, f.unit_code, f.on_day, f.quantity, f.person_ids, f.dimensions
         from jsonb_to_recordset($1::jsonb)
           as f(id uuid, kind text, unit_code text, on_day date, quantity bigint, person_ids uuid[], dimensions jsonb)`,
      [JSON.stringify(rows)],
    ),
  )
}
