import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { BureauCode } from '../../../kernel/region-code.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { AccountState } from '../domain/check-posting.ts'
import { unitOf } from './hands.ts'

export interface Books {
  readonly closedThroughOn: PlainDate | null
  readonly isStopped: boolean
}

const LOCK_BOOKS = prepared(
  'select closed_through_on, stopped_at is not null as is_stopped from ledger.books where bureau_code = $1 for share',
)
const LOCK_BOOKS_ALONE = prepared(
  'select closed_through_on, stopped_at is not null as is_stopped from ledger.books where bureau_code = $1 for update',
)

/** Locks a bureau's books for a movement, or alone for closing and stopping; undefined where it has none yet. */
export async function lockBooks(tx: Tx, bureau: BureauCode, how: 'shared' | 'alone' = 'shared'): Promise<Books | undefined> {
  const { rows } = await tx.query<{ closed_through_on: PlainDate | null; is_stopped: boolean }>(
    how === 'alone' ? LOCK_BOOKS_ALONE : LOCK_BOOKS,
    [bureau],
  )
  const found = rows[0]
  return found && { closedThroughOn: found.closed_through_on, isStopped: found.is_stopped }
}

/** Opens a bureau's books where it has none. Two at once open one. */
export async function openBooks(tx: Tx, bureau: BureauCode): Promise<void> {
  await tx.query('insert into ledger.books (bureau_code, unit_code) values ($1, $2) on conflict (bureau_code) do nothing', [
    bureau,
    unitOf(bureau),
  ])
}

interface AccountRow {
  readonly id: string
  readonly balance_fen: bigint
  readonly held_fen: bigint
  readonly floor_fen: bigint | null
  readonly purpose: string | null
}

const LOCK_ACCOUNTS = prepared(
  `select id, balance_fen, held_fen, floor_fen, purpose from ledger.accounts
    where bureau_code = $1 and id = any($2::uuid[]) order by id for no key update`,
)

/** Locks accounts of one bureau, always in the order of their ids, so that two movements never wait for each other. */
export async function lockAccounts(tx: Tx, bureau: BureauCode, ids: readonly string[]): Promise<ReadonlyMap<string, AccountState>> {
  const { rows } = await tx.query<AccountRow>(LOCK_ACCOUNTS, [bureau, [...new Set(ids)]])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        balanceFen: BigInt(row.balance_fen),
        heldFen: BigInt(row.held_fen),
        floorFen: row.floor_fen === null ? null : BigInt(row.floor_fen),
        purpose: row.purpose,
      },
    ]),
  )
}
