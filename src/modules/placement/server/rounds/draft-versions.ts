import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { RoundRow } from './round-rows.ts'

type Key = Pick<RoundRow, 'id' | 'unit_code'>

/** The posts of a round in the order of their short codes. */
export async function postsOfDraft(tx: Tx, { id, unit_code }: Key): Promise<{ code: string; post_id: string }[]> {
  const { rows } = await tx.query<{ code: string; post_id: string }>(
    'select code, post_id from placement.round_posts where bureau_code = left($2, 6) and round_id = $1 order by code',
    [id, unit_code],
  )
  return rows
}

export interface VersionRow {
  readonly version: number
  readonly title: string
  readonly posts: number
  readonly draw_on: PlainDate
  readonly changed_at: Date
  readonly by_name: string
}

/** Versions that were given up, the oldest first: the one that stands is the next. */
export async function listVersions(tx: Tx, { id, unit_code }: Key): Promise<VersionRow[]> {
  const { rows } = await tx.query<VersionRow>(
    `select version, title, cardinality(post_ids) as posts, draw_on, changed_at, by_name
       from placement.draft_versions where bureau_code = left($2, 6) and round_id = $1 order by version`,
    [id, unit_code],
  )
  return rows
}

/** Keeps what the draft says now under its number, before it is changed. */
export async function keepVersion(
  { tx, now, actor }: ActionContext,
  round: RoundRow,
  { version, postIds }: { version: number; postIds: readonly string[] },
): Promise<void> {
  const { id, unit_code, title, settings, draw_source, draw_on } = round
  await tx.query(
    `insert into placement.draft_versions (bureau_code, round_id, version, unit_code, title, settings, draw_source, draw_on, post_ids, changed_at, changed_by, by_name)
     values (left($2, 6), $1, $3, $2, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, unit_code, version, title, JSON.stringify(settings), draw_source, draw_on, postIds, now, actor.accountId, actor.name],
  )
}
