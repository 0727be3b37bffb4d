import type { CodeRange, UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { type Export, type ExportStatus, type FullColumn, PersonFilter } from '../../contract.ts'

/** A row of registry.exports. */
export interface ExportRow {
  id: string
  unit_code: UnitCode
  filter: PersonFilter
  purpose: string
  people: number
  full_columns: FullColumn[]
  needs_approval: boolean
  status: Exclude<ExportStatus, 'expired'>
  asked_by: string
  asked_by_name: string
  asked_at: string
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
  answer: string | null
  finished_at: string | null
  file_id: string | null
}

const COLUMNS = `e.id, e.unit_code, e.filter, e.purpose, e.people, e.full_columns, e.needs_approval, e.status, e.asked_by, e.asked_by_name,
  e.asked_at, e.decided_by, e.decided_by_name, e.decided_at, e.answer, e.finished_at, e.file_id`

const HOURS = 72

export async function insertExport(
  { tx, actor, now, today }: Pick<ViewContext, 'tx' | 'actor' | 'now' | 'today'>,
  row: Pick<ExportRow, 'id' | 'unit_code' | 'filter' | 'purpose' | 'people' | 'full_columns' | 'needs_approval'>,
): Promise<void> {
  await tx.query(
    `insert into registry.exports (bureau_code, id, unit_code, filter, purpose, people, full_columns, needs_approval, status,
       asked_by, asked_by_name, asked_on, asked_at)
     values (left($1, 6), $2, $1, $3::jsonb, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.unit_code,
      row.id,
      JSON.stringify(row.filter),
      row.purpose,
      row.people,
      row.full_columns,
      row.needs_approval,
      row.needs_approval ? 'waiting' : 'queued',
      actor.accountId,
      actor.name,
      today,
      now,
    ],
  )
}

export async function findExport(tx: Tx, exportId: string): Promise<ExportRow | undefined> {
  const { rows } = await tx.query<ExportRow>(`select ${COLUMNS} from registry.exports e where e.id = $1`, [exportId])
  return rows[0]
}

export async function lockExport(tx: Tx, about: { id: string; unitCode: UnitCode }): Promise<ExportRow> {
  const { rows } = await tx.query<ExportRow>(
    `select ${COLUMNS} from registry.exports e where e.bureau_code = left($1, 6) and e.id = $2 for update`,
    [about.unitCode, about.id],
  )
  const row = rows[0]
  if (!row) throw new Error('an export that was just there is gone')
  return row
}

/** How many people this account has let leave today without a second person: a roster cut into pieces is still one roster. */
export async function countUnapprovedToday({ tx, actor, today }: Pick<ViewContext, 'tx' | 'actor' | 'today'>): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 38))', [actor.accountId])
  const { rows } = await tx.query<{ people: number }>(
    `select coalesce(sum(people), 0)::int as people from registry.exports where asked_by = $1 and asked_on = $2 and not needs_approval`,
    [actor.accountId, today],
  )
  return rows[0]?.people ?? 0
}

export async function listExportRows(
  tx: Tx,
  wanted: {
    range: CodeRange
    status: string | undefined
    askedBy: string | undefined
    after: readonly string[] | undefined
    limit: number
  },
): Promise<ExportRow[]> {
  const [at, id] = wanted.after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const { rows } = await tx.query<ExportRow>(
    `select ${COLUMNS} from registry.exports e
      where e.unit_code >= $1 and e.unit_code < $2 and (e.asked_at, e.id) < ($3::timestamptz, $4::uuid)
        and ($6::text is null or e.status = $6) and ($7::uuid is null or e.asked_by = $7)
      order by e.asked_at desc, e.id desc limit $5`,
    [wanted.range.lo, wanted.range.hi, at, id, wanted.limit, wanted.status ?? null, wanted.askedBy ?? null],
  )
  return rows
}

/** As a reader in its range sees it. The file is only for whoever asked, for three days. */
export function shownExport(row: ExportRow, { actor, now }: Pick<ViewContext, 'actor' | 'now'>): Export {
  const expiresAt = row.finished_at && new Date(Date.parse(row.finished_at) + HOURS * 3_600_000).toISOString()
  const isExpired = row.status === 'done' && expiresAt !== null && expiresAt <= now
  const isOwn = row.asked_by === actor.accountId
  return {
    id: row.id,
    place: row.unit_code,
    filter: PersonFilter.parse(row.filter),
    purpose: row.purpose,
    people: row.people,
    full: row.full_columns,
    status: isExpired ? 'expired' : row.status,
    askedBy: row.asked_by as Export['askedBy'],
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
    answer: row.answer,
    expiresAt: row.status === 'done' ? expiresAt : null,
    fileId: isOwn && row.status === 'done' && !isExpired ? (row.file_id as Export['fileId']) : null,
    can: { approve: row.status === 'waiting' && !isOwn && actor.grants.has('export.approve') },
  }
}
