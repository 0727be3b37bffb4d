import type { BureauCode } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { FundKind } from '../contract-words.ts'
import { unitOf } from './hands.ts'
import { openBooks } from './lock-books.ts'

export interface NewFund {
  readonly id: string
  readonly bureau: BureauCode
  readonly parentId: string | null
  readonly fundKind: FundKind
  readonly name: string
  /** An earmark: money of the fund moves for this purpose only. */
  readonly purpose: string | null
  /** The module by whose own records it moves; left out: it is moved by hand in the books. */
  readonly keptBy?: 'assistance'
  readonly at: string
  readonly by: string
}

export type OpenFundRefusal = { code: 'name-taken' } | { code: 'parent-unknown' } | { code: 'parent-of-other-kind' } | { code: 'id-taken' }

/** Opens a fund, below another one of its kind or at the top. The same again is the same fund. */
export async function openFund(tx: Tx, fund: NewFund): Promise<Result<{ accountId: string }, OpenFundRefusal>> {
  const { id, bureau, parentId, fundKind, name, purpose, keptBy = null, at, by } = fund
  if (parentId !== null) {
    const parent = await findFund(tx, bureau, parentId)
    if (!parent) return refuse({ code: 'parent-unknown' })
    if (parent.fund_kind !== fundKind) return refuse({ code: 'parent-of-other-kind' })
  }
  await openBooks(tx, bureau)
  const { rowCount } = await tx.query(
    `insert into ledger.accounts (bureau_code, id, unit_code, parent_id, kind, fund_kind, name, purpose, floor_fen, opened_at, opened_by, kept_by)
     values ($1, $2, $3, $4, 'fund', $5, $6, $7, 0, $8, $9, $10) on conflict do nothing`,
    [bureau, id, unitOf(bureau), parentId, fundKind, name, purpose, at, by, keptBy],
  )
  if (rowCount === 1) return ok({ accountId: id })
  const found = await findFund(tx, bureau, id)
  if (!found) return refuse({ code: 'name-taken' })
  const isSame = found.name === name && found.fund_kind === fundKind && found.parent_id === parentId && found.purpose === purpose
  return isSame ? ok({ accountId: id }) : refuse({ code: 'id-taken' })
}

async function findFund(tx: Tx, bureau: BureauCode, id: string) {
  const { rows } = await tx.query<{ name: string; fund_kind: FundKind; parent_id: string | null; purpose: string | null }>(
    `select name, fund_kind, parent_id, purpose from ledger.accounts where bureau_code = $1 and id = $2 and kind = 'fund'`,
    [bureau, id],
  )
  return rows[0]
}
