import { uuidv7 } from 'uuidv7'
import type { UnitCode } from '../../kernel/region-code.ts'
import { bigintColumn, dateColumn, freshUuidColumn, textColumn, uuidColumn } from '../database/column-arrays.ts'
import type { Tx } from '../database/tx.ts'
import type { Fact } from './context.ts'

/** Writes the facts of a job's step, in its transaction; an action's are written with its traces. */
export async function writeFacts(tx: Tx, { facts, unitCode }: { facts: readonly Fact[]; unitCode: UnitCode }): Promise<void> {
  if (facts.length > 0) await insertFacts(tx, factColumns(facts, unitCode))
}

/** The same facts as columns: a thread makes them for `insertFacts`. Nearly every fact is of one person, who needs no list. */
export const factColumns = (facts: readonly Fact[], unitCode: UnitCode): Buffer[] => [
  freshUuidColumn(facts.length),
  textColumn(facts.map(({ kind }) => kind)),
  textColumn(facts.map((fact) => fact.unitCode ?? unitCode)),
  dateColumn(facts.map(({ on }) => on)),
  bigintColumn(facts.map(({ quantity }) => quantity ?? 1)),
  uuidColumn(facts.map(({ personIds }) => personIds?.[0] ?? null)),
  textColumn(facts.map(({ personIds }) => (personIds && personIds.length > 1 ? `{${personIds.join(',')}}` : null))),
  textColumn(facts.map(({ dimensions }) => JSON.stringify(dimensions ?? {}))),
]

/** Writes facts that are columns already. @param of only those whose first person is one of these */
export async function insertFacts(tx: Tx, columns: readonly Buffer[], of: Buffer | null = null): Promise<void> {
  await tx.query(
    `insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
     select left(f.unit_code, 6), f.id, f.kind, f.unit_code, f.on_day, f.quantity,
            case when f.all_of_them is not null then f.all_of_them::uuid[] when f.person_id is null then '{}' else array[f.person_id] end,
            f.dimensions::jsonb
       from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::bigint[], $6::uuid[], $7::text[], $8::text[])
         as f(id, kind, unit_code, on_day, quantity, person_id, all_of_them, dimensions)
      where $9::uuid[] is null or f.person_id = any($9)`,
    [...columns, of],
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
