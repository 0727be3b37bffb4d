import type { UnitCode } from '../../kernel/region-code.ts'
import { bureauOf } from '../../kernel/region-code.ts'
import type { Actor } from '../access/actor.ts'
import { prepared } from '../database/prepared.ts'
import type { Tx } from '../database/tx.ts'
import { canonical } from '../journal/canonical.ts'
import type { Fact } from './context.ts'
import { factRows } from './write-facts.ts'

/** All that an action leaves behind besides its own rows. */
export interface Traces {
  readonly actor: Actor
  readonly actionId: string
  readonly actionName: string
  readonly unitCode: UnitCode
  readonly at: string
  readonly bodyHash: Buffer
  readonly answer: Buffer
  readonly facts: readonly Fact[]
  readonly subject: string | undefined
  readonly detail: Readonly<Record<string, unknown>>
}

/** The exact text that is hashed into the journal (format 1). */
const leafText = (traces: Traces): string =>
  canonical({
    account: traces.actor.accountId,
    action: traces.actionName,
    at: traces.at,
    body: traces.bodyHash.toString('hex'),
    detail: traces.detail,
    id: traces.actionId,
    subject: traces.subject,
    unit: traces.unitCode,
  })

const WRITE_TRACES = prepared(
  `with receipt as (
     insert into spine.receipts (bureau_code, account_id, action_id, unit_code, action_name, body_hash, refused, answer, recorded_at)
     values (left($1, 6), $2, $3, $1, $4, $5, false, $6, $7)
   ), fact as (
     insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
     select left(f.unit_code, 6), f.id, f.kind, f.unit_code, f.on_day, f.quantity, f.person_ids, f.dimensions
       from jsonb_to_recordset($8::jsonb)
         as f(id uuid, kind text, unit_code text, on_day date, quantity bigint, person_ids uuid[], dimensions jsonb)
   )
   select spine.append_leaf($9, $10, $4, $2, $11, $7, $12)`,
)

/**
 * Writes receipt, facts and journal leaf in one statement that travels with the commit: the chain's head is locked for
 * no journey of ours.
 */
export function writeTraces(tx: Tx, traces: Traces): void {
  const actor = traces.actor
  tx.queryLast(WRITE_TRACES, [
    actor.unitCode,
    actor.accountId,
    traces.actionId,
    traces.actionName,
    traces.bodyHash,
    traces.answer,
    traces.at,
    factRows(traces.facts, traces.unitCode),
    bureauOf(traces.unitCode),
    traces.unitCode,
    traces.subject ?? null,
    leafText(traces),
  ])
}

const WRITE_REFUSAL = prepared(
  `insert into spine.receipts (bureau_code, account_id, action_id, unit_code, action_name, body_hash, refused, answer, recorded_at)
   values (left($1, 6), $2, $3, $1, $4, $5, true, $6, $7)`,
)

/** Keeps a refusal, so that the same message again is refused in the same words. Its effects have been rolled back. */
export async function writeRefusal(tx: Tx, traces: Omit<Traces, 'facts' | 'subject' | 'detail' | 'unitCode'>): Promise<void> {
  await tx.query(WRITE_REFUSAL, [
    traces.actor.unitCode,
    traces.actor.accountId,
    traces.actionId,
    traces.actionName,
    traces.bodyHash,
    traces.answer,
    traces.at,
  ])
}
