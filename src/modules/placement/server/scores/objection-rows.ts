import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import type { Objection } from '../../contract.ts'
import type { CandidateRow } from '../candidates/candidate-rows.ts'
import { findSheets, type OpenedSheet } from './sheet-rows.ts'

const WORDS = 'placement.objections.words'
const REASON = 'placement.objections.reason'

export interface ObjectionRow {
  id: string
  unit_code: UnitCode
  candidate_id: string
  sheet_id: string
  line: string
  via: Objection['via']
  words: Buffer
  stated_on: PlainDate
  outcome: Objection['outcome']
  reason: Buffer | null
  settled_on: PlainDate | null
}

const COLUMNS = 'id, unit_code, candidate_id, sheet_id, line, via, words, stated_on, outcome, reason, settled_on'

export async function findObjection({ tx }: Pick<ViewContext, 'tx'>, id: string): Promise<ObjectionRow | undefined> {
  const { rows } = await tx.query<ObjectionRow>(`select ${COLUMNS} from placement.objections where id = $1`, [id])
  return rows[0]
}

/** The objections of a candidate in words; `sheets` say what their lines are called. */
export async function objectionsOf(
  { tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>,
  candidateId: string,
  sheets: readonly OpenedSheet[],
): Promise<Objection[]> {
  const { rows } = await tx.query<ObjectionRow>(
    `select ${COLUMNS} from placement.objections where candidate_id = $1 order by stated_at desc`,
    [candidateId],
  )
  const nameOf = (line: string): string => sheets.flatMap(({ lines }) => lines).find(({ item }) => item === line)?.zh ?? line
  return rows.map((row) => ({
    id: row.id,
    sheetId: row.sheet_id,
    line: row.line,
    lineZh: nameOf(row.line),
    via: row.via,
    words: secrets.decrypt(WORDS, row.id, row.words),
    statedOn: row.stated_on,
    outcome: row.outcome,
    reason: row.reason === null ? null : secrets.decrypt(REASON, row.id, row.reason),
    settledOn: row.settled_on,
  }))
}

export const countOpen = async ({ tx }: Pick<ViewContext, 'tx'>, candidateId: string, line?: string): Promise<number> => {
  const { rows } = await tx.query<{ open: number }>(
    `select count(*)::int as open from placement.objections where candidate_id = $1 and outcome is null and ($2::text is null or line = $2)`,
    [candidateId, line ?? null],
  )
  return rows[0]?.open ?? 0
}

interface Stated {
  readonly candidate: CandidateRow
  readonly line: string
  readonly words: string
  readonly via: Objection['via']
}

/** Why an objection to a line cannot be taken down; undefined where it can. */
export async function whyNotObject(
  context: ActionContext,
  { candidate, line }: Pick<Stated, 'candidate' | 'line'>,
): Promise<'no-such-line' | 'line-open' | undefined> {
  const [sheet] = await findSheets(context, candidate.id)
  if (!sheet?.lines.some(({ item }) => item === line)) return 'no-such-line'
  return (await countOpen(context, candidate.id, line)) > 0 ? 'line-open' : undefined
}

/** Writes an objection to the sheet that stands. */
export async function insertObjection(context: ActionContext, { candidate, line, words, via }: Stated): Promise<string> {
  const { tx, secrets, today, now, actor, actionId } = context
  const [sheet] = await findSheets(context, candidate.id)
  if (!sheet) throw new Error('the sheet has gone')
  await tx.query(
    `insert into placement.objections (bureau_code, id, unit_code, candidate_id, person_id, sheet_id, line, via, words, stated_on, stated_at, stated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      bureauOf(candidate.unit_code),
      actionId,
      candidate.unit_code,
      candidate.id,
      candidate.person_id,
      sheet.id,
      line,
      via,
      secrets.encrypt(WORDS, actionId, words),
      today,
      now,
      actor.accountId,
    ],
  )
  return actionId
}

/** Settles an objection, once. */
export async function closeObjection(
  { tx, secrets, today, now, actor }: ActionContext,
  row: ObjectionRow,
  { outcome, reason }: { outcome: 'upheld' | 'dismissed'; reason: string },
): Promise<void> {
  await tx.query(
    `update placement.objections set outcome = $3, reason = $4, settled_on = $5, settled_at = $6, settled_by = $7 where bureau_code = $1 and id = $2`,
    [bureauOf(row.unit_code), row.id, outcome, secrets.encrypt(REASON, row.id, reason), today, now, actor.accountId],
  )
}
