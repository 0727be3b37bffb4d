import { uuidv7 } from 'uuidv7'
import type { BureauCode } from '../../../kernel/region-code.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { unitOf } from './hands.ts'
import { openBooks } from './lock-books.ts'

/** Accounts that each bureau has once: they are no funds, and nobody opens them by hand. */
const SYSTEM = {
  source: { name: '外部来源', floorFen: null },
  transit: { name: '下达在途', floorFen: '0' },
  granted: { name: '已下达', floorFen: null },
  clearing: { name: '银行在途', floorFen: '0' },
  spent: { name: '已支付', floorFen: null },
} as const

export type SystemAccount = keyof typeof SYSTEM

const FIND = prepared('select id from ledger.accounts where bureau_code = $1 and kind = $2')

/** The id of a bureau's system account, which is opened when first needed. Two at once open one. */
export async function systemAccount(
  tx: Tx,
  { bureau, kind, by, at }: { bureau: BureauCode; kind: SystemAccount; by: string; at: string },
): Promise<string> {
  const find = async () => (await tx.query<{ id: string }>(FIND, [bureau, kind])).rows[0]?.id
  const known = await find()
  if (known !== undefined) return known
  await openBooks(tx, bureau)
  await tx.query(
    `insert into ledger.accounts (bureau_code, id, unit_code, kind, name, floor_fen, opened_at, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [bureau, uuidv7(), unitOf(bureau), kind, SYSTEM[kind].name, SYSTEM[kind].floorFen, at, by],
  )
  const opened = await find()
  if (opened === undefined) throw new Error(`the account ${kind} of ${bureau} cannot be opened: its name is taken`)
  return opened
}
