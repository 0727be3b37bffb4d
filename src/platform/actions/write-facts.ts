import { uuidv7 } from 'uuidv7'
import type { UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import type { Fact } from './context.ts'

/** Writes the facts of a job's step, in its transaction; an action's are written with its traces. */
export async function writeFacts(tx: Tx, { facts, unitCode }: { facts: readonly Fact[]; unitCode: UnitCode }): Promise<void> {
  if (facts.length === 0) return
  await tx.query(
    `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
     select left(f.unit_code, 6), f.id, f.kind, f.unit_code, f.on_day, f.quantity, f.person_ids, f.dimensions
       from jsonb_to_recordset($1::jsonb)
         as f(id uuid, kind text, unit_code text, on_day date, quantity bigint, person_ids uuid[], dimensions jsonb)`,
    [factRows(facts, unitCode)],
  )
}

/** Facts as the rows of spine.facts, in JSON. */
export const factRows = (facts: readonly Fact[], unitCode: UnitCode): string =>
  JSON.stringify(
    facts.map((fact) => ({
      id: uuidv7(),
      kind: fact.kind,
      unit_code: fact.unitCode ?? unitCode,
      on_day: fact.on,
      quantity: String(fact.quantity ?? 1),
      person_ids: fact.personIds ?? [],
      dimensions: fact.dimensions ?? {},
    })),
  )
