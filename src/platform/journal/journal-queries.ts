import type { AccountId } from '../../kernel/id.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { BureauCode, CodeRange, UnitCode } from '../../kernel/region-code.ts'
import type { Tx } from '../database/tx.ts'

export interface LeafRow {
  bureau_code: BureauCode
  seq: bigint
  unit_code: UnitCode
  action_name: string
  account_id: AccountId
  subject_id: string | null
  recorded_at: string
  canon: string
}

/** The last leaf of the page before. */
export interface LeafPlace {
  readonly recordedAt: string
  readonly seq: string
  readonly bureauCode: string
}

export interface JournalPage {
  readonly range: CodeRange
  readonly from: PlainDate | undefined
  readonly to: PlainDate | undefined
  readonly actionName: string | undefined
  readonly accountId: string | undefined
  readonly subjectId: string | undefined
  readonly before: LeafPlace | undefined
  readonly limit: number
}

/**
 * A page of leaves, newest first, with one more than asked where there are more. Each bureau's newest leaves are read by
 * their own index and then merged, so that a province costs its number of bureaus and not its number of leaves.
 */
export async function listLeafRows(tx: Tx, page: JournalPage): Promise<LeafRow[]> {
  const { rows } = await tx.query<LeafRow>(
    `select l.* from spine.heads h cross join lateral (
       select bureau_code, seq, unit_code, action_name, account_id, subject_id, recorded_at, canon from spine.leaves
        where bureau_code = h.bureau_code and unit_code >= $1 and unit_code < $2
          and recorded_at >= coalesce(($3::date)::timestamp at time zone 'Asia/Shanghai', '-infinity')
          and recorded_at < coalesce(($4::date + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity')
          and ($5::text is null or action_name = $5)
          and ($6::uuid is null or account_id = $6)
          and ($7::uuid is null or subject_id = $7)
          and (recorded_at, seq, bureau_code) < ($8, $9, $10)
        order by recorded_at desc, seq desc limit $11) l
      where h.bureau_code >= left($1, 6) and h.bureau_code < $2
      order by l.recorded_at desc, l.seq desc, l.bureau_code desc limit $11`,
    [
      page.range.lo,
      page.range.hi,
      page.from ?? null,
      page.to ?? null,
      page.actionName ?? null,
      page.accountId ?? null,
      page.subjectId ?? null,
      page.before?.recordedAt ?? 'infinity',
      page.before?.seq ?? '0',
      page.before?.bureauCode ?? '',
      page.limit + 1,
    ],
  )
  return rows
}

/** What the accounts of some leaves are called, where they are in the transaction's range. */
export async function findAccountNames(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, { name: string; login: string }>> {
  const { rows } = await tx.query<{ id: AccountId; name: string; login: string }>(
    'select id, name, login from access.accounts where id = any($1::uuid[])',
    [[...new Set(ids)]],
  )
  return new Map(rows.map(({ id, name, login }) => [id, { name, login }]))
}

/** Which of these accounts are those of persons on their phones. */
export async function findPersonal(tx: Tx, ids: readonly AccountId[]): Promise<Set<AccountId>> {
  const { rows } = await tx.query<{ id: AccountId }>('select access.personal_among($1::uuid[]) as id', [[...new Set(ids)]])
  return new Set(rows.map(({ id }) => id))
}

export interface HeadRow {
  bureau_code: BureauCode
  seq: bigint
  hash: Buffer
}

/** The ends of the chains in a range, by code, with one more than asked where there are more. */
export async function listHeadRows(tx: Tx, page: { range: CodeRange; after: string; limit: number }): Promise<HeadRow[]> {
  const { rows } = await tx.query<HeadRow>(
    `select bureau_code, seq, hash from spine.heads
      where bureau_code >= left($1, 6) and bureau_code < $2 and bureau_code > $3 order by bureau_code limit $4`,
    [page.range.lo, page.range.hi, page.after, page.limit + 1],
  )
  return rows
}
