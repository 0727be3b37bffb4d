import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { PayeeChange } from '../../contract.ts'

export interface ChangeRow {
  readonly id: string
  readonly unitCode: UnitCode
  readonly personId: PersonId
  readonly origin: PayeeChange['origin']
  readonly bank: string
  readonly payee: Buffer
  readonly label: string
  readonly isOtherName: boolean
  readonly evidence: string
  readonly state: PayeeChange['state']
  readonly madeAt: string
  readonly madeBy: string
  readonly settledAt: string | null
  readonly why: string | null
}

const COLUMNS = `id, unit_code as "unitCode", person_id as "personId", origin, bank, payee, label, is_other_name as "isOtherName", evidence,
  state, made_at as "madeAt", made_by as "madeBy", settled_at as "settledAt", settled_why as why`

/** A change in the reader's range; with `lock` whatever is done to it is done one after the other. */
export async function findChange(tx: Tx, changeId: string, { lock = false } = {}): Promise<ChangeRow | undefined> {
  const { rows } = await tx.query<ChangeRow>(`select ${COLUMNS} from benefits.payee_changes where id = $1 ${lock ? 'for update' : ''}`, [
    changeId,
  ])
  return rows[0]
}

/** Where a change lies, for `where` of an action. */
export const placeOfChange = async ({ changeId }: { changeId: string }, { tx }: { tx: Tx }): Promise<UnitCode | undefined> =>
  (await findChange(tx, changeId))?.unitCode

/** The change of somebody that waits. */
export async function findWaiting(tx: Tx, bureau: string, personId: string): Promise<ChangeRow | undefined> {
  const { rows } = await tx.query<ChangeRow>(
    `select ${COLUMNS} from benefits.payee_changes where bureau_code = $1 and person_id = $2 and state = 'waiting'`,
    [bureau, personId],
  )
  return rows[0]
}

/** What was typed and waits, the oldest first; and what was settled last. */
export async function listChanges(tx: Tx, bureau: string, limit: number): Promise<{ waiting: ChangeRow[]; settled: ChangeRow[] }> {
  const waiting = await tx.query<ChangeRow>(
    `select ${COLUMNS} from benefits.payee_changes
      where bureau_code = $1 and state = 'waiting' and origin = 'entered' order by made_at, id limit $2`,
    [bureau, limit],
  )
  const settled = await tx.query<ChangeRow>(
    `select ${COLUMNS} from benefits.payee_changes where bureau_code = $1 and state <> 'waiting' order by settled_at desc, id desc limit $2`,
    [bureau, Math.min(limit, 30)],
  )
  return { waiting: waiting.rows, settled: settled.rows }
}

/** The accounts that somebody was paid to, the latest first. */
export async function listConfirmed(tx: Tx, bureau: string, personId: string): Promise<ChangeRow[]> {
  const { rows } = await tx.query<ChangeRow>(
    `select ${COLUMNS} from benefits.payee_changes
      where bureau_code = $1 and person_id = $2 and state = 'confirmed' order by settled_at desc, id desc limit 20`,
    [bureau, personId],
  )
  return rows
}

interface Between {
  readonly after: string | null
  readonly until: string | null
}

/** People whose account was confirmed between two moments: who sends a month wants to know of them. */
export async function countConfirmed(tx: Tx, bureau: string, { after, until }: Between): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(distinct person_id)::int as count from benefits.payee_changes
      where bureau_code = $1 and state = 'confirmed' and settled_at > coalesce($2::timestamptz, '-infinity')
        and settled_at <= coalesce($3::timestamptz, 'infinity')`,
    [bureau, after, until],
  )
  return rows[0]?.count ?? 0
}
