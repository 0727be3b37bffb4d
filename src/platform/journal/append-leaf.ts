import type { AccountId } from '../../kernel/id.ts'
import { bureauOf, type UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'
import { canonical } from './canonical.ts'

/** Something that was done beside the actions: by a job, or by opening a stored file. */
export interface LeafOfWork {
  readonly id: string
  readonly name: string
  readonly unitCode: UnitCode
  readonly accountId: AccountId
  readonly at: string
  /** The person (or other row) that it is about. */
  readonly subject?: string
  /** Codes, ids and counts only, never personal data. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** Appends a leaf to the journal of the unit's bureau (format 1). Last before the commit: the chain's head is locked until then. */
export async function appendLeaf(tx: Tx, leaf: LeafOfWork): Promise<void> {
  const canon = canonical({
    account: leaf.accountId,
    action: leaf.name,
    at: leaf.at,
    detail: leaf.detail,
    id: leaf.id,
    subject: leaf.subject,
    unit: leaf.unitCode,
  })
  await tx.query('select spine.append_leaf($1, $2, $3, $4, $5, $6, $7)', [
    bureauOf(leaf.unitCode),
    leaf.unitCode,
    leaf.name,
    leaf.accountId,
    leaf.subject ?? null,
    leaf.at,
    canon,
  ])
}
