import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Sheet } from '../../contract.ts'
import type { TieFacts } from '../../domain/rank/rank-candidates.ts'
import type { Scheme } from '../../domain/score/scheme.ts'
import type { ScoreLine, ScoreSheet, Spell } from '../../domain/score/score.ts'
import type { CandidateRow } from '../candidates/candidate-rows.ts'

const LINES = 'placement.score_sheets.lines'

/** What a sheet keeps sealed: the days it was reckoned from, its lines, and what a tie would be decided by. */
export interface SealedSheet {
  readonly spell: Spell
  readonly lines: readonly (ScoreLine & Pick<Sheet['lines'][number], 'zh' | 'unit' | 'each'>)[]
  readonly ties: TieFacts
  readonly schemeTitle: string
}

interface SheetRow {
  id: string
  candidate_id: string
  number: number
  scheme_version: string
  lines: Buffer
  total_hundredths: number
  drawn_on: PlainDate
  confirmed_at: string | null
}

/** A sheet that was opened. */
export interface OpenedSheet extends SealedSheet {
  readonly id: string
  readonly number: number
  readonly schemeVersion: string
  readonly total: number
  readonly drawnOn: PlainDate
  readonly isConfirmed: boolean
}

type Reading = Pick<ViewContext, 'tx' | 'secrets'>

const openedOf = (secrets: ViewContext['secrets'], row: SheetRow): OpenedSheet => ({
  ...(JSON.parse(secrets.decrypt(LINES, row.id, row.lines)) as SealedSheet),
  id: row.id,
  number: row.number,
  schemeVersion: row.scheme_version,
  total: row.total_hundredths,
  drawnOn: row.drawn_on,
  isConfirmed: row.confirmed_at !== null,
})

const COLUMNS = 's.id, s.candidate_id, s.number, s.scheme_version, s.lines, s.total_hundredths, s.drawn_on, s.confirmed_at'

/** The sheets of a candidate, the last one first: that one stands. */
export async function findSheets({ tx, secrets }: Reading, candidateId: string): Promise<OpenedSheet[]> {
  const { rows } = await tx.query<SheetRow>(
    `select ${COLUMNS} from placement.score_sheets s where s.candidate_id = $1 order by s.number desc`,
    [candidateId],
  )
  return rows.map((row) => openedOf(secrets, row))
}

/** The sheets that stand in a cohort, by candidate. */
export async function standingSheets({ tx, secrets }: Reading, cohortId: string): Promise<Map<string, OpenedSheet>> {
  const { rows } = await tx.query<SheetRow>(
    `select distinct on (s.candidate_id) ${COLUMNS} from placement.score_sheets s
       join placement.candidates c on c.bureau_code = s.bureau_code and c.id = s.candidate_id
      where c.cohort_id = $1 order by s.candidate_id, s.number desc`,
    [cohortId],
  )
  return new Map(rows.map((row) => [row.candidate_id, openedOf(secrets, row)]))
}

const STANDING =
  'select max(o.number) from placement.score_sheets o where o.bureau_code = s.bureau_code and o.candidate_id = s.candidate_id'

/** Of these candidates, those whose standing sheet has been confirmed. */
export async function confirmedCandidates(tx: Tx, candidateIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ candidate_id: string }>(
    `select s.candidate_id from placement.score_sheets s where s.candidate_id = any($1::uuid[]) and s.confirmed_at is not null and s.number = (${STANDING})`,
    [candidateIds],
  )
  return new Set(rows.map(({ candidate_id }) => candidate_id))
}

/** Candidates of a cohort who are scored and have not confirmed the sheet that stands. */
export async function countUnconfirmed(tx: Tx, cohortId: string): Promise<number> {
  const { rows } = await tx.query<{ missing: number }>(
    `select count(*)::int as missing from placement.score_sheets s
       join placement.candidates c on c.bureau_code = s.bureau_code and c.id = s.candidate_id
      where c.cohort_id = $1 and c.state = 'scored' and s.confirmed_at is null and s.number = (${STANDING})`,
    [cohortId],
  )
  return rows[0]?.missing ?? 0
}

export interface NewSheet {
  readonly id: string
  readonly candidate: CandidateRow
  readonly scheme: Scheme
  readonly spell: Spell
  readonly sheet: ScoreSheet
  readonly bornOn: PlainDate
  readonly objectionId?: string
}

const pointsOf = (scheme: Scheme, { lines }: ScoreSheet, group: string): number =>
  lines.filter(({ item }) => scheme.items.find(({ code }) => code === item)?.group === group).reduce((sum, { points }) => sum + points, 0)

/** What a tie is decided by, in whole numbers. */
const tiesOf = ({ scheme, sheet, bornOn }: NewSheet, serviceDays: number): TieFacts => ({
  serviceDays,
  rewardPoints: pointsOf(scheme, sheet, 'reward'),
  disabilityPoints: pointsOf(scheme, sheet, 'disability'),
  examMarks: 0,
  bornOn: Number(bornOn.replaceAll('-', '')),
})

/** Keeps a sheet as the next of its candidate, and the total with the candidate. */
export async function keepSheet(context: ActionContext, given: NewSheet, serviceDays: number): Promise<void> {
  const { tx, secrets, today, now, actor } = context
  const { id, candidate, scheme, spell, sheet } = given
  const lines = sheet.lines.map((line) => {
    const item = scheme.items.find(({ code }) => code === line.item)
    return { ...line, zh: item?.zh ?? line.item, unit: item?.unit ?? 'each', each: item?.points ?? 0 }
  })
  const sealed: SealedSheet = { spell, lines, ties: tiesOf(given, serviceDays), schemeTitle: scheme.title }
  await tx.query(
    `insert into placement.score_sheets (bureau_code, id, unit_code, candidate_id, person_id, number, scheme_code, scheme_version, lines, total_hundredths, objection_id, drawn_on, drawn_at, drawn_by)
     select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, $6, $7, $8, $9, $10, $11, $12, $13 from placement.score_sheets where bureau_code = $1 and candidate_id = $4`,
    [
      bureauOf(candidate.unit_code),
      id,
      candidate.unit_code,
      candidate.id,
      candidate.person_id,
      scheme.code,
      scheme.version,
      secrets.encrypt(LINES, id, JSON.stringify(sealed)),
      sheet.total,
      given.objectionId ?? null,
      today,
      now,
      actor.accountId,
    ],
  )
  await tx.query('update placement.candidates set total_hundredths = $3 where bureau_code = $1 and id = $2', [
    bureauOf(candidate.unit_code),
    candidate.id,
    sheet.total,
  ])
}

/** As the pages show it. */
export const sheetOf = (opened: OpenedSheet): Sheet => ({
  id: opened.id,
  number: opened.number,
  schemeVersion: opened.schemeVersion,
  schemeTitle: opened.schemeTitle,
  enlistedOn: opened.spell.enlistedOn,
  lines: opened.lines.map(({ item, zh, unit, each, quantity, points, evidence }) => ({ item, zh, unit, each, quantity, points, evidence })),
  total: opened.total,
  drawnOn: opened.drawnOn,
  isConfirmed: opened.isConfirmed,
})
