import type { Tx } from '../../../../platform/database/tx.ts'

/** Something of the books to be looked at. A posting or batch of that id need not exist: then nothing may speak of it. */
export interface Part {
  readonly bureau: string
  readonly kind: 'posting' | 'account' | 'batch'
  readonly id: string
}

export interface Moved extends Part {
  /** Of this movement of it: what bears the same mark was looked at already. */
  readonly mark: string
}

/**
 * What has moved after an instant, by the keys of time: postings and the accounts of their entries, accounts that something
 * was held on or given free, new accounts, and batches that took a step.
 */
export async function findMoved(tx: Tx, since: string): Promise<readonly Moved[]> {
  const { rows } = await tx.query<Moved>(
    `with posted as materialized (select bureau_code, id from ledger.postings where recorded_at > $1)
     select bureau_code as bureau, 'posting' as kind, id, id::text as mark from posted
     union all
     select e.bureau_code, 'account', e.account_id, 'a' || e.account_id || e.posting_id
       from posted p join ledger.entries e on e.bureau_code = p.bureau_code and e.posting_id = p.id
     union all
     select bureau_code, 'account', account_id, 'h' || id from ledger.holds where held_at > $1
     union all
     select bureau_code, 'account', account_id, 's' || id from ledger.holds where settled_at > $1
     union all
     select bureau_code, 'account', id, 'o' || id from ledger.accounts where opened_at > $1
     union all
     select bureau_code, 'batch', id, id || state || coalesce(checked_at::text, '') from ledger.batches
      where greatest(opened_at, checked_at, filed_at, paid_at, reconciled_at) > $1`,
    [since],
  )
  return rows
}
