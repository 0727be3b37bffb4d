import type { BureauCode, RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

export interface Proposal {
  readonly bureau: BureauCode
  readonly id: string
  readonly unitCode: UnitCode
  readonly kind: 'income' | 'shift' | 'allocate' | 'reversal'
  readonly from: string | null
  readonly fromName: string | null
  readonly to: string | null
  readonly toName: string | null
  readonly toUnitCode: RegionCode | null
  readonly reverses: string | null
  readonly amountFen: bigint
  readonly purpose: string | null
  readonly memo: string
  readonly state: 'waiting' | 'approved' | 'declined'
  readonly madeBy: string
  readonly madeAt: string
}

const COLUMNS = `
  p.bureau_code as bureau, p.id, p.unit_code as "unitCode", p.kind, p.from_account_id as "from", f.name as "fromName",
  p.to_account_id as "to", t.name as "toName", p.to_unit_code as "toUnitCode", p.reverses_id as reverses, p.amount_fen as "amountFen",
  p.purpose, p.memo, p.state, p.made_by as "madeBy", p.made_at as "madeAt"
  from ledger.proposals p
  left join ledger.accounts f on f.bureau_code = p.bureau_code and f.id = p.from_account_id
  left join ledger.accounts t on t.bureau_code = p.bureau_code and t.id = p.to_account_id`

/** A proposal in the reader's range. */
export async function findProposal(tx: Tx, proposalId: string): Promise<Proposal | undefined> {
  const { rows } = await tx.query<Proposal & { amountFen: bigint }>(`select ${COLUMNS} where p.id = $1`, [proposalId])
  return rows[0] && { ...rows[0], amountFen: BigInt(rows[0].amountFen) }
}

/** The same, locked: two who approve at once do so one after the other. @throws where it is not there */
export async function lockProposal(tx: Tx, bureau: BureauCode, proposalId: string): Promise<Proposal> {
  await tx.query('select from ledger.proposals where bureau_code = $1 and id = $2 for update', [bureau, proposalId])
  const found = await findProposal(tx, proposalId)
  if (!found) throw new Error('the proposal has gone')
  return found
}

/** What waits in the books of a bureau, the oldest first. */
export async function listWaiting(tx: Tx, bureau: BureauCode): Promise<readonly Proposal[]> {
  const { rows } = await tx.query<Proposal & { amountFen: bigint }>(
    `select ${COLUMNS} where p.bureau_code = $1 and p.state = 'waiting' order by p.made_at, p.id limit 200`,
    [bureau],
  )
  return rows
}
